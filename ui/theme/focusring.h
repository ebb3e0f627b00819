// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace roster {

class Theme;

//! The accent ring around the control that the keyboard stands on, drawn beside the control, so
//! that nothing changes its size. It shows after Tab and shortcuts, not after a click. Text fields
//! and item views draw their own. A control may set the dynamic properties "focusRadius" (int,
//! pixels) and "focusInverse" (bool: it lies on ColorRole::Inverse).
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
    void show(QWidget *target);
    void hide();
    void follow();

    const Theme &m_theme;
    QPointer<QWidget> m_target;
    QPointer<QWidget> m_frame;
    bool m_lastInputWasKey = false;
};

} // namespace roster
