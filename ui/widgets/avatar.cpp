// SPDX-License-Identifier: MIT
#include "ui/widgets/avatar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/initials.h"
#include "ui/widgets/paint.h"

namespace roster {

Avatar::Avatar(const Theme &theme, const QString &objectName, int side, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_initials(QStringLiteral("?"))
    , m_side(side)
{
    setObjectName(objectName);
    setFixedSize(side, side);
    setAccessibleRole(*this, QAccessible::Graphic);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setPerson(const QString &name, const QString &email, const QString &key)
{
    m_initials = roster::initials(name, email);
    m_hue = hueFor(key);
    update();
}

QSize Avatar::sizeHint() const
{
    return {m_side, m_side};
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), m_initials, m_theme.hue(m_hue), m_theme.type().body);
}

} // namespace roster
