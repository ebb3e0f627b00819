// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

#include <array>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace roster {

class ComboField;
class Theme;
class ValueEditor;

//! A small window below a chip in which one condition is changed: on or off, the test, its values.
//! What can be asked is told at once; what cannot is told under the field, once somebody means it.
//! Enter and a click elsewhere keep it, Escape takes it back. Deletes itself when it closes.
class ConditionPopup : public QFrame
{
    Q_OBJECT

public:
    //! `theme` and `book` must outlive it. Dates are days of `days`, which it says.
    ConditionPopup(const Theme &theme, const ContactBook &book, FilterDays days, QWidget *parent);

    //! Shows `condition`. A new one can be given up, an old one removed.
    void edit(const FilterCondition &condition, bool isNew);
    //! Shows it below `chip`, and takes the keyboard.
    void openBelow(const QWidget &chip);
    const FilterCondition &condition() const { return m_condition; }

Q_SIGNALS:
    //! Another condition, that can be asked.
    void changed(const roster::FilterCondition &condition);
    //! It closes; `isKept` is false when everything is to be as it was.
    void ended(bool isKept);
    void removeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void connectParts();
    void offerTests();
    void showEditor();
    void testChosen();
    void take();
    void confirm();
    void showProblem();
    void end(bool isKept);

    const Theme &m_theme;
    const ContactBook &m_book;
    FilterDays m_days;
    FilterCondition m_condition;
    //! Values by what they mean, also those that the present test does not take.
    std::array<QStringList, 2> m_entered;
    int m_editorKey = 0;
    bool m_hasEnded = false;
    QLabel *m_title;
    QCheckBox *m_on;
    ComboField *m_test;
    QVBoxLayout *m_place;
    QPointer<ValueEditor> m_editor;
    QLabel *m_problem;
    QLabel *m_zone;
    QWidget *m_remove = nullptr;
};

} // namespace roster
