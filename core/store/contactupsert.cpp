// SPDX-License-Identifier: MIT
// How contacts come into the store: the half of contactwrites.h that inserts and replaces.
#include "core/store/contactwrites.h"

#include "core/store/foldednames.h"
#include "core/store/idrows.h"
#include "core/store/packedlist.h"
#include "core/store/statements.h"
#include "core/store/storedrow.h"

#include <QtCore/QSet>

namespace roster {

namespace {

//! What is stored of a contact, as far as the rules ask for it.
struct Known
{
    RowKey key = 0;
    RecordAge age;
    PartialList<TagId> tags;
    PartialList<CompanyId> companies;
    bool hasSameRecord = false;
};

std::optional<qint64> numberOrNothing(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional<qint64>(value.toLongLong());
}

RecordAge ageOf(const StoredContact &arriving)
{
    return {arriving.source, arriving.row.updatedAt, 0};
}

Result<Known> knownOf(Database &database, const StoredContact &arriving)
{
    Known known;
    const Result<Done> isRead = database.read(
        sql::storedContact, {arriving.record, sqlText(arriving.row.id.text())},
        [&known](const QSqlQuery &row) {
            known.key = row.value(0).toLongLong();
            known.age.updatedAt = numberOrNothing(row.value(1));
            known.age.answeredAt = row.value(2).toLongLong();
            if (known.age.answeredAt != 0)
                known.age.source = RecordSource::Answer;
            known.tags = unpacked<TagId>(row.value(3).toString(), row.value(4).toInt());
            known.companies = unpacked<CompanyId>(row.value(5).toString(), row.value(6).toInt());
            known.hasSameRecord = row.value(7).toBool();
            return false;
        });
    return isRead.map([&known](const Done &) { return known; });
}

//! Those of `ids` that `among` finds.
Result<QSet<ContactId>> amongThem(Database &database, const QString &among, const QString &ids)
{
    return readIds(database, among, {ids}).map([](const QList<ContactId> &found) {
        return QSet<ContactId>(found.begin(), found.end());
    });
}

//! One call of writeContacts(): what it has done so far.
class Upsert
{
public:
    Upsert(Database &database, qint64 now)
        : m_database(database)
        , m_now(now)
    {
    }

    //! To be called first. In a load nearly all are new: one question for all of them is less work
    //! than two for each.
    Result<Done> look(const QList<StoredContact> &contacts)
    {
        QList<ContactId> ids;
        for (const StoredContact &contact : contacts)
            ids.append(contact.row.id);
        const QString json = jsonOf(ids);
        Result<QSet<ContactId>> stored = amongThem(m_database, sql::storedAmong, json);
        if (!stored)
            return stored.error();
        Result<QSet<ContactId>> removed = amongThem(m_database, sql::removedAmong, json);
        if (!removed)
            return removed.error();
        m_stored = std::move(stored).value();
        m_removed = std::move(removed).value();
        return lookForNames(contacts);
    }

    Result<Done> add(const StoredContact &arriving)
    {
        if (!m_stored.contains(arriving.row.id))
            return insert(arriving);
        const Result<Known> known = knownOf(m_database, arriving);
        return known ? update(*known, arriving) : known.error();
    }

    StoreSummary summary() const { return m_summary; }

private:
    qint64 answeredAt(const StoredContact &arriving) const
    {
        return arriving.source == RecordSource::Answer ? m_now : 0;
    }

    //! Of those that are new; the statement that updates a row looks by itself.
    Result<Done> lookForNames(const QList<StoredContact> &contacts)
    {
        QList<StoredContact> fresh;
        for (const StoredContact &contact : contacts) {
            if (!m_stored.contains(contact.row.id))
                fresh.append(contact);
        }
        Result<FoldedNames> names = FoldedNames::of(m_database, fresh);
        if (!names)
            return names.error();
        m_names = std::move(names).value();
        return Done{};
    }

    Result<Done> insert(const StoredContact &arriving)
    {
        if (m_removed.contains(arriving.row.id)) {
            const Result<bool> isBack = bringBack(arriving);
            if (!isBack)
                return isBack.error();
            if (!*isBack) {
                m_summary.keys.push_back(0);
                return Done{};
            }
        }
        const Result<RowKey> key = insertRow(m_database, arriving, answeredAt(arriving), m_names);
        if (!key)
            return key.error();
        const Result<Done> isLinked = writeAllLinks(m_database, arriving.row, *key, true);
        if (!isLinked)
            return isLinked;
        m_summary.keys.push_back(*key);
        m_summary.added.append(arriving.row.id);
        m_told.insert(arriving.row.id);
        m_stored.insert(arriving.row.id);
        return Done{};
    }

    //! False: what arrives is from before the contact was taken out.
    Result<bool> bringBack(const StoredContact &arriving)
    {
        const QVariant id = sqlText(arriving.row.id.text());
        const Result<QVariant> removed = m_database.value(sql::removedAt, {id});
        if (!removed)
            return removed.error();
        if (!bringsBack(removed->toLongLong(), ageOf(arriving), m_now))
            return false;
        m_removed.remove(arriving.row.id);
        return m_database.run(sql::forgetRemoved, {id}).map([](int) { return true; });
    }

    Result<Done> update(const Known &known, const StoredContact &arriving)
    {
        m_summary.keys.push_back(known.key);
        if (!replaces(known.age, ageOf(arriving), m_now))
            return touch(sql::touchContact, {known.key});
        ContactRow row = arriving.row;
        row.key = known.key;
        row.tags = merged(known.tags, row.tags);
        row.companies = merged(known.companies, row.companies);
        if (known.hasSameRecord && row.tags == known.tags && row.companies == known.companies)
            return touch(sql::answerContact, {answeredAt(arriving), known.key});
        const Result<Done> isWritten =
            updateRow(m_database, row, arriving.record, answeredAt(arriving)).andThen([&](Done) {
                return writeAllLinks(m_database, row, row.key, false);
            });
        if (!isWritten)
            return isWritten;
        const ContactId &id = arriving.row.id;
        if (!m_told.contains(id)) {
            m_told.insert(id);
            m_summary.changed.append(id);
        }
        return Done{};
    }

    Result<Done> touch(const QString &statement, const QVariantList &values)
    {
        return m_database.run(statement, values).map([](int) { return Done{}; });
    }

    Database &m_database;
    const qint64 m_now;
    StoreSummary m_summary;
    //! Those that are in the summary, since a contact may be given twice.
    QSet<ContactId> m_told;
    FoldedNames m_names;
    //! Of those that are given: in the store, and taken out of it lately.
    QSet<ContactId> m_stored;
    QSet<ContactId> m_removed;
};

} // namespace

Result<StoreSummary> writeContacts(Database &database, const QList<StoredContact> &contacts,
                                   qint64 now)
{
    Upsert upsert(database, now);
    const Result<Done> isKnown = upsert.look(contacts);
    if (!isKnown)
        return isKnown.error();
    for (const StoredContact &contact : contacts) {
        const Result<Done> isAdded = upsert.add(contact);
        if (!isAdded)
            return isAdded.error();
    }
    return upsert.summary();
}

} // namespace roster
