// SPDX-License-Identifier: MIT
#include "ui/widgets/bannerstack.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

BannerStack::BannerStack(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    hide();
}

Banner *BannerStack::put(const QString &key, Tone tone, const QString &text, const QString &action)
{
    Banner *banner = m_banners.value(key);
    if (!banner) {
        banner = new Banner(m_theme, key + u"Banner"_s, this);
        m_banners.insert(key, banner);
        connect(banner, &Banner::actionTriggered, this,
                [this, key] { Q_EMIT actionTriggered(key); });
    }
    banner->setAction(action);
    banner->setMessage(tone, text);
    order();
    banner->show();
    show();
    return banner;
}

void BannerStack::remove(const QString &key)
{
    Banner *banner = m_banners.take(key);
    if (!banner)
        return;
    layout()->removeWidget(banner);
    banner->hide();
    // It may be the sender of the signal that led here.
    banner->deleteLater();
    setVisible(!m_banners.isEmpty());
}

void BannerStack::order()
{
    QList<Banner *> all = m_banners.values();
    std::stable_sort(all.begin(), all.end(),
                     [](const Banner *a, const Banner *b) { return a->tone() > b->tone(); });
    auto *column = static_cast<QVBoxLayout *>(layout());
    for (qsizetype i = 0; i < all.size(); ++i) {
        column->removeWidget(all[i]);
        column->insertWidget(static_cast<int>(i), all[i]);
    }
}

} // namespace roster
