// SPDX-License-Identifier: MIT
#include "ui/widgets/liveregion.h"

#include "ui/widgets/accessible.h"

namespace roster {

LiveRegion::LiveRegion(const QString &objectName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    setAccessibleRole(*this, QAccessible::Notification);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(0, 0, 1, 1);
}

void LiveRegion::say(const QString &text)
{
    setAccessibleName(text);
    announce(*this, text);
    Q_EMIT said(text);
}

} // namespace roster
