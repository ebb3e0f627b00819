// SPDX-License-Identifier: MIT
#include "core/store/indexsearch.h"

#include <algorithm>
#include <cstring>

namespace roster {

namespace {

constexpr quint8 nameBegins = 0;
constexpr quint8 nameHasWord = 1;
constexpr quint8 emailBegins = 2;
constexpr quint8 elsewhere = 3;

//! Bytes of text from which on a second thread is worth its start.
constexpr size_t worthTwo = size_t(1) << 20;
constexpr size_t cacheLine = 64;

//! Between the words of a name: a space, a hyphen, an apostrophe and their like.
bool separates(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    const bool isLetterOrDigit = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    return byte < 0x80 && !isLetterOrDigit;
}

//! How good it is that `word` was found in `text`, at `hit` first.
quint8 pointsOf(std::string_view text, std::string_view word, size_t hit)
{
    if (hit == 0)
        return nameBegins;
    const void *end = std::memchr(text.data(), '\n', text.size());
    const auto nameEnd = static_cast<size_t>(static_cast<const char *>(end) - text.data());
    const char *const name = text.data();
    const char *at = name + hit;
    while (at < name + nameEnd) {
        if (separates(at[-1]))
            return nameHasWord;
        at = findBytes(at + 1, name + nameEnd, word);
    }
    return text.substr(nameEnd + 1).starts_with(word) ? emailBegins : elsewhere;
}

quint8 sum(quint8 a, quint8 b)
{
    return static_cast<quint8>(std::min(int(a) + int(b), TextMatch::noMatch - 1));
}

bool hasAny(std::span<const quint32> numbers, const SlotSet &wanted)
{
    return std::any_of(numbers.begin(), numbers.end(),
                       [&wanted](quint32 number) { return wanted.contains(number); });
}

} // namespace

bool IndexSearch::extendsLast(const std::vector<std::string> &words) const
{
    if (m_lastWords.empty() || m_lastVersion != m_index.version())
        return false;
    return std::all_of(m_lastWords.begin(), m_lastWords.end(), [&words](const std::string &old) {
        return std::any_of(words.begin(), words.end(), [&old](const std::string &word) {
            return word.find(old) != std::string::npos;
        });
    });
}

const TextMatch *IndexSearch::match(const QStringList &words, const std::stop_token &stop)
{
    std::vector<std::string> wanted;
    for (const QString &word : words) {
        wanted.push_back(ContactText::plain(word));
        if (wanted.back().empty())
            wanted.pop_back();
    }
    // The longest is the rarest, most likely: what it leaves is little to look through.
    std::sort(wanted.begin(), wanted.end(), [](const std::string &a, const std::string &b) {
        return a.size() == b.size() ? a < b : a.size() > b.size();
    });
    // Looking at slots one by one costs more than running through all the text, until few are left.
    const size_t few = m_index.count() / 4;
    const bool startsFromLast = extendsLast(wanted) && m_last.count <= few;
    std::optional<TextMatch> found;
    for (const std::string &word : wanted) {
        if (!found && startsFromLast) {
            found = matchAmong(m_last, word, false, stop);
        } else if (!found) {
            found = matchAll(word, stop);
        } else {
            found = matchAmong(*found, word, true, stop);
        }
        if (!found)
            return nullptr;
    }
    if (!found) {
        found.emplace();
        found->points.assign(m_index.alive().size(), TextMatch::noMatch);
        m_index.alive().forEach([&found](Slot slot) { found->points[slot] = 0; });
        found->count = m_index.count();
    }
    m_last = std::move(*found);
    m_lastWords = std::move(wanted);
    m_lastVersion = m_index.version();
    return &m_last;
}

std::optional<TextMatch> IndexSearch::matchAll(const std::string &word,
                                               const std::stop_token &stop) const
{
    TextMatch match;
    match.points.assign(m_index.alive().size(), TextMatch::noMatch);
    // Counted apart: two threads at one counter would wait for each other.
    const auto counting = [&match, &word](size_t &count) {
        return [&match, &word, &count](Slot slot, std::string_view text, size_t hit) {
            match.points[slot] = pointsOf(text, word, hit);
            ++count;
        };
    };
    alignas(cacheLine) size_t first = 0;
    alignas(cacheLine) size_t second = 0;
    const TextArena &texts = m_index.texts();
    const bool isWhole = texts.bytes() < worthTwo
                             ? texts.search(word, stop, counting(first))
                             : texts.searchByTwo(word, stop, counting(first), counting(second));
    if (!isWhole)
        return std::nullopt;
    match.count = first + second;
    addLinked(match, word);
    return match;
}

void IndexSearch::addLinked(TextMatch &match, const std::string &word) const
{
    const IndexColumns &columns = m_index.columns();
    const SlotSet tags = columns.tags().containing(word);
    const SlotSet companies = columns.companies().containing(word);
    if (tags.count() + companies.count() == 0)
        return;
    m_index.alive().forEach([&](Slot slot) {
        if (match.points[slot] == TextMatch::noMatch &&
            (hasAny(columns.tagsOf(slot), tags) || hasAny(columns.companiesOf(slot), companies))) {
            match.points[slot] = elsewhere;
            ++match.count;
        }
    });
}

std::optional<TextMatch> IndexSearch::matchAmong(const TextMatch &before, const std::string &word,
                                                 bool addsPoints, const std::stop_token &stop) const
{
    constexpr size_t stride = size_t(1) << 16;
    const IndexColumns &columns = m_index.columns();
    const SlotSet tags = columns.tags().containing(word);
    const SlotSet companies = columns.companies().containing(word);
    TextMatch match;
    match.points.assign(before.points.size(), TextMatch::noMatch);
    for (size_t i = 0; i < before.points.size(); ++i) {
        if (i % stride == 0 && stop.stop_requested())
            return std::nullopt;
        if (before.points[i] == TextMatch::noMatch)
            continue;
        const auto slot = static_cast<Slot>(i);
        const std::string_view text = m_index.texts().text(slot);
        const char *const end = text.data() + text.size();
        const char *const hit = findBytes(text.data(), end, word);
        quint8 points = elsewhere;
        if (hit != end)
            points = pointsOf(text, word, static_cast<size_t>(hit - text.data()));
        else if (!hasAny(columns.tagsOf(slot), tags) &&
                 !hasAny(columns.companiesOf(slot), companies))
            continue;
        match.points[i] = addsPoints ? sum(before.points[i], points) : points;
        ++match.count;
    }
    return match;
}

} // namespace roster
