// SPDX-License-Identifier: MIT
#include "ui/widgets/combofield.h"

#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QPainter>
#include <QStyle>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace roster {

ComboField::ComboField(const Theme &theme, const QString &objectName, const QString &accessibleName,
                       QWidget *parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    // A list of its own is one that the style sheet reaches; the default popup is a menu.
    auto *list = new QListView(this);
    list->setObjectName(objectName + u"List"_s);
    setView(list);
}

void ComboField::setInvalid(bool invalid)
{
    setStyleFlag(*this, "invalid", invalid);
}

void ComboField::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const QRect atEnd(width() - metrics::icon - 8, (height() - metrics::icon) / 2, metrics::icon,
                      metrics::icon);
    m_theme.icon(Icons::ChevronDown, ColorRole::Muted)
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), atEnd), Qt::AlignCenter,
               isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

void ComboField::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace roster
