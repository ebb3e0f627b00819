// SPDX-License-Identifier: MIT
#include "ui/theme/icons.h"

#include "ui/theme/color.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QMetaEnum>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

bool pointsSideways(Icons::Name name)
{
    return name == Icons::ChevronLeft || name == Icons::ChevronRight || name == Icons::Undo ||
           name == Icons::Restore || name == Icons::External;
}

QPixmap rendered(Icons::Name name, const QColor &color, QSize pixels, bool mirrored)
{
    const QString key = u"roster/%1/%2/%3x%4%5"_s.arg(name)
                            .arg(color::cssName(color))
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(mirrored ? u"m"_s : QString());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(Icons::path(name));
    if (pixels.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer drawing(svg);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(static_cast<qreal>(color.alphaF()));
    if (mirrored) {
        painter.translate(pixels.width(), 0);
        painter.scale(-1, 1);
    }
    drawing.render(&painter, QRectF(QPointF(), pixels));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

//! Renders at paint time, so that an icon handed out once follows theme and pixel ratio.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(const Theme &theme, Icons::Name name, ColorRole role)
        : m_theme(&theme)
        , m_name(name)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap pixmap = drawn(QSizeF(rect.size()) * ratio, mode);
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), pixmap);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(size, mode);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return drawn(size, mode);
    }
    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    bool isNull() override { return false; }
    QString key() const override { return u"roster"_s; }

private:
    QPixmap drawn(QSizeF pixels, QIcon::Mode mode) const
    {
        if (!m_theme)
            return {};
        const int side = qFloor(qMin(pixels.width(), pixels.height()));
        const ColorRole role = mode == QIcon::Disabled ? ColorRole::Disabled : m_role;
        return rendered(m_name, m_theme->color(role), QSize(side, side),
                        pointsSideways(m_name) && QGuiApplication::isRightToLeft());
    }

    QPointer<const Theme> m_theme;
    Icons::Name m_name;
    ColorRole m_role;
};

} // namespace

QString Icons::path(Name name)
{
    initUiResources();
    const QString camel = QString::fromLatin1(QMetaEnum::fromType<Name>().valueToKey(name));
    QString file;
    for (const QChar c : camel) {
        if (c.isUpper() && !file.isEmpty())
            file += u'-';
        file += c.toLower();
    }
    return u":/roster/icons/"_s + file + u".svg"_s;
}

QIcon Icons::icon(const Theme &theme, Name name, ColorRole role)
{
    return QIcon(new ThemedIconEngine(theme, name, role));
}

QPixmap Icons::pixmap(Name name, const QColor &color, int side, qreal devicePixelRatio)
{
    const int pixels = qRound(side * devicePixelRatio);
    QPixmap pixmap = rendered(name, color, QSize(pixels, pixels),
                              pointsSideways(name) && QGuiApplication::isRightToLeft());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace roster
