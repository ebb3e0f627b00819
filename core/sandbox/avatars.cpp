// SPDX-License-Identifier: MIT
#include "core/sandbox/avatars.h"

#include "core/sandbox/ids.h"

#include <QtEndian>

#include <algorithm>
#include <iterator>

namespace roster::sandbox::avatars {

using namespace Qt::StringLiterals;

namespace {

constexpr auto folder = "/avatars/"_L1;
constexpr auto suffix = ".png"_L1;

// Five by five cells of twenty pixels, mirrored, with a margin around them.
constexpr int cells = 5;
constexpr int cellSize = 20;
constexpr int margin = 10;
constexpr int side = cells * cellSize + 2 * margin;

quint64 hashOf(QStringView id)
{
    quint64 hash = 0;
    for (const QChar c : id)
        hash = ids::mix(hash ^ c.unicode());
    return hash;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

// CRC-32 as PNG has it (ISO 3309).
quint32 checksum(const QByteArray &bytes)
{
    quint32 value = 0xffffffffU;
    for (const char byte : bytes) {
        value ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~value;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(static_cast<quint32>(data.size())) + type + data +
           bigEndian(checksum(type + data));
}

bool isInked(quint64 hash, int x, int y)
{
    const int column = (x - margin) / cellSize;
    const int row = (y - margin) / cellSize;
    if (x < margin || y < margin || column >= cells || row >= cells)
        return false;
    const int mirrored = std::min(column, cells - 1 - column);
    return ((hash >> (row * 3 + mirrored)) & 1U) != 0;
}

// One bit a pixel; each line begins with the number of its filter, none.
QByteArray pixels(quint64 hash)
{
    QByteArray lines;
    for (int y = 0; y < side; ++y) {
        QByteArray line((side + 7) / 8, '\0');
        for (int x = 0; x < side; ++x) {
            if (isInked(hash, x, y))
                line[x / 8] = static_cast<char>(line.at(x / 8) | (0x80 >> (x % 8)));
        }
        lines += '\0' + line;
    }
    return lines;
}

QByteArray inkOf(quint64 hash)
{
    static constexpr quint32 inks[] = {0xb3261e, 0x9a4600, 0x6a5f00, 0x3b6a1c, 0x006b5b, 0x00658e,
                                       0x3f5aa9, 0x6b4fa3, 0x8e3a80, 0x7a4b37, 0x4a5b66, 0x2f6f6a};
    return bigEndian(inks[(hash >> 20) % std::size(inks)]).sliced(1);
}

QByteArray png(quint64 hash)
{
    const QByteArray paper("\xf1\xf0\xec");
    const QByteArray depthTypeAndMethods("\x01\x03\x00\x00\x00", 5); // one bit, a palette
    const auto length = bigEndian(static_cast<quint32>(side));
    // qCompress puts the length before the zlib stream that PNG wants.
    return QByteArray("\x89PNG\r\n\x1a\n", 8) +
           chunk("IHDR", length + length + depthTypeAndMethods) +
           chunk("PLTE", paper + inkOf(hash)) + chunk("IDAT", qCompress(pixels(hash)).sliced(4)) +
           chunk("IEND", {});
}

} // namespace

QString pathOf(const QString &id)
{
    return folder + id + suffix;
}

void locate(QJsonObject &owner, const QString &baseUrl)
{
    const auto avatar = owner.find("avatar"_L1);
    if (baseUrl.isEmpty() || avatar == owner.end() || !avatar->isObject())
        return;
    QJsonObject object = avatar->toObject();
    const QString url = object.value("image_url"_L1).toString();
    if (!isPicturePath(url))
        return;
    object.insert("image_url"_L1, baseUrl + url);
    *avatar = object;
}

bool isPicturePath(QStringView path)
{
    return path.startsWith(folder);
}

std::optional<QByteArray> picture(const QString &path)
{
    if (!isPicturePath(path) || !path.endsWith(suffix))
        return std::nullopt;
    const QStringView id = QStringView(path).sliced(folder.size()).chopped(suffix.size());
    const bool isId = !id.isEmpty() && std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
    if (!isId)
        return std::nullopt;
    return png(hashOf(id));
}

} // namespace roster::sandbox::avatars
