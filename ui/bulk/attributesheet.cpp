// SPDX-License-Identifier: MIT
#include "ui/bulk/attributesheet.h"

#include "core/service/session.h"
#include "ui/edit/attributeeditors.h"
#include "ui/edit/fieldeditor.h"
#include "ui/edit/newattributesheet.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/formfield.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

AttributeSheet::AttributeSheet(const Theme &theme, Session &session,
                               const QList<BulkTarget> &targets, QWidget *host)
    : RunSheet(theme, u"attributeSheet"_s, session, targets, host)
    , m_theme(theme)
    , m_zone(session.identity().timeZone)
    , m_attributes(editableAttributes(session.book().attributes(), nullptr))
    , m_choice(new ComboField(theme, u"attributeCombo"_s, tr("Attribute"), this))
    , m_pages(new QStackedWidget(this))
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
    setTitle(tr("Set an attribute"));
    setSubtitle(tr("of %1", "one contact's name, or how many contacts").arg(targetsText()));
    addChoice();
    addEditors();
    addClear();
    addFooter(u"setAttributeButton"_s, tr("&Set attribute"));
    setFirstFocus(m_choice);
}

void AttributeSheet::addChoice()
{
    for (const DataAttribute &attribute : std::as_const(m_attributes))
        m_choice->addItem(attributeTitle(attribute), attribute.name);
    auto *field = new FormField(m_theme, u"attributeField"_s, tr("&Attribute"), m_choice, this);
    if (m_attributes.isEmpty()) {
        m_choice->setEnabled(false);
        field->setHint(tr("This workspace has no custom attribute that may be written."));
    }
    QPushButton *create = makeLinkButton(u"newAttributeButton"_s, tr("&New attribute…"), this);
    field->setBeside(create);
    connect(create, &QPushButton::clicked, this, &AttributeSheet::createAttribute);
    body()->addWidget(field);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &AttributeSheet::showEditor);
}

void AttributeSheet::addEditors()
{
    for (const DataAttribute &attribute : std::as_const(m_attributes))
        addEditor(attribute);
    m_pages->setVisible(!m_attributes.isEmpty());
    body()->addWidget(m_pages);
}

// Each attribute has an editor of its type.
void AttributeSheet::addEditor(const DataAttribute &attribute)
{
    const QString name = u"value%1"_s.arg(m_editors.size());
    FieldEditor *made = makeAttributeEditor(m_theme, attribute, name, m_zone, m_pages);
    auto *field = new FormField(m_theme, name + u"Field"_s, tr("&Value"), &made->widget(), m_pages);
    field->setHint(attribute.description);
    m_pages->addWidget(field);
    m_editors.append(made);
    connect(made, &FieldEditor::edited, this, [this, field] {
        field->clearProblem();
        updateButtons();
    });
    connect(made, &FieldEditor::left, this, &AttributeSheet::showProblem);
}

void AttributeSheet::createAttribute()
{
    auto *sheet = new NewAttributeSheet(m_theme, session(), nullptr, parentWidget());
    connect(sheet, &NewAttributeSheet::created, this, &AttributeSheet::takeNew);
    sheet->open();
}

//! At the end of the list, and chosen: what it was created for.
void AttributeSheet::takeNew(const DataAttribute &attribute)
{
    m_attributes.append(attribute);
    addEditor(attribute);
    m_choice->addItem(attributeTitle(attribute), attribute.name);
    m_choice->setEnabled(true);
    m_clear->setEnabled(true);
    m_pages->show();
    m_choice->setCurrentIndex(m_choice->count() - 1);
    showEditor();
}

void AttributeSheet::addClear()
{
    m_clear = new QCheckBox(tr("&Clear it: there is no value any more"), this);
    m_clear->setObjectName(u"clearAttributeCheck"_s);
    m_clear->setEnabled(!m_attributes.isEmpty());
    body()->addWidget(m_clear);
    connect(m_clear, &QCheckBox::toggled, this, [this](bool isOn) {
        m_pages->setEnabled(!isOn);
        field().clearProblem();
        updateButtons();
    });
}

void AttributeSheet::showEditor()
{
    m_pages->setCurrentIndex(m_choice->currentIndex());
    updateButtons();
}

FieldEditor &AttributeSheet::editor() const
{
    return *m_editors.at(m_pages->currentIndex());
}

FormField &AttributeSheet::field() const
{
    return static_cast<FormField &>(*m_pages->currentWidget());
}

void AttributeSheet::showProblem()
{
    if (m_attributes.isEmpty())
        return;
    const QString problem = clears() ? QString() : editor().problem();
    if (!problem.isEmpty())
        field().setProblem(problem);
}

bool AttributeSheet::clears() const
{
    return m_clear->isChecked();
}

bool AttributeSheet::canProceed() const
{
    if (m_attributes.isEmpty())
        return false;
    return clears() || (editor().problem().isEmpty() && !editor().value().isNull());
}

void AttributeSheet::explain()
{
    showProblem();
}

void AttributeSheet::proceed()
{
    BulkAction action;
    action.kind = BulkAction::Kind::Update;
    action.patch.customAttributes.insert(m_choice->currentData().toString(),
                                         clears() ? QJsonValue() : editor().value());
    go(action, tr("Setting the attribute"));
}

} // namespace roster
