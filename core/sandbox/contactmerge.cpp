// SPDX-License-Identifier: MIT
#include "core/sandbox/contactmerge.h"

#include "core/sandbox/bodyreader.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/contactwrites.h"
#include "core/sandbox/conversations.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/mergehistory.h"

namespace roster::sandbox::contacts {

using namespace Qt::StringLiterals;

namespace {

struct Merge
{
    ContactRow from;
    ContactRow into;
    bool isChecked = true; //!< for being duplicates, where the version asks for it
};

Checked<Merge> readMerge(Context &context, const Call &call)
{
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    BodyReader reader(*body);
    const QString from = reader.id(u"from"_s);
    const QString into = reader.id(u"into"_s);
    const bool isSkipped = reader.boolean(u"skip_duplicate_validation"_s).value_or(false);
    if (reader.isRefused())
        return reader.problem();
    for (const auto &[name, id] : {std::pair(u"from"_s, from), std::pair(u"into"_s, into)}) {
        if (id.isEmpty())
            return problems::missing(name + u" is required"_s, name);
    }
    const auto lead = findActive(context, from);
    const auto user = findActive(context, into);
    if (!lead || !user)
        return problems::contactNotFound();
    return Merge{*lead, *user, !isSkipped};
}

bool areDuplicates(const ContactRow &a, const ContactRow &b)
{
    return (!a.email.isEmpty() && folded(a.email) == folded(b.email)) ||
           (!a.phone.isEmpty() && a.phone == b.phone);
}

} // namespace

void takeOver(ContactRow &into, const ContactRow &from)
{
    for (QString ContactRow::*text :
         {&ContactRow::email, &ContactRow::phone, &ContactRow::name, &ContactRow::browser,
          &ContactRow::browserLanguage, &ContactRow::os, &ContactRow::country, &ContactRow::region,
          &ContactRow::city, &ContactRow::countryCode, &ContactRow::continentCode}) {
        if ((into.*text).isEmpty())
            into.*text = from.*text;
    }
    for (std::optional<qint64> ContactRow::*number :
         {&ContactRow::ownerId, &ContactRow::signedUpAt, &ContactRow::lastSeenAt,
          &ContactRow::lastRepliedAt, &ContactRow::lastContactedAt, &ContactRow::lastOpenedAt,
          &ContactRow::lastClickedAt}) {
        if (!(into.*number))
            into.*number = from.*number;
    }
    for (QJsonObject ContactRow::*members : {&ContactRow::attributes, &ContactRow::extra}) {
        for (auto it = (from.*members).begin(); it != (from.*members).end(); ++it) {
            if ((into.*members).value(it.key()).isNull() || !(into.*members).contains(it.key()))
                (into.*members).insert(it.key(), it.value());
        }
    }
}

namespace {

void moveLinks(Context &context, qint64 from, qint64 into)
{
    // Where both chose about a subscription type, what the user chose stays.
    for (const QString &table :
         {u"contact_tag"_s, u"contact_company"_s, u"note"_s, u"contact_subscription"_s}) {
        context.db.run(u"UPDATE OR IGNORE "_s + table + u" SET contact=? WHERE contact=?"_s,
                       {into, from});
        context.db.run(u"DELETE FROM "_s + table + u" WHERE contact=?"_s, {from});
    }
    conversations::handOver(context, from, into);
}

} // namespace

Outcome merge(Context &context, const Call &call)
{
    Checked<Merge> merge = readMerge(context, call);
    if (!merge)
        return merge.problem();
    auto &[from, into, isChecked] = *merge;
    if (!from.isLead || into.isLead)
        return problems::invalidMerge(u"Merging can only be performed on a lead into a user"_s);
    if (isChecked && call.version.mergesDuplicatesOnly() && !areDuplicates(from, into))
        return problems::invalidMerge(
            u"Contacts can only be merged when they are duplicates (matching email or phone)."
            " Pass skip_duplicate_validation=true to override this check."_s);
    lag::noteChange(context, from.seq);
    lag::noteChange(context, into.seq);
    moveLinks(context, from.seq, into.seq);
    takeOver(into, from);
    update(context, into);
    context.db.run(u"UPDATE contact SET state=? WHERE seq=?"_s,
                   {static_cast<int>(ContactState::Merged), from.seq});
    context.db.run(
        u"INSERT OR REPLACE INTO contact_merge(source, target, merged_at) VALUES(?,?,?)"_s,
        {from.seq, into.seq, context.now()});
    return withMergeHistory(context, call, QJsonValue(json(context, into, call.version)));
}

} // namespace roster::sandbox::contacts
