// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/contactindex.h"

namespace roster {

//! How well each slot fits the words of a search: 0 is best, noMatch does not fit. For each word,
//! nothing for a name that begins with it, one for a part of a name, two for an email, three for a
//! place elsewhere; the points of several words are added.
struct TextMatch
{
    static constexpr quint8 noMatch = 0xff;

    std::vector<quint8> points;
    size_t count = 0;
};

//! Finds words in an index. Remembers the last search: whoever types on is answered from what was
//! found before.
class IndexSearch
{
public:
    //! `index` lives longer.
    explicit IndexSearch(const ContactIndex &index)
        : m_index(index)
    {
    }

    //! Where all of `words` (folded, at least one) are found; nothing when it was stopped. Lives
    //! until the next call.
    const TextMatch *match(const QStringList &words, const std::stop_token &stop);
    //! Bytes of memory in use.
    size_t footprint() const { return m_last.points.capacity(); }

private:
    bool extendsLast(const std::vector<std::string> &words) const;
    std::optional<TextMatch> matchAll(const std::string &word, const std::stop_token &stop) const;
    std::optional<TextMatch> matchAmong(const TextMatch &before, const std::string &word,
                                        bool addsPoints, const std::stop_token &stop) const;
    void addLinked(TextMatch &match, const std::string &word) const;

    const ContactIndex &m_index;
    std::vector<std::string> m_lastWords;
    quint64 m_lastVersion = 0;
    TextMatch m_last;
};

} // namespace roster
