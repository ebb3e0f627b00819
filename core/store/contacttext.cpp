// SPDX-License-Identifier: MIT
#include "core/store/contacttext.h"

#include "core/store/folding.h"

#include <charconv>
#include <cmath>

namespace roster {

namespace {

constexpr char endOfLine = '\n';
constexpr char no = '\x02';
constexpr char yes = '\x03';
//! Digits, sign, point and exponent of a hidden number are written so much lower.
constexpr char hiddenBy = '\x20';
//! Control characters that may stand for a name: neither 0 nor the end of a line.
constexpr int signs = 29;

char signOf(int number)
{
    const int from = number + 1;
    return static_cast<char>(from < endOfLine ? from : from + 1);
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20;
}

std::string written(double number)
{
    constexpr double exact = 9007199254740992.0;
    if (std::trunc(number) == number && std::abs(number) < exact)
        return std::to_string(static_cast<qint64>(number));
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest).toStdString();
}

std::string markerOf(int number)
{
    return {endOfLine, signOf(number / signs), signOf(number % signs)};
}

} // namespace

bool ContactText::setDateAttributes(const QSet<QString> &names)
{
    return std::exchange(m_dates, names) != names;
}

std::string ContactText::plain(const QString &folded)
{
    std::string text = folded.toStdString();
    std::erase_if(text, isControl);
    return text;
}

std::string ContactText::textOf(const IndexedContact &contact)
{
    std::string text;
    text.reserve(160);
    const std::string phone = plain(contact.phone);
    text += plain(contact.name) + endOfLine + plain(contact.email) + endOfLine + phone + endOfLine;
    text += plain(contact.externalId) + endOfLine;
    // A number is also found by its digits alone.
    QString digits = contact.phone;
    digits.removeIf([](QChar c) { return !c.isDigit(); });
    if (digits != contact.phone)
        text += digits.toStdString();
    for (const auto &[name, value] : contact.attributes)
        append(text, name, value);
    // Texts lie side by side: nothing is found across two of them.
    text += endOfLine;
    return text;
}

void ContactText::append(std::string &text, const QString &attribute, const QJsonValue &value)
{
    if (!value.isBool() && !value.isDouble() && !value.isString())
        return;
    const auto known = m_attributes.constFind(attribute);
    const int number =
        known != m_attributes.constEnd() ? *known : static_cast<int>(m_attributes.size());
    if (number >= signs * signs)
        return;
    if (known == m_attributes.constEnd())
        m_attributes.insert(attribute, number);
    std::string words;
    if (value.isBool()) {
        words = value.toBool() ? yes : no;
    } else if (value.isDouble()) {
        words = written(value.toDouble());
        if (m_dates.contains(attribute)) {
            for (char &c : words)
                c = static_cast<char>(c - hiddenBy);
        }
    } else {
        words = plain(folded(value.toString()));
    }
    if (!words.empty())
        text += markerOf(number) + words;
}

std::string ContactText::marker(const QString &attribute) const
{
    const auto known = m_attributes.constFind(attribute);
    return known == m_attributes.constEnd() ? std::string() : markerOf(*known);
}

std::string_view ContactText::line(std::string_view text, size_t start)
{
    return text.substr(start, text.find(endOfLine, start) - start);
}

std::string_view ContactText::part(std::string_view text, TextPart which)
{
    size_t start = 0;
    for (int i = 0; i < static_cast<int>(which); ++i)
        start = text.find(endOfLine, start) + 1;
    return line(text, start);
}

std::optional<double> ContactText::number(std::string_view value)
{
    std::string shown;
    if (!value.empty() && isControl(value.front())) {
        shown = value;
        for (char &c : shown)
            c = static_cast<char>(c + hiddenBy);
        value = shown;
    }
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool isWhole = error == std::errc() && end == value.data() + value.size();
    return isWhole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<bool> ContactText::flag(std::string_view value)
{
    if (value.size() != 1 || (value.front() != yes && value.front() != no))
        return std::nullopt;
    return value.front() == yes;
}

} // namespace roster
