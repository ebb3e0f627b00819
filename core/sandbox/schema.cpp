// SPDX-License-Identifier: MIT
#include "core/sandbox/schema.h"

#include "core/sandbox/contactrow.h"
#include "core/sandbox/recordtables.h"

namespace roster::sandbox::schema {

using namespace Qt::StringLiterals;

namespace {

constexpr int currentVersion = 1;

// The columns of a contact, for the table and for the images that a lagging search still shows.
const QString contactDefinition = uR"(
    id TEXT NOT NULL, state INTEGER NOT NULL, is_lead INTEGER NOT NULL, external_id TEXT,
    email TEXT, phone TEXT, name TEXT, owner_id INTEGER,
    bounced INTEGER NOT NULL, spam INTEGER NOT NULL, unsubscribed INTEGER NOT NULL,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, signed_up_at INTEGER,
    last_seen_at INTEGER, last_replied_at INTEGER, contacted_at INTEGER, opened_at INTEGER,
    clicked_at INTEGER, browser TEXT, language TEXT, os TEXT, country TEXT, region TEXT, city TEXT,
    country_code TEXT, continent TEXT, push INTEGER, attributes TEXT, extra TEXT,
    deleted_at INTEGER, email_key TEXT, name_key TEXT, attributes_key TEXT)"_s;

// These two came later than the others: workspaces from before get them when they are opened.
QString mergeTable()
{
    return u"CREATE TABLE IF NOT EXISTS contact_merge(source INTEGER PRIMARY KEY, target INTEGER "
           u"NOT NULL,"
           " merged_at INTEGER NOT NULL)"_s;
}

QString subscriptionTable()
{
    return u"CREATE TABLE IF NOT EXISTS contact_subscription(contact INTEGER NOT NULL,"
           " type INTEGER NOT NULL, chosen_at INTEGER NOT NULL, PRIMARY KEY(contact, type))"
           " WITHOUT ROWID"_s;
}

QStringList tables()
{
    return {
        u"CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
        u"CREATE TABLE contact(seq INTEGER PRIMARY KEY AUTOINCREMENT,"_s + contactDefinition + u')',
        u"CREATE TABLE contact_stale(version INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT "
        u"NULL,"
        " until INTEGER NOT NULL, absent INTEGER NOT NULL, tags TEXT, companies TEXT,"_s +
            QString(contactDefinition).replace(u" NOT NULL"_s, QString()) + u')',
        u"CREATE TABLE tag(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,"
        " name_key TEXT NOT NULL UNIQUE)"_s,
        u"CREATE TABLE contact_tag(contact INTEGER NOT NULL, tag INTEGER NOT NULL,"
        " applied_at INTEGER NOT NULL, admin INTEGER NOT NULL, PRIMARY KEY(contact, tag))"
        " WITHOUT ROWID"_s,
        u"CREATE TABLE company(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
        " company_id TEXT NOT NULL UNIQUE, name TEXT, remote_created_at INTEGER,"
        " created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, last_request_at INTEGER,"
        " monthly_spend INTEGER NOT NULL DEFAULT 0, session_count INTEGER NOT NULL DEFAULT 0,"
        " size INTEGER, website TEXT, industry TEXT, plan TEXT, attributes TEXT)"_s,
        u"CREATE TABLE contact_company(contact INTEGER NOT NULL, company INTEGER NOT NULL,"
        " attached_at INTEGER NOT NULL, PRIMARY KEY(contact, company)) WITHOUT ROWID"_s,
        u"CREATE TABLE company_tag(company INTEGER NOT NULL, tag INTEGER NOT NULL,"
        " PRIMARY KEY(company, tag)) WITHOUT ROWID"_s,
        u"CREATE TABLE note(id INTEGER PRIMARY KEY AUTOINCREMENT, contact INTEGER NOT NULL,"
        " admin INTEGER NOT NULL, body TEXT NOT NULL, created_at INTEGER NOT NULL)"_s,
        u"CREATE TABLE admin(id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL,"
        " job_title TEXT, is_bot INTEGER NOT NULL, is_away INTEGER NOT NULL,"
        " has_seat INTEGER NOT NULL)"_s,
        mergeTable(),
        subscriptionTable(),
        u"CREATE TABLE data_attribute(id INTEGER PRIMARY KEY AUTOINCREMENT, model TEXT NOT NULL,"
        " name TEXT NOT NULL, description TEXT, data_type TEXT NOT NULL, options TEXT,"
        " archived INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,"
        " admin INTEGER NOT NULL, UNIQUE(model, name))"_s};
}

// What lists and search see: a contact written lately shows the image from before that write.
QStringList views()
{
    const QString fresh = u" WHERE NOT EXISTS(SELECT 1 FROM contact_stale z WHERE z.seq="_s;
    const QString first = u" s.version=(SELECT min(z.version) FROM contact_stale z"
                          " WHERE z.seq=s.seq)"_s;
    return {
        u"CREATE VIEW contact_seen AS SELECT "_s + contactSelection(u"c"_s) + u" FROM contact c"_s +
            fresh + u"c.seq) UNION ALL SELECT "_s + contactSelection(u"s"_s) +
            u" FROM contact_stale s WHERE s.absent=0 AND"_s + first,
        u"CREATE VIEW contact_tag_seen AS SELECT contact,tag,applied_at,admin FROM contact_tag t"_s +
            fresh +
            u"t.contact) UNION ALL SELECT s.seq, json_extract(j.value,'$[0]'),"
            " json_extract(j.value,'$[1]'), json_extract(j.value,'$[2]')"
            " FROM contact_stale s, json_each(s.tags) j WHERE s.absent=0 AND"_s +
            first,
        u"CREATE VIEW contact_company_seen AS SELECT contact,company,attached_at"
        " FROM contact_company t"_s +
            fresh +
            u"t.contact) UNION ALL SELECT s.seq, json_extract(j.value,'$[0]'),"
            " json_extract(j.value,'$[1]') FROM contact_stale s, json_each(s.companies) j"
            " WHERE s.absent=0 AND"_s +
            first};
}

QStringList indexes()
{
    const QString absent = QString::number(absentNumber);
    return {u"CREATE UNIQUE INDEX contact_id ON contact(id)"_s,
            u"CREATE INDEX contact_email ON contact(email_key)"_s,
            u"CREATE INDEX contact_external ON contact(external_id)"_s,
            u"CREATE INDEX contact_external_key ON contact(lower(external_id))"_s,
            u"CREATE INDEX contact_deleted ON contact(deleted_at) WHERE state=2"_s,
            u"CREATE INDEX contact_created ON contact(created_at, id) WHERE state=0"_s,
            u"CREATE INDEX contact_updated ON contact(updated_at, id) WHERE state=0"_s,
            u"CREATE INDEX contact_seen_at ON contact(ifnull(last_seen_at,"_s + absent +
                u"), id) WHERE state=0"_s,
            u"CREATE INDEX contact_name ON contact(ifnull(name_key,''), id) WHERE state=0"_s,
            u"CREATE INDEX contact_stale_seq ON contact_stale(seq, version)"_s,
            u"CREATE INDEX contact_stale_until ON contact_stale(until)"_s,
            u"CREATE INDEX contact_tag_tag ON contact_tag(tag, contact)"_s,
            u"CREATE INDEX contact_company_company ON contact_company(company, contact)"_s,
            u"CREATE INDEX company_name ON company(name)"_s,
            u"CREATE INDEX company_tag_tag ON company_tag(tag, company)"_s,
            u"CREATE INDEX note_contact ON note(contact)"_s};
}

} // namespace

Found look(Database &db)
{
    const bool isEmpty = db.scalar(u"SELECT count(*) FROM sqlite_schema"
                                   " WHERE name NOT LIKE 'sqlite_%'"_s)
                             .toInt() == 0;
    if (isEmpty && !db.hasFailed())
        return Found::Nothing;
    const bool hasMeta =
        db.scalar(u"SELECT count(*) FROM sqlite_schema WHERE name IN ('meta','contact_stale')"_s)
            .toInt() == 2;
    if (!hasMeta)
        return Found::SomethingElse;
    const int version = meta(db, u"schema"_s).toInt();
    if (version > currentVersion)
        return Found::Newer;
    return version == currentVersion ? Found::Workspace : Found::SomethingElse;
}

void createTables(Database &db)
{
    for (const QStringList &list : {tables(), recordTables(), views()}) {
        for (const QString &sql : list)
            db.run(sql);
    }
    setMeta(db, u"schema"_s, currentVersion);
}

void createMissingTables(Database &db)
{
    db.run(mergeTable());
    db.run(subscriptionTable());
    for (const QString &sql : recordTables())
        db.run(sql);
}

void createIndexes(Database &db)
{
    for (const QString &sql : indexes())
        db.run(sql);
}

void dropAll(Database &db)
{
    QStringList drops;
    {
        Rows rows = db.select(u"SELECT type, name FROM sqlite_schema WHERE type IN ('table','view')"
                              " AND name NOT LIKE 'sqlite_%' ORDER BY type DESC"_s);
        while (rows.next())
            drops.append(u"DROP "_s + rows.text(0) + u' ' + rows.text(1));
    }
    for (const QString &sql : drops)
        db.run(sql);
}

QVariant meta(Database &db, const QString &key)
{
    return db.scalar(u"SELECT value FROM meta WHERE key=?"_s, {key});
}

void setMeta(Database &db, const QString &key, const QVariant &value)
{
    db.run(u"INSERT OR REPLACE INTO meta(key,value) VALUES(?,?)"_s, {key, value});
}

} // namespace roster::sandbox::schema
