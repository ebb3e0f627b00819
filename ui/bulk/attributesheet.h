// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/dataattribute.h"
#include "ui/tags/runsheet.h"

#include <QtCore/QTimeZone>

class QCheckBox;
class QStackedWidget;

namespace roster {

class ComboField;
class FieldEditor;
class FormField;

//! Gives one or many contacts a value of one custom attribute, typed as the attribute is, or clears
//! it. Offers the attributes that may be written.
class AttributeSheet : public RunSheet
{
    Q_OBJECT

public:
    AttributeSheet(const Theme &theme, Session &session, const QList<BulkTarget> &targets,
                   QWidget *host);

protected:
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    void addChoice();
    void addEditors();
    void addEditor(const DataAttribute &attribute);
    void createAttribute();
    void takeNew(const DataAttribute &attribute);
    void addClear();
    void showEditor();
    void showProblem();
    bool clears() const;
    FieldEditor &editor() const;
    FormField &field() const;

    const Theme &m_theme;
    QTimeZone m_zone;
    QList<DataAttribute> m_attributes;
    ComboField *m_choice;
    //! One page for each attribute, so that Tab goes down the sheet whichever is chosen.
    QStackedWidget *m_pages;
    QList<FieldEditor *> m_editors;
    QCheckBox *m_clear = nullptr;
};

} // namespace roster
