// SPDX-License-Identifier: MIT
#include "ui/widgets/skeletonoverlay.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>

namespace roster {

namespace {

// Shares of the column's width, as uneven as words are.
constexpr std::array<int, 7> shares{72, 54, 81, 63, 45, 77, 58};
constexpr int barHeight = 10;
constexpr int inset = 12;

} // namespace

SkeletonOverlay::SkeletonOverlay(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_columns{164, 164, 46, 122, 92, 54, 90}
{
    setObjectName(objectName);
    setAccessibleRole(*this, QAccessible::Indicator);
    setAccessibleName(tr("Loading"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SkeletonOverlay::setColumns(const QList<int> &widths)
{
    m_columns = widths;
    update();
}

void SkeletonOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    const auto mirrored = [this](const QRect &r) {
        return QStyle::visualRect(layoutDirection(), rect(), r);
    };
    std::size_t turn = 0;
    for (int y = 0; y < height(); y += metrics::rowHeight) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Skeleton));
        int x = 0;
        for (qsizetype c = 0; c < m_columns.size(); ++c, ++turn) {
            int left = x + (c == 0 ? inset : 4);
            if (c == 0) {
                const int side = metrics::avatarSmall;
                painter.drawEllipse(
                    mirrored({left, y + (metrics::rowHeight - side) / 2, side, side}));
                left += side + 8;
            }
            const int room = x + m_columns[c] - left - inset;
            const QRect bar(left, y + (metrics::rowHeight - barHeight) / 2,
                            std::max(room * shares[turn % shares.size()] / 100, 6), barHeight);
            painter.drawRoundedRect(mirrored(bar), barHeight / 2.0, barHeight / 2.0);
            x += m_columns[c];
        }
        painter.fillRect(QRect(0, y + metrics::rowHeight - 1, width(), 1),
                         m_theme.color(ColorRole::FaintLine));
    }
}

} // namespace roster
