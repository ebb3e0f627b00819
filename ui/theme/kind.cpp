// SPDX-License-Identifier: MIT
#include "ui/theme/kind.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace roster {

void setKind(QWidget &widget, const QString &kind)
{
    setStyleFlag(widget, "kind", kind);
}

void setStyleFlag(QWidget &widget, const char *property, const QVariant &value)
{
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.updateGeometry();
    widget.update();
}

} // namespace roster
