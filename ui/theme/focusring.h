// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace roster {

class Theme;

//! The accent ring around the control that the keyboard stands on, drawn beside the control, so
//! that nothing changes its size, and in the first ancestor that has room for the whole of it. It
//! shows after Tab and shortcuts, not after a click. Text fields and item views draw their own. A
//! control may set the dynamic properties "focusRadius" (int, pixels) and "focusInverse" (bool: it
//! lies on ColorRole::Inverse).
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(const Theme &theme, QObject *parent = nullptr);
    ~FocusRing() override;

    //! Sees every event of the application (the theme passes them on).
    void watch(QObject *watched, QEvent *event);
    //! The control that wears the ring, or null.
    QWidget *target() const { return m_target; }

private:
    void focusMoved(QWidget *to, Qt::FocusReason reason);
    void focusLeft(Qt::FocusReason reason);
    void show(QWidget *target);
    void hide();
    void follow();
    QWidget *roomFor(const QRect &ring) const;

    const Theme &m_theme;
    QPointer<QWidget> m_target;
    QPointer<QWidget> m_frame;
    //! Wore the ring when the window was left or a menu opened; wears it again afterwards.
    QPointer<QWidget> m_resting;
    bool m_lastInputWasKey = false;
};

} // namespace roster
