// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPoint>
#include <QtCore/QString>
#include <QtCore/qnamespace.h>

class QMainWindow;
class QWidget;

namespace roster {

//! The tour's hand on mouse and keyboard: real events to the widgets of one window. Widgets are
//! found by object name; the topmost visible one counts, so that a sheet hides what it covers.
class TourHand
{
public:
    explicit TourHand(QMainWindow &window)
        : m_window(window)
    {
    }

    //! nullptr when there is no visible widget of that name.
    QWidget *find(const QString &objectName) const;
    bool sees(const QString &objectName) const { return find(objectName) != nullptr; }

    //! Clicks the middle of a widget; nothing when it is not there.
    void click(const QString &objectName, Qt::KeyboardModifiers modifiers = {});
    void clickAt(QWidget *widget, QPoint position, Qt::KeyboardModifiers modifiers = {});
    //! Presses at `from`, moves to `to` in steps and holds.
    void dragTo(QWidget *widget, QPoint from, QPoint to);
    void release(QWidget *widget, QPoint at);
    //! To whatever has the keyboard.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    //! Clicks the field, takes what is in it away and types.
    void fill(const QString &objectName, const QString &text);

private:
    QWidget *keyboardTarget() const;

    QMainWindow &m_window;
};

} // namespace roster
