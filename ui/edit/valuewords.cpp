// SPDX-License-Identifier: MIT
#include "ui/edit/valuewords.h"

#include "ui/edit/typedtext.h"
#include "ui/text/fieldtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ValueWords)
};

QString onOneLine(const QString &text)
{
    return text.simplified();
}

QString structureText(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

} // namespace

ValueWords::ValueWords(ContactBook &book, const QTimeZone &zone, const QLocale &locale)
    : m_book(book)
    , m_zone(zone)
    , m_locale(locale)
{
}

QString ValueWords::title(const PatchPlace &place) const
{
    if (place.attribute.isEmpty())
        return fieldTitle(place.field);
    const QList<DataAttribute> attributes = m_book.attributes();
    const auto found =
        std::find_if(attributes.cbegin(), attributes.cend(),
                     [&place](const DataAttribute &each) { return each.name == place.attribute; });
    if (found != attributes.cend())
        return onOneLine(attributeTitle(*found));
    DataAttribute unknown;
    unknown.name = place.attribute;
    return onOneLine(attributeTitle(unknown));
}

AttributeType ValueWords::typeOf(const PatchPlace &place) const
{
    if (place.attribute.isEmpty()) {
        return contactFieldInfo(place.field).kind == FieldKind::Time ? AttributeType::Date
                                                                     : AttributeType::Text;
    }
    const QList<DataAttribute> attributes = m_book.attributes();
    for (const DataAttribute &attribute : attributes) {
        if (attribute.name == place.attribute)
            return attribute.type;
    }
    return AttributeType::Float;
}

QString ValueWords::text(const PatchPlace &place, const QJsonValue &value) const
{
    if (value.isArray() || value.isObject())
        return structureText(value);
    if (place.attribute.isEmpty() && place.field == ContactField::Owner) {
        const QString id = value.toString();
        const QString name = m_book.adminName(AdminId(id));
        return onOneLine(name.isEmpty() ? id : name);
    }
    if (place.attribute.isEmpty() && place.field == ContactField::Role) {
        const Role role = roleNamed(value.toString());
        return role == Role::Other ? value.toString() : roleTitle(role);
    }
    return onOneLine(TypedText(typeOf(place), m_locale, m_zone).shown(value));
}

QString ValueWords::nothing(const PatchPlace &place) const
{
    if (place.attribute.isEmpty() && place.field == ContactField::Owner)
        return Words::tr("No owner");
    const bool isFlag = place.attribute.isEmpty()
                            ? contactFieldInfo(place.field).kind == FieldKind::Flag
                            : typeOf(place) == AttributeType::Flag;
    return isFlag ? Words::tr("Not set") : Words::tr("Empty");
}

} // namespace roster
