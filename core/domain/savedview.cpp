// SPDX-License-Identifier: MIT
#include "core/domain/savedview.h"

#include "core/domain/filterjson.h"
#include "core/domain/strictjson.h"

#include <QtCore/QJsonDocument>

namespace roster {

namespace {

constexpr int formatVersion = 1;
const QLatin1String formatName("roster-views");
const QLatin1String ascending("ascending");
const QLatin1String descending("descending");

std::optional<Qt::SortOrder> sortOrderNamed(QStringView word)
{
    if (word == ascending)
        return Qt::AscendingOrder;
    return word == descending ? std::optional(Qt::DescendingOrder) : std::nullopt;
}

std::optional<QUuid> uuidOf(QStringView text)
{
    const QUuid id = QUuid::fromString(text);
    return id.isNull() ? std::nullopt : std::optional(id);
}

std::optional<QByteArray> bytesOf(QStringView text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(decoded.decoded) : std::nullopt;
}

//! A condition that is still being typed could not be read back.
ContactFilter withoutProblems(ContactFilter filter)
{
    for (FilterGroup &group : filter.groups)
        group.conditions.removeIf(
            [](const FilterCondition &its) { return problemOf(its).has_value(); });
    filter.groups.removeIf([](const FilterGroup &group) { return group.conditions.isEmpty(); });
    return filter;
}

QJsonObject jsonOf(const SavedView &view)
{
    return {{QStringLiteral("id"), view.id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("name"), view.name},
            {QStringLiteral("text"), view.text},
            {QStringLiteral("filter"), toJson(withoutProblems(view.filter))},
            {QStringLiteral("sort"), filterWord(view.sortColumn)},
            {QStringLiteral("order"),
             QString(view.sortOrder == Qt::AscendingOrder ? ascending : descending)},
            {QStringLiteral("columns"), QString::fromLatin1(view.columns.toBase64())}};
}

void readFilter(SavedView &view, StrictObject &object)
{
    const QLatin1String name("filter");
    const Result<ContactFilter> filter = contactFilterFromJson(object.rawObject(name));
    if (!filter) {
        object.complainWithin(name, filter.error().detail);
        return;
    }
    view.filter = *filter;
    const QList<FilterFinding> findings = problemsOf(view.filter);
    if (!findings.isEmpty())
        object.complainWithin(name, QStringLiteral("groups[%1].conditions[%2]: cannot be asked")
                                        .arg(findings.constFirst().group)
                                        .arg(findings.constFirst().condition));
}

SavedView viewOf(StrictObject object)
{
    SavedView view;
    view.id = object.word(QLatin1String("id"), uuidOf);
    view.name = object.text(QLatin1String("name"));
    view.text = object.text(QLatin1String("text"));
    readFilter(view, object);
    view.sortColumn = object.word(QLatin1String("sort"), sortColumnNamed);
    view.sortOrder = object.word(QLatin1String("order"), sortOrderNamed);
    view.columns = object.word(QLatin1String("columns"), bytesOf);
    object.finish();
    if (view.name.trimmed().isEmpty())
        object.complain(QStringLiteral("name"), QStringLiteral("empty"));
    return view;
}

} // namespace

ContactQuery SavedView::query(const FilterDays &days) const
{
    ContactQuery asked;
    asked.text = text;
    asked.filter = filter;
    asked.days = days;
    asked.sortColumn = sortColumn;
    asked.sortOrder = sortOrder;
    return asked;
}

QByteArray savedViewsToJson(const QList<SavedView> &views)
{
    QJsonArray all;
    for (const SavedView &view : views)
        all.append(jsonOf(view));
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), QString(formatName)},
                                     {QStringLiteral("version"), formatVersion},
                                     {QStringLiteral("views"), all}})
        .toJson();
}

Result<QList<SavedView>> savedViewsFromJson(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return ApiError::protocol(document.isNull() ? parsing.errorString()
                                                    : QStringLiteral("an object expected"));
    QString problem;
    StrictObject object(document.object(), {}, problem);
    if (object.text(QLatin1String("format")) != formatName)
        return ApiError::protocol(QStringLiteral("format: not a file of views"));
    const int version = object.number(QLatin1String("version"));
    if (version != formatVersion)
        return ApiError::protocol(QStringLiteral("version: %1 is not known").arg(version));
    const QList<SavedView> views = object.list<SavedView>(QLatin1String("views"), viewOf);
    object.finish();
    if (!problem.isEmpty())
        return ApiError::protocol(problem);
    return views;
}

} // namespace roster
