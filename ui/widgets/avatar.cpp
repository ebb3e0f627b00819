// SPDX-License-Identifier: MIT
#include "ui/widgets/avatar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/avatarpictures.h"
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

void Avatar::showPicture(AvatarPictures *pictures, const QUrl &url)
{
    if (m_pictures != pictures) {
        if (m_pictures)
            m_pictures->disconnect(this);
        m_pictures = pictures;
        if (pictures) {
            connect(pictures, &AvatarPictures::changed, this, [this](const QUrl &changed) {
                if (changed == m_url)
                    takePicture();
            });
            connect(pictures, &AvatarPictures::allChanged, this, &Avatar::takePicture);
        }
    }
    m_url = url;
    takePicture();
}

void Avatar::takePicture()
{
    const bool isWanted = m_pictures && !m_url.isEmpty();
    m_picture = isWanted ? m_pictures->picture(m_url) : QImage();
    if (isWanted && m_picture.isNull())
        m_pictures->want(m_url);
    update();
}

QSize Avatar::sizeHint() const
{
    return {m_side, m_side};
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (hasPicture())
        return paintPicture(painter, rect(), m_picture);
    paintAvatar(painter, rect(), m_initials, m_theme.hue(m_hue), m_theme.type().body);
}

} // namespace roster
