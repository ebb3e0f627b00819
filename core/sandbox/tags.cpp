// SPDX-License-Identifier: MIT
#include "core/sandbox/tags.h"

#include "core/sandbox/contactrow.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/segments.h"

#include <QJsonArray>

namespace roster::sandbox::tags {

using namespace Qt::StringLiterals;

std::optional<Tag> find(Context &context, const QString &text)
{
    const auto id = ids::decimal(text);
    if (!id)
        return std::nullopt;
    Rows rows = context.db.select(u"SELECT id, name FROM tag WHERE id=?"_s, {*id});
    if (!rows.next())
        return std::nullopt;
    return Tag{rows.number(0), rows.text(1)};
}

std::optional<Tag> findByName(Context &context, const QString &name)
{
    Rows rows = context.db.select(u"SELECT id, name FROM tag WHERE name_key=?"_s, {folded(name)});
    if (!rows.next())
        return std::nullopt;
    return Tag{rows.number(0), rows.text(1)};
}

Tag findOrCreate(Context &context, const QString &name)
{
    if (const auto found = findByName(context, name))
        return *found;
    context.db.run(u"INSERT INTO tag(name, name_key) VALUES(?,?)"_s, {name, folded(name)});
    return {context.db.lastId(), name};
}

QJsonObject json(const Tag &tag)
{
    return {{u"type"_s, u"tag"_s}, {u"id"_s, QString::number(tag.id)}, {u"name"_s, tag.name}};
}

Outcome list(Context &context, const Call &)
{
    QJsonArray data;
    Rows rows = context.db.select(u"SELECT id, name FROM tag ORDER BY id"_s);
    while (rows.next())
        data.append(json({rows.number(0), rows.text(1)}));
    return QJsonValue(QJsonObject{{u"type"_s, u"list"_s}, {u"data"_s, data}});
}

Outcome show(Context &context, const Call &call)
{
    const auto tag = find(context, call.ids.at(0));
    if (!tag)
        return problems::resourceNotFound();
    return QJsonValue(json(*tag));
}

Outcome remove(Context &context, const Call &call)
{
    const auto tag = find(context, call.ids.at(0));
    if (!tag)
        return problems::resourceNotFound();
    if (const QStringList names = segments::askingFor(context, tag->id); !names.isEmpty())
        return problems::tagInUse(names);
    context.db.run(u"DELETE FROM contact_tag WHERE tag=?"_s, {tag->id});
    context.db.run(u"DELETE FROM company_tag WHERE tag=?"_s, {tag->id});
    context.db.run(u"DELETE FROM tag WHERE id=?"_s, {tag->id});
    return QJsonValue(QJsonValue::Null);
}

} // namespace roster::sandbox::tags
