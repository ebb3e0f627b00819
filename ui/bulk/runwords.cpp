// SPDX-License-Identifier: MIT
#include "ui/bulk/runwords.h"

#include "ui/edit/typedtext.h"
#include "ui/text/fieldtext.h"

#include <QtCore/QCoreApplication>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

DataAttribute attributeNamed(const QString &name, const ContactBook &book)
{
    const QList<DataAttribute> all = book.attributes();
    for (const DataAttribute &attribute : all) {
        if (attribute.name == name)
            return attribute;
    }
    DataAttribute unknown;
    unknown.name = name;
    return unknown;
}

QString valueText(const QJsonValue &value, const DataAttribute &attribute, const QTimeZone &zone)
{
    if (value.isBool())
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    return TypedText(attribute.type, QLocale(), zone).shown(value);
}

void nameUpdate(RunWords &words, const ContactBook &book, const QTimeZone &zone)
{
    const ContactPatch &patch = words.action.patch;
    switch (updateKindOf(patch)) {
    case UpdateKind::Owner: {
        const AdminId owner(textOf(patch.fields.at(ContactField::Owner)));
        words.thing = owner.isEmpty() ? QString() : book.adminName(owner);
        if (words.thing.isEmpty())
            words.thing = owner.text();
        break;
    }
    case UpdateKind::Attribute: {
        const QString name = patch.customAttributes.firstKey();
        const DataAttribute attribute = attributeNamed(name, book);
        words.thing = attributeTitle(attribute);
        words.value = valueText(patch.customAttributes.first(), attribute, zone);
        break;
    }
    case UpdateKind::Emails:
    case UpdateKind::Other:
        break;
    }
}

} // namespace

RunWords runWords(const BulkAction &action, const ContactBook &book, const QTimeZone &zone)
{
    RunWords words{action, {}, {}};
    if (!action.tag.isEmpty())
        words.thing = book.tagName(action.tag);
    if (!action.company.isEmpty())
        words.thing = book.companyName(action.company);
    if (action.kind == BulkAction::Kind::Update || action.kind == BulkAction::Kind::PutBack)
        nameUpdate(words, book, zone);
    return words;
}

} // namespace roster
