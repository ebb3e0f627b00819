// SPDX-License-Identifier: MIT
#include "core/sandbox/ids.h"

#include <QRandomGenerator>

#include <array>

namespace roster::sandbox::ids {

using namespace Qt::StringLiterals;

namespace {

QString hex(quint64 value, int digits)
{
    return QString::number(value, 16).rightJustified(digits, u'0').right(digits);
}

} // namespace

// SplitMix64, Steele, Lea and Flood 2014.
quint64 mix(quint64 value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

QString record(qint64 seconds, quint64 salt, quint32 counter)
{
    return hex(static_cast<quint64>(seconds), 8) + hex(mix(salt), 10) + hex(counter, 6);
}

QString uuid(quint64 salt, quint64 counter)
{
    const quint64 high = mix(mix(salt) ^ counter);
    const quint64 low = mix(high);
    return hex(high >> 32, 8) + u'-' + hex(high >> 16, 4) + u"-4"_s + hex(high, 3) + u'-' +
           hex(0x8000 | ((low >> 48) & 0x3fff), 4) + u'-' + hex(low, 12);
}

std::optional<qint64> decimal(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || QString::number(number) != text)
        return std::nullopt;
    return number;
}

QByteArray request()
{
    static constexpr char alphabet[] = "0123456789abcdefghijklmnopqrstuv";
    std::array<quint32, 4> bits{};
    QRandomGenerator::global()->fillRange(bits.data(), static_cast<qsizetype>(bits.size()));
    QByteArray id("00");
    for (int i = 0; i < 18; ++i) {
        const size_t word = static_cast<size_t>(i / 6);
        id.append(alphabet[(bits[word] >> (5 * (i % 6))) & 31U]);
    }
    return id;
}

} // namespace roster::sandbox::ids
