// SPDX-License-Identifier: MIT
#include "ui/filter/valueeditors.h"

#include "ui/filter/dayvalueeditor.h"
#include "ui/filter/linesvalueeditor.h"
#include "ui/filter/pickvalueeditor.h"
#include "ui/filter/textvalueeditor.h"
#include "ui/text/fieldtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include <algorithm>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ValueEditors)
};

enum EditorKey {
    NoEditor,
    PickOne,
    PickSeveral,
    TypeText,
    TypeNumber,
    TypeLines,
    TypeDays,
    PickDay
};

bool takesSeveral(FilterTest test)
{
    return valueCountOf(test).most > 1;
}

template <class Value>
QList<PickItem> itemsOf(const QList<Value> &values)
{
    QList<PickItem> items;
    for (const Value &value : values)
        items.append(
            {value.id.text(), value.name.isEmpty() ? value.id.text() : value.name, {}, false});
    return items;
}

QStringList optionsOf(const FilterSubject &subject, const ContactBook &book)
{
    const QList<DataAttribute> attributes = book.attributes();
    const auto known = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const auto &its) { return its.name == subject.attribute; });
    return known == attributes.end() ? QStringList() : known->options;
}

struct Choices
{
    QString name;
    QList<PickItem> items;
};

Choices choicesOf(const FilterSubject &subject, const ContactBook &book)
{
    switch (subject.field) {
    case FilterField::Role:
        return {Words::tr("Search roles"),
                {{roleName(Role::User), roleTitle(Role::User), {}, false},
                 {roleName(Role::Lead), roleTitle(Role::Lead), {}, false}}};
    case FilterField::Tag:
        return {Words::tr("Search tags"), itemsOf(book.tags())};
    case FilterField::Company:
        return {Words::tr("Search companies"), itemsOf(book.companies())};
    case FilterField::Owner:
        return {Words::tr("Search teammates"), itemsOf(book.admins())};
    default:
        break;
    }
    QList<PickItem> items;
    const QStringList options = optionsOf(subject, book);
    for (const QString &option : options)
        items.append({option, option, {}, false});
    return {Words::tr("Search values"), items};
}

} // namespace

int valueEditorKey(const FilterSubject &subject, FilterTest test)
{
    if (valueCountOf(test).most == 0)
        return NoEditor;
    const bool areSeveral = takesSeveral(test);
    switch (subject.kind()) {
    case FilterKind::Role:
    case FilterKind::Links:
    case FilterKind::Owner:
    case FilterKind::Choice:
        return areSeveral ? PickSeveral : PickOne;
    case FilterKind::Date:
        return test == FilterTest::InLastDays ? TypeDays : PickDay;
    case FilterKind::Number:
        return areSeveral ? TypeLines : TypeNumber;
    case FilterKind::Text:
    case FilterKind::Flag:
        break;
    }
    return areSeveral ? TypeLines : TypeText;
}

ValueEditor *makeValueEditor(const Theme &theme, const FilterSubject &subject, FilterTest test,
                             const ContactBook &book, const FilterDays &days, QWidget *parent)
{
    using Takes = TextValueEditor::Takes;
    const QDate today = days.today.isValid()
                            ? days.today
                            : dayAt(QDateTime::currentSecsSinceEpoch(), days.timeZone);
    switch (valueEditorKey(subject, test)) {
    case PickOne:
    case PickSeveral: {
        const Choices choices = choicesOf(subject, book);
        const auto takes =
            takesSeveral(test) ? PickValueEditor::Takes::Several : PickValueEditor::Takes::One;
        return new PickValueEditor(theme, takes, choices.name, choices.items, parent);
    }
    case TypeText:
        return new TextValueEditor(theme, Takes::Text, Words::tr("Text"), parent);
    case TypeNumber:
        return new TextValueEditor(theme, Takes::Number, Words::tr("Number"), parent);
    case TypeDays:
        return new TextValueEditor(theme, Takes::Days, Words::tr("Number of days"), parent);
    case TypeLines:
        return new LinesValueEditor(subject.kind() == FilterKind::Number, Words::tr("Values"),
                                    parent);
    case PickDay:
        return new DayValueEditor(theme, today, Words::tr("Day"), parent);
    default:
        return nullptr;
    }
}

} // namespace roster
