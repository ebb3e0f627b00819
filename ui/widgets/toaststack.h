// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/toast.h"

namespace roster {

//! The toasts of a window, at its bottom start corner, newest lowest, at most three: a fourth
//! sends the oldest away. It follows the window's size and never covers more than its toasts.
class ToastStack : public QWidget
{
    Q_OBJECT

public:
    //! Lies over \a host, which owns it.
    ToastStack(const Theme &theme, const QString &objectName, QWidget *host,
               CountdownFactory countdowns = timerCountdowns());

    //! Shows a toast; connect to its signals at once. It is deleted after dismissed().
    Toast *show(const QString &text, const QString &action = {});
    //! Those shown now, oldest first.
    QList<Toast *> toasts() const { return m_toasts; }
    //! Takes all away.
    void clear();
    //! Keeps this much of the host's bottom free (the strip of a running action).
    void setBottomInset(int pixels);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remove(Toast *toast);
    void place();

    const Theme &m_theme;
    QWidget *m_host;
    CountdownFactory m_countdowns;
    QList<Toast *> m_toasts;
    int m_bottomInset = 0;
};

} // namespace roster
