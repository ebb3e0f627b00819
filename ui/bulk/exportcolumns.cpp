// SPDX-License-Identifier: MIT
#include "ui/bulk/exportcolumns.h"

#include "ui/bulk/listednames.h"
#include "ui/text/fieldtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExportColumns)
};

using Row = const ContactRow &;
using Record = const Contact &;

QString momentText(std::optional<qint64> seconds)
{
    return seconds ? QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC).toString(Qt::ISODate)
                   : QString();
}

QString fieldText(const FieldValue &value, FieldKind kind)
{
    if (const auto flag = flagOf(value))
        return *flag ? u"true"_s : u"false"_s;
    if (const auto number = numberOf(value))
        return kind == FieldKind::Time ? momentText(number) : QString::number(*number);
    return textOf(value);
}

QString jsonText(const QJsonValue &value, AttributeType type)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble() && type == AttributeType::Date)
        return momentText(value.toInteger());
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toString();
}

ExportColumn rowColumn(ContactField field, bool isChosen, std::function<QString(Row)> text)
{
    return {contactFieldInfo(field).jsonName, fieldTitle(field), false, isChosen,
            [text = std::move(text)](Row row, Record) { return text(row); }};
}

QList<ExportColumn> tableColumns(const ContactBook &book)
{
    using F = ContactField;
    const ContactBook *names = &book;
    return {
        rowColumn(F::Id, true, [](Row row) { return row.id.text(); }),
        rowColumn(F::Role, true, [](Row row) { return roleName(row.role); }),
        rowColumn(F::Name, true, [](Row row) { return row.name; }),
        rowColumn(F::Email, true, [](Row row) { return row.email; }),
        rowColumn(F::Phone, true, [](Row row) { return row.phone; }),
        rowColumn(F::ExternalId, true, [](Row row) { return row.externalId; }),
        rowColumn(F::Owner, true, [names](Row row) { return names->adminName(row.owner); }),
        rowColumn(F::Tags, true,
                  [names](Row row) {
                      return listedNames(row.tags, u"; "_s,
                                         [&](const TagId &id) { return names->tagName(id); });
                  }),
        rowColumn(F::Companies, true,
                  [names](Row row) {
                      return listedNames(row.companies, u"; "_s, [&](const CompanyId &id) {
                          return names->companyName(id);
                      });
                  }),
        rowColumn(F::LastSeenAt, true, [](Row row) { return momentText(row.lastSeenAt); }),
        rowColumn(F::CreatedAt, true, [](Row row) { return momentText(row.createdAt); }),
        rowColumn(F::SignedUpAt, false, [](Row row) { return momentText(row.signedUpAt); }),
        rowColumn(F::UpdatedAt, false, [](Row row) { return momentText(row.updatedAt); }),
    };
}

void addFields(QList<ExportColumn> &columns)
{
    for (const ContactFieldInfo &info : contactFields()) {
        const QString id = info.jsonName;
        const bool isThere = std::any_of(columns.cbegin(), columns.cend(),
                                         [&id](const auto &column) { return column.id == id; });
        if (isThere || info.kind == FieldKind::List)
            continue;
        columns.append({id, fieldTitle(info.field), true, false,
                        [field = info.field, kind = info.kind](Row, Record contact) {
                            return fieldText(contact.value(field), kind);
                        }});
    }
}

void addAttributes(QList<ExportColumn> &columns, const ContactBook &book)
{
    const QList<DataAttribute> attributes = book.attributes();
    for (const DataAttribute &attribute : attributes) {
        if (attribute.isArchived)
            continue;
        columns.append({u"custom_attributes."_s + attribute.name,
                        Words::tr("%1 (attribute)").arg(attributeTitle(attribute)), true, false,
                        [name = attribute.name, type = attribute.type](Row, Record contact) {
                            return jsonText(contact.customAttributes.value(name), type);
                        }});
    }
}

} // namespace

QList<ExportColumn> exportColumns(const ContactBook &book)
{
    QList<ExportColumn> columns = tableColumns(book);
    addFields(columns);
    addAttributes(columns, book);
    return columns;
}

QList<ExportColumn> chosenColumns(const QList<ExportColumn> &columns, const QStringList &ids)
{
    QList<ExportColumn> chosen;
    for (const QString &id : ids) {
        const auto found = std::find_if(columns.cbegin(), columns.cend(),
                                        [&id](const auto &column) { return column.id == id; });
        if (found != columns.cend())
            chosen.append(*found);
    }
    return chosen;
}

} // namespace roster
