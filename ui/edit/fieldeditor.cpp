// SPDX-License-Identifier: MIT
#include "ui/edit/fieldeditor.h"

#include <QtCore/QEvent>
#include <QtWidgets/QWidget>

namespace roster {

FieldEditor::FieldEditor(QWidget &widget)
    : QObject(&widget)
    , m_widget(widget)
{
    QWidget *focusable = widget.focusProxy() ? widget.focusProxy() : &widget;
    focusable->installEventFilter(this);
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        Q_EMIT left();
    return QObject::eventFilter(watched, event);
}

} // namespace roster
