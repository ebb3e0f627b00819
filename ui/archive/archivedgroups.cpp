// SPDX-License-Identifier: MIT
#include "ui/archive/archivedgroups.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace roster {

namespace {

//! A group is cut after Shown contacts, unless that would hide fewer than a line is worth.
constexpr int Shown = 4;
constexpr int LongestWhole = 8;

QDate dayOf(qint64 seconds, const QTimeZone &zone)
{
    return QDateTime::fromSecsSinceEpoch(seconds, zone).date();
}

bool isSingle(const ArchiveBatch &batch)
{
    return batch.name.isEmpty() && batch.contacts.size() == 1;
}

ArchivedGroup groupOf(const ArchiveBatch &batch)
{
    ArchivedGroup group;
    group.id = batch.id;
    group.name = batch.name;
    group.isOneByOne = isSingle(batch);
    group.at = batch.at;
    group.tokenOwner = batch.tokenOwner;
    group.region = batch.region;
    group.contacts = batch.contacts;
    return group;
}

} // namespace

QList<ArchivedGroup> archivedGroups(const QList<ArchiveBatch> &batches, const QTimeZone &zone)
{
    QList<ArchivedGroup> groups;
    for (const ArchiveBatch &batch : batches) {
        const auto open =
            std::find_if(groups.begin(), groups.end(), [&](const ArchivedGroup &group) {
                return group.isOneByOne && isSingle(batch) &&
                       group.tokenOwner == batch.tokenOwner && group.region == batch.region &&
                       dayOf(group.at, zone) == dayOf(batch.at, zone);
            });
        if (open != groups.end())
            open->contacts.append(batch.contacts);
        else if (!batch.contacts.isEmpty())
            groups.append(groupOf(batch));
    }
    return groups;
}

std::optional<ArchivedGroup> vanishedGroup(const QList<VanishedContact> &vanished,
                                           const QString &text)
{
    ArchivedGroup group;
    group.id = ArchivedGroup::vanishedId;
    for (const VanishedContact &contact : vanished) {
        if (!contact.label.contains(text, Qt::CaseInsensitive) &&
            !contact.email.contains(text, Qt::CaseInsensitive))
            continue;
        group.at = std::max(group.at, contact.noticedAt);
        group.contacts.append({0, group.id, contact.id, contact.label, contact.email, contact.role,
                               contact.noticedAt, JournalState::Unknown});
    }
    return group.contacts.isEmpty() ? std::nullopt : std::optional(group);
}

QList<ArchivedRow> archivedRows(const QList<ArchivedGroup> &groups, const QSet<BatchId> &expanded)
{
    QList<ArchivedRow> rows;
    for (const ArchivedGroup &group : groups) {
        const int count = static_cast<int>(group.contacts.size());
        const bool isCut = count > LongestWhole && !expanded.contains(group.id);
        const int shown = isCut ? Shown : count;
        rows.append({ArchivedRow::Kind::Heading, group.id, {}, 0});
        for (int i = 0; i < shown; ++i)
            rows.append({ArchivedRow::Kind::Contact, group.id, group.contacts.at(i), 0});
        if (isCut)
            rows.append({ArchivedRow::Kind::More, group.id, {}, count - shown});
    }
    return rows;
}

BulkTarget targetOf(const ArchivedContact &contact)
{
    return {contact.id, contact.label, contact.email, contact.role};
}

} // namespace roster
