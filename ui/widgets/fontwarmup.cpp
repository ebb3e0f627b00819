// SPDX-License-Identifier: MIT
#include "ui/widgets/fontwarmup.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>

#include <array>

namespace roster {

namespace {

//! Before the first step: the first rows come first.
constexpr int BeginMs = 1000;
//! Between two steps, and between those of the second round, which take a frame each and are
//! needed by few.
constexpr int RestMs = 10;
constexpr int LongRestMs = 60;

//! A letter of each script that names are written in.
constexpr std::array letters{u"王", u"ع", u"Ж", u"A", u"박", u"さ", u"א", u"म", u"ก", u"Δ"};

} // namespace

FontWarmUp::FontWarmUp(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_fonts{theme.type().strong, avatarFont(theme.type().caption, metrics::avatarSmall)}
{
    connect(&m_turn, &QTimer::timeout, this, &FontWarmUp::next);
    m_turn.start(BeginMs);
}

void FontWarmUp::next()
{
    constexpr qsizetype scripts = letters.size();
    const qsizetype alone = m_fonts.size() * scripts;
    if (m_step == alone + scripts) {
        m_turn.stop();
        return deleteLater();
    }
    const bool isAlone = m_step < alone;
    QString text = QString::fromUtf16(letters.at(static_cast<size_t>(m_step % scripts)));
    // Qt looks for the font of an emoji anew behind each script; this one is in few other fonts.
    if (!isAlone)
        text += QStringLiteral("🌻");
    draw(text, isAlone ? m_fonts.at(m_step / scripts) : m_fonts.constFirst());
    m_turn.setInterval(++m_step < alone ? RestMs : LongRestMs);
}

void FontWarmUp::draw(const QString &text, const QFont &font)
{
    QImage canvas(32, 32, QImage::Format_ARGB32_Premultiplied);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    painter.setFont(font);
    painter.drawText(canvas.rect(), Qt::AlignCenter, text);
}

} // namespace roster
