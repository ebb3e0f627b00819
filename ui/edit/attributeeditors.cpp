// SPDX-License-Identifier: MIT
#include "ui/edit/attributeeditors.h"

#include "ui/edit/choiceeditor.h"
#include "ui/edit/lineeditor.h"
#include "ui/edit/segmenteditor.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textfield.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AttributeEditors)
};

AttributeType typeOf(const QJsonValue &value)
{
    if (value.isBool())
        return AttributeType::Flag;
    return value.isDouble() ? AttributeType::Float : AttributeType::Text;
}

} // namespace

QList<DataAttribute> editableAttributes(const QList<DataAttribute> &known, const Contact *contact)
{
    QList<DataAttribute> attributes;
    for (const DataAttribute &attribute : known) {
        if (attribute.isWritable && !attribute.isArchived)
            attributes.append(attribute);
    }
    const auto isKnown = [&known](const QString &name) {
        return std::any_of(known.begin(), known.end(),
                           [&](const DataAttribute &each) { return each.name == name; });
    };
    if (contact) {
        const auto &own = contact->customAttributes;
        for (auto it = own.cbegin(); it != own.cend(); ++it) {
            // Objects and lists of custom objects have no editor; they stay as they are.
            const bool isScalar = !it->isObject() && !it->isArray();
            if (isScalar && !isKnown(it.key()))
                attributes.append({it.key(), {}, {}, typeOf(*it), {}, true, false});
        }
    }
    std::sort(attributes.begin(), attributes.end(), [](const auto &a, const auto &b) {
        return attributeTitle(a).localeAwareCompare(attributeTitle(b)) < 0;
    });
    return attributes;
}

FieldEditor *makeAttributeEditor(const Theme &theme, const DataAttribute &attribute,
                                 const QString &objectName, const QTimeZone &zone, QWidget *parent)
{
    const QString title = attributeTitle(attribute);
    if (attribute.type == AttributeType::Flag) {
        auto *segments = new SegmentedControl(theme, objectName + u"Segments"_s, title, parent);
        addFlagChoices(*segments);
        return new SegmentEditor(*segments);
    }
    if (attribute.type == AttributeType::List && !attribute.options.isEmpty()) {
        auto *combo = new ComboField(theme, objectName + u"Combo"_s, title, parent);
        QList<ChoiceEditor::Choice> choices{{Words::tr("Not set"), QJsonValue::Null}};
        for (const QString &option : attribute.options)
            choices.append({option, option});
        return new ChoiceEditor(*combo, std::move(choices));
    }
    auto *line = new TextField(theme, objectName + u"Edit"_s, title, parent);
    const TypedText text(attribute.type, QLocale(), zone);
    line->setPlaceholderText(text.example());
    return new LineEditor(*line, text);
}

} // namespace roster
