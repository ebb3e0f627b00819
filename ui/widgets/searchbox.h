// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/textfield.h"

class QLabel;
class QStackedWidget;
class QToolButton;

namespace roster {

//! The window's search field: symbol, placeholder, the shortcut's hint while it is empty, a × once
//! it is not. Escape clears it first; on an empty field it asks to be left.
class SearchBox : public TextField
{
    Q_OBJECT

public:
    SearchBox(const Theme &theme, const QString &objectName, const QString &accessibleName,
              QWidget *parent = nullptr);

    //! The hint shown while empty; the shortcut itself is the window's.
    void setShortcutHint(const QKeySequence &shortcut);
    QSize sizeHint() const override;

Q_SIGNALS:
    //! Escape was pressed in the empty field.
    void leaveRequested();
    //! Return or Down: the user wants to go to the results.
    void resultsRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showHintOrClear();

    QLabel *m_symbol;
    QWidget *m_end;
    QLabel *m_hint;
    QToolButton *m_clear;
};

} // namespace roster
