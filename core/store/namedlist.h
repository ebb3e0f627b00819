// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/folding.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QSet>

#include <algorithm>
#include <vector>

namespace roster {

//! Things with an id and a name, also sorted by folded name, then by id. Kept sorted, since names
//! arrive page by page and are shown after each.
template <class T>
class NamedList
{
public:
    using IdType = decltype(T::id);
    //! What becomes of things without a name.
    enum class Nameless { LeftOut, Kept };

    explicit NamedList(Nameless nameless = Nameless::LeftOut)
        : m_nameless(nameless)
    {
    }

    //! Takes in what is new or changed. False: nothing was.
    bool merge(const QList<T> &arriving);
    //! These and no others. False: they were there already.
    bool replace(const QList<T> &all);

    T value(const IdType &id) const { return m_things.value(id); }
    const QList<T> &sorted() const;

private:
    struct Entry
    {
        //! UTF-8, which compares as code points do and as SQLite does.
        QByteArray key;
        IdType id;

        friend bool operator<(const Entry &a, const Entry &b)
        {
            return a.key == b.key ? a.id < b.id : a.key < b.key;
        }
    };

    void sortIn(const QSet<IdType> &changed);

    Nameless m_nameless;
    QHash<IdType, T> m_things;
    std::vector<Entry> m_order;
    //! Made when it is asked for; empty: not yet.
    mutable QList<T> m_sorted;
};

template <class T>
bool NamedList<T>::merge(const QList<T> &arriving)
{
    QSet<IdType> changed;
    for (const T &thing : arriving) {
        const auto known = m_things.constFind(thing.id);
        const bool isSame = known != m_things.constEnd() && *known == thing;
        const bool isLeftOut = thing.name.isEmpty() && m_nameless == Nameless::LeftOut;
        if (isLeftOut || isSame)
            continue;
        m_things.insert(thing.id, thing);
        changed.insert(thing.id);
    }
    if (changed.isEmpty())
        return false;
    sortIn(changed);
    return true;
}

template <class T>
bool NamedList<T>::replace(const QList<T> &all)
{
    NamedList<T> fresh(m_nameless);
    fresh.merge(all);
    if (fresh.m_things == m_things)
        return false;
    *this = std::move(fresh);
    return true;
}

template <class T>
const QList<T> &NamedList<T>::sorted() const
{
    if (m_sorted.size() != m_things.size()) {
        m_sorted.reserve(m_things.size());
        for (const Entry &entry : m_order)
            m_sorted.append(*m_things.constFind(entry.id));
    }
    return m_sorted;
}

template <class T>
void NamedList<T>::sortIn(const QSet<IdType> &changed)
{
    m_sorted.clear();
    std::erase_if(m_order, [&changed](const Entry &entry) { return changed.contains(entry.id); });
    const auto kept = static_cast<std::ptrdiff_t>(m_order.size());
    for (const IdType &id : changed)
        m_order.push_back({folded(m_things.constFind(id)->name).toUtf8(), id});
    std::sort(m_order.begin() + kept, m_order.end());
    std::inplace_merge(m_order.begin(), m_order.begin() + kept, m_order.end());
}

} // namespace roster
