// SPDX-License-Identifier: MIT
#include "core/store/directory.h"

#include "core/store/folding.h"

#include <algorithm>

namespace roster {

namespace {

//! Compares names as code points, as SQLite does.
bool isBefore(const QString &a, const QString &b)
{
    return a.toUtf8() < b.toUtf8();
}

template <class T>
QList<T> sorted(const QList<T> &things)
{
    QList<std::pair<QString, T>> keyed;
    for (const T &thing : things)
        keyed.append({folded(thing.name), thing});
    std::sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) {
        return a.first == b.first ? a.second.id < b.second.id : isBefore(a.first, b.first);
    });
    QList<T> list;
    for (const auto &[name, thing] : std::as_const(keyed))
        list.append(thing);
    return list;
}

template <class T>
const QList<T> &sortedOnce(QList<T> &cache, const QHash<decltype(T::id), T> &things)
{
    if (cache.size() != things.size())
        cache = sorted(things.values());
    return cache;
}

template <class T>
void merge(QHash<decltype(T::id), T> &things, QList<T> &cache, const QList<T> &arriving)
{
    for (const T &thing : arriving) {
        if (!thing.name.isEmpty())
            things.insert(thing.id, thing);
    }
    cache.clear();
}

} // namespace

void Directory::setTags(const QList<Tag> &tags)
{
    m_tags.clear();
    mergeTags(tags);
}

void Directory::mergeTags(const QList<Tag> &tags)
{
    merge(m_tags, m_sortedTags, tags);
}

void Directory::mergeCompanies(const QList<Company> &companies)
{
    merge(m_companies, m_sortedCompanies, companies);
}

void Directory::setAdmins(const QList<Admin> &admins)
{
    m_admins.clear();
    for (const Admin &admin : admins)
        m_admins.insert(admin.id, admin);
    m_sortedAdmins.clear();
}

void Directory::setAttributes(const QList<DataAttribute> &attributes)
{
    m_attributes = attributes;
}

void Directory::setAll(const DirectoryRows &rows)
{
    setTags(rows.tags);
    m_companies.clear();
    mergeCompanies(rows.companies);
    setAdmins(rows.admins);
    setAttributes(rows.attributes);
}

const QList<Tag> &Directory::tags() const
{
    return sortedOnce(m_sortedTags, m_tags);
}

const QList<Company> &Directory::companies() const
{
    return sortedOnce(m_sortedCompanies, m_companies);
}

const QList<Admin> &Directory::admins() const
{
    return sortedOnce(m_sortedAdmins, m_admins);
}

} // namespace roster
