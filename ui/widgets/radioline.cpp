// SPDX-License-Identifier: MIT
#include "ui/widgets/radioline.h"

#include <QHBoxLayout>
#include <QRadioButton>

namespace roster {

QRadioButton *makeRadioButton(const QString &objectName, const QString &text, QWidget *parent)
{
    auto *button = new QRadioButton(text, parent);
    button->setObjectName(objectName);
    button->setAccessibleName(QString(text).remove(u'&'));
    return button;
}

QWidget *makeRadioLine(const QString &objectName, const QList<QRadioButton *> &buttons,
                       QWidget *parent)
{
    auto *group = new QWidget(parent);
    group->setObjectName(objectName);
    auto *line = new QHBoxLayout(group);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    for (QRadioButton *button : buttons)
        line->addWidget(button);
    line->addStretch(1);
    return group;
}

} // namespace roster
