// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessible>
#include <QWidget>

namespace roster {

//! Tells assistive technology what a widget of our own is. Call it in the widget's constructor,
//! before anybody has asked.
void setAccessibleRole(QWidget &widget, QAccessible::Role role);

//! Has screen readers say \a text now (politely: it does not cut other speech off). \a widget
//! should be visible.
void announce(QWidget &widget, const QString &text);

} // namespace roster
