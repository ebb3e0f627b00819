// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/admin.h"
#include "core/domain/company.h"
#include "core/domain/contactfilter.h"
#include "core/domain/filterdays.h"
#include "core/domain/tag.h"
#include "core/store/storevalues.h"

#include <QtCore/QRandomGenerator>

namespace roster {

//! Made-up contacts: several scripts, missing values, ties. The same seed makes the same people.
class People
{
public:
    explicit People(quint32 seed)
        : m_random(seed)
    {
    }

    //! A contact with that id and random everything else; at most `tags` and `companies` different
    //! ids of those.
    Contact contact(const QString &id, int tags = 6, int companies = 5);
    //! The ids 0 … count - 1 with names, each name different with every call.
    QList<Tag> tags(int count);
    QList<Company> companies(int count);
    QList<Admin> admins(int count);
    //! Something to search for: part of a name, or odd characters.
    QString searchText();
    //! The custom attributes that the contacts have.
    static QList<DataAttribute> attributes();
    //! Up to two groups of up to three conditions, with values that some contacts have.
    ContactFilter filter();
    FilterDays days();

    int number(int below) { return static_cast<int>(m_random.bounded(below)); }
    bool chance(int percent) { return number(100) < percent; }

private:
    QString name();
    void giveAttributes(Contact &contact);
    FilterCondition condition();
    QString filterValueFor(FilterKind kind);
    template <class T>
    PartialList<T> ids(int most);
    FieldValue maybe(FieldValue value, int percent);

    QRandomGenerator m_random;
};

} // namespace roster
