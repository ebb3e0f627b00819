// SPDX-License-Identifier: MIT
#include "core/sandbox/bodyreader.h"
#include "core/sandbox/companies.h"
#include "core/sandbox/contactrow.h"
#include "core/sandbox/contactstore.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/tags.h"

#include <QJsonArray>

namespace roster::sandbox::tags {

using namespace Qt::StringLiterals;

// POST /tags does five things, told apart by the members of its body.

namespace {

//! One entry of users or companies, found and ready to be tagged or untagged.
struct Target
{
    qint64 seq = 0;
    QString id;
    bool untag = false;
};

std::optional<Target> findTarget(Context &context, const QJsonObject &entry, bool isContact)
{
    BodyReader reader(entry);
    const QString id = reader.id(u"id"_s);
    if (isContact) {
        const auto row = id.isNull() ? std::nullopt : contacts::findActive(context, id);
        return row ? std::optional(Target{row->seq, row->id}) : std::nullopt;
    }
    const auto company = id.isNull()
                             ? companies::findByCompanyId(context, reader.id(u"company_id"_s))
                             : companies::find(context, id);
    return company ? std::optional(Target{company->seq, company->id}) : std::nullopt;
}

// 2.16 lists no refusal of unknown entries any more: it leaves them out.
Checked<QList<Target>> readTargets(Context &context, const Call &call, const QJsonObject &body,
                                   const QString &key)
{
    const QJsonValue value = body.value(key);
    if (!value.isArray())
        return problems::invalidTag();
    const bool isContact = key == "users"_L1;
    QList<Target> targets;
    for (const QJsonValue &entry : value.toArray()) {
        if (!entry.isObject())
            return problems::invalidTag();
        auto target = findTarget(context, entry.toObject(), isContact);
        if (!target && call.version.tellsWhomItTagged())
            continue;
        if (!target)
            return isContact ? problems::userNotFound() : problems::companyNotFound();
        target->untag = entry[u"untag"].toBool() || body.value(u"untag"_s).toBool();
        targets.append(*target);
    }
    return targets;
}

void tagCompany(Context &context, const Target &target, qint64 tag)
{
    const QString sql = target.untag
                            ? u"DELETE FROM company_tag WHERE company=? AND tag=?"_s
                            : u"INSERT OR IGNORE INTO company_tag(company, tag) VALUES(?,?)"_s;
    context.db.run(sql, {target.seq, tag});
}

void tagContact(Context &context, const Target &target, qint64 tag)
{
    if (target.untag)
        detach(context, target.seq, tag);
    else
        attach(context, target.seq, tag);
}

QJsonArray taggedJson(const QList<Target> &targets)
{
    QJsonArray array;
    for (const Target &target : targets)
        array.append(QJsonObject{{u"id"_s, target.id}, {u"tagged"_s, !target.untag}});
    return array;
}

Outcome applyForm(Context &context, const Call &call, const QJsonObject &body, const QString &name)
{
    QJsonObject told;
    Tag tag;
    for (const QString &key : {u"users"_s, u"companies"_s}) {
        told.insert(key, QJsonArray());
        if (!body.contains(key))
            continue;
        const Checked<QList<Target>> targets = readTargets(context, call, body, key);
        if (!targets)
            return targets.problem();
        tag = findOrCreate(context, name);
        for (const Target &target : *targets) {
            if (key == "users"_L1)
                tagContact(context, target, tag.id);
            else
                tagCompany(context, target, tag.id);
        }
        told.insert(key, taggedJson(*targets));
    }
    if (tag.id == 0)
        tag = findOrCreate(context, name);
    QJsonObject answer = json(tag);
    if (call.version.tellsWhomItTagged()) {
        for (auto it = told.begin(); it != told.end(); ++it)
            answer.insert(it.key(), it.value());
    }
    return QJsonValue(answer);
}

Outcome rename(Context &context, const Call &call, const QString &id, const QString &name)
{
    const auto tag = find(context, id);
    if (!tag)
        return problems::resourceNotFound();
    const auto other = findByName(context, name);
    if (other && other->id != tag->id)
        return problems::invalidTag();
    context.db.run(u"UPDATE tag SET name=?, name_key=? WHERE id=?"_s,
                   {name, folded(name), tag->id});
    QJsonObject answer = json({tag->id, name});
    if (call.version.tellsWhomItTagged()) {
        answer.insert(u"users"_s, QJsonArray());
        answer.insert(u"companies"_s, QJsonArray());
    }
    return QJsonValue(answer);
}

} // namespace

Outcome createOrApply(Context &context, const Call &call)
{
    const Checked<QJsonObject> body = call.bodyObject();
    if (!body)
        return body.problem();
    const QJsonValue name = body->value(u"name"_s);
    if (!name.isString() || name.toString().trimmed().isEmpty())
        return problems::invalidTag();
    if (!body->contains(u"id"_s))
        return applyForm(context, call, *body, name.toString());
    BodyReader reader(*body);
    const QString id = reader.id(u"id"_s);
    if (reader.isRefused() || id.isNull())
        return problems::invalidTag();
    return rename(context, call, id, name.toString());
}

} // namespace roster::sandbox::tags
