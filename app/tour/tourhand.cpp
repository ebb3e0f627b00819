// SPDX-License-Identifier: MIT
#include "app/tour/tourhand.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>

namespace roster {

QWidget *TourHand::find(const QString &objectName) const
{
    QWidget *found = nullptr;
    const auto widgets = m_window.findChildren<QWidget *>(objectName);
    for (QWidget *widget : widgets) {
        // Later children lie above earlier ones: the last visible one is on top.
        if (widget->isVisible() && widget->isEnabled())
            found = widget;
    }
    return found;
}

void TourHand::click(const QString &objectName, Qt::KeyboardModifiers modifiers)
{
    if (QWidget *widget = find(objectName))
        clickAt(widget, widget->rect().center(), modifiers);
}

void TourHand::clickAt(QWidget *widget, QPoint position, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseMove(widget, position);
    QTest::mouseClick(widget, Qt::LeftButton, modifiers, position);
}

void TourHand::dragTo(QWidget *widget, QPoint from, QPoint to)
{
    constexpr int Steps = 12;
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= Steps; ++i)
        QTest::mouseMove(widget, from + (to - from) * i / Steps);
}

void TourHand::release(QWidget *widget, QPoint at)
{
    QTest::mouseRelease(widget, Qt::LeftButton, {}, at);
}

void TourHand::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(keyboardTarget(), key, modifiers);
}

void TourHand::type(const QString &text)
{
    QTest::keyClicks(keyboardTarget(), text);
}

void TourHand::fill(const QString &objectName, const QString &text)
{
    click(objectName);
    QWidget *field = find(objectName);
    if (!field)
        return;
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

QWidget *TourHand::keyboardTarget() const
{
    const QWidget *popup = QApplication::activePopupWidget();
    QWidget *focused = popup ? popup->focusWidget() : QApplication::focusWidget();
    return focused ? focused : &m_window;
}

} // namespace roster
