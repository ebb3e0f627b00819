// SPDX-License-Identifier: MIT
#include "ui/filter/textvalueeditor.h"

#include "core/domain/filtercondition.h"
#include "ui/widgets/textfield.h"

#include <QtCore/QLocale>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QVBoxLayout>

namespace roster {

namespace {

//! Digits that tell numbers apart and no more.
constexpr int precision = 15;

} // namespace

QString numberValueOf(const QString &typed)
{
    const QString text = typed.trimmed();
    if (filterNumber(text))
        return text;
    bool isNumber = false;
    const double number = QLocale().toDouble(text, &isNumber);
    return isNumber ? QString::number(number, 'g', precision) : text;
}

QString typedNumberOf(const QString &value)
{
    const auto number = filterNumber(value);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return number ? locale.toString(*number, 'g', precision) : value;
}

TextValueEditor::TextValueEditor(const Theme &theme, Takes takes, const QString &name,
                                 QWidget *parent)
    : ValueEditor(parent)
    , m_takes(takes)
    , m_field(new TextField(theme, QStringLiteral("filterValueEdit"), name, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_field);
    setFocusProxy(m_field);
    if (takes == Takes::Number)
        m_field->setPlaceholderText(QLocale().toString(12.5));
    else if (takes == Takes::Days)
        m_field->setPlaceholderText(QLocale().toString(30));
    connect(m_field, &QLineEdit::textChanged, this, &ValueEditor::changed);
    connect(m_field, &QLineEdit::returnPressed, this, &ValueEditor::confirmed);
}

QStringList TextValueEditor::values() const
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty())
        return {};
    return {m_takes == Takes::Text ? text : numberValueOf(text)};
}

void TextValueEditor::setValues(const QStringList &values)
{
    const QSignalBlocker quiet(m_field);
    const QString value = values.value(0);
    m_field->setText(m_takes == Takes::Number ? typedNumberOf(value) : value);
    m_field->selectAll();
}

void TextValueEditor::setInvalid(bool isInvalid)
{
    m_field->setInvalid(isInvalid);
}

} // namespace roster
