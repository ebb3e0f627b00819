// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/company.h"
#include "core/domain/contactrow.h"
#include "core/domain/tag.h"
#include "core/domain/vanished.h"
#include "core/store/database.h"

namespace roster {

//! A stored contact of which not every tag or company is known.
struct IncompleteContact
{
    RowKey key = 0;
    ContactId id;
    bool areTagsMissing = false;
    bool areCompaniesMissing = false;

    friend bool operator==(const IncompleteContact &, const IncompleteContact &) = default;
};

//! Every tag or every company of a contact, or both, as its lists told them.
struct CompletedLists
{
    ContactId id;
    std::optional<QList<Tag>> tags;
    std::optional<QList<Company>> companies;
};

//! How many contacts are stored, and how many of them incompletely.
struct StoreFigures
{
    int contacts = 0;
    IncompleteLists incomplete;

    friend bool operator==(const StoreFigures &, const StoreFigures &) = default;
};

//! The indexes that make these reads quick: statements for the schema.
QStringList incompleteIndexes();

//! At most `most`, in the order of their keys, beginning after `after`.
Result<QList<IncompleteContact>> readIncomplete(Database &database, RowKey after, int most);

Result<StoreFigures> readFigures(Database &database);

//! Writes the lists; answers the contacts that they were written for. `now` is Unix seconds.
Result<QList<ContactId>> writeCompleted(Database &database, const QList<CompletedLists> &lists,
                                        qint64 now);

//! At most `most` companies that contacts are in and that have no name in the store, by id,
//! beginning after `after`.
Result<QList<CompanyId>> readUnnamed(Database &database, const CompanyId &after, int most);

} // namespace roster
