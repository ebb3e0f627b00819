// SPDX-License-Identifier: MIT
#include "ui/widgets/elidedlink.h"

#include "ui/theme/kind.h"
#include "ui/widgets/plainwords.h"

#include <QStyleOptionButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace roster {

ElidedLink::ElidedLink(const QString &objectName, QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(objectName);
    setKind(*this, u"rowLink"_s);
    setProperty("focusRadius", 4);
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ElidedLink::setFullText(const QString &text)
{
    m_full = text;
    setAccessibleName(firstWords(text));
    updateGeometry();
    update();
}

QSize ElidedLink::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(firstWords(m_full)) + 4, fontMetrics().height() + 2};
}

QSize ElidedLink::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, sizeHint().height()};
}

QString ElidedLink::elided() const
{
    return fontMetrics().elidedText(firstWords(m_full), Qt::ElideRight, width() - 2);
}

void ElidedLink::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = elided().replace(u'&', u"&&"_s);
    painter.drawControl(QStyle::CE_PushButton, option);
}

void ElidedLink::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    setToolTip(elided() == m_full ? QString() : plainToolTip(m_full));
}

} // namespace roster
