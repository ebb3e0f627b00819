// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace roster {

//! The row at a sheet's foot: a note or quiet buttons at the start, then Cancel and what the sheet
//! is for at the end.
class SheetButtons : public QWidget
{
    Q_OBJECT

public:
    explicit SheetButtons(const QString &objectName, QWidget *parent = nullptr);

    //! The button that Return, Ctrl+Return and Ctrl+S press; one a sheet.
    QPushButton *addPrimary(const QString &objectName, const QString &text);
    //! A destructive one in its place: no key presses it but its own.
    QPushButton *addDanger(const QString &objectName, const QString &text);
    //! Left of the primary one: Cancel, Back.
    QPushButton *addSecondary(const QString &objectName, const QString &text);
    //! At the start of the row.
    void addLeading(QWidget *widget);
    //! Quiet words at the start: "About 1 s".
    void setNote(const QString &note);
    QPushButton *primary() const { return m_primary; }

private:
    QHBoxLayout *m_start;
    QHBoxLayout *m_end;
    QLabel *m_note;
    QPushButton *m_primary = nullptr;
};

} // namespace roster
