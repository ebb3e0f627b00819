// SPDX-License-Identifier: MIT
#include "core/sandbox/seeder.h"

#include "core/sandbox/catalogue.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/people.h"
#include "core/sandbox/schema.h"
#include "core/sandbox/seedchoices.h"
#include "core/sandbox/seedconversations.h"
#include "core/sandbox/seednotes.h"
#include "core/sandbox/visitorseed.h"

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

const qint64 day = 24 * 3600;

QString insertContact()
{
    return u"INSERT INTO contact("_s + contactColumns().join(u',') + u") VALUES("_s +
           QStringList(contactColumns().size(), u"?"_s).join(u',') + u')';
}

// Tags and companies were put on some time between the person's first and last day.
qint64 store(Database &db, const QString &insert, const Person &person, qint64 now)
{
    db.run(insert, contactValues(person.row));
    const qint64 seq = db.lastId();
    const qint64 created = person.row.createdAt;
    const qint64 step = (now - created) / 40;
    qint64 n = 0;
    for (const qint64 tag : person.tags) {
        db.run(u"INSERT INTO contact_tag(contact, tag, applied_at, admin) VALUES(?,?,?,?)"_s,
               {seq, tag, created + step * ++n, firstAdmin + tag % humanAdmins});
    }
    n = 0;
    for (const qint64 company : person.companies) {
        db.run(u"INSERT INTO contact_company(contact, company, attached_at) VALUES(?,?,?)"_s,
               {seq, company, created + step * ++n});
    }
    return seq;
}

void storeFacts(Database &db, const WorkspaceOptions &options)
{
    const quint64 salt = ids::mix(options.seed);
    schema::setMeta(db, u"app_id"_s, u"rs"_s + QString::number(salt, 36).right(6));
    schema::setMeta(db, u"app_created_at"_s, options.now - 6 * 365 * day);
    schema::setMeta(db, u"salt"_s, QString::number(salt));
    schema::setMeta(db, u"seed"_s, options.seed);
    schema::setMeta(db, u"seeded_now"_s, options.now);
    schema::setMeta(db, u"token_owner"_s, firstAdmin);
    schema::setMeta(db, u"counter"_s, options.contacts);
}

} // namespace

void populate(Database &db, const WorkspaceOptions &options)
{
    storeFacts(db, options);
    storeCatalogue(db, options);
    storeVisitors(db, options);
    People people(options, storeBusinesses(db, options));
    NoteSeeder notes(db, options);
    ConversationSeeder conversations(db, options);
    const QString insert = insertContact();
    for (int i = 0; i < options.contacts && !db.hasFailed(); ++i) {
        const Person person = i == 0 ? personOfTheExamples(options) : people.make(i);
        const qint64 seq = store(db, insert, person, options.now);
        notes.store(i, seq, person.row.createdAt);
        storeChoices(db, options, i, seq, person.row.createdAt);
        conversations.store(i, seq, person.row.createdAt);
    }
    conversations.finish();
}

} // namespace roster::sandbox::seed
