// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/countdown.h"

#include <QFrame>

class QGraphicsDropShadowEffect;
class QLabel;
class QPushButton;

namespace roster {

class Theme;

//! One finished event in a few words, with at most one action ("Undo"). Goes by itself after 8 s,
//! but not while the pointer or the keyboard is on it. Made by ToastStack.
class Toast : public QFrame
{
    Q_OBJECT

public:
    Toast(const Theme &theme, const QString &text, const QString &action, Countdown *countdown,
          QWidget *parent);
    ~Toast() override;

    QString text() const;
    QPushButton *actionButton() const { return m_action; }
    bool isPaused() const { return m_paused; }

public Q_SLOTS:
    //! Takes the toast away now.
    void dismiss();

Q_SIGNALS:
    //! The action was pressed; dismissed() follows.
    void actionTriggered();
    //! It is going: by time, × or action.
    void dismissed();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setHeld(bool byPointer, bool byFocus);
    void colour();

    const Theme &m_theme;
    QLabel *m_text;
    QPushButton *m_action;
    Countdown *m_countdown;
    QGraphicsDropShadowEffect *m_shadow;
    bool m_underPointer = false;
    bool m_hasFocus = false;
    bool m_paused = false;
    bool m_gone = false;
};

} // namespace roster
