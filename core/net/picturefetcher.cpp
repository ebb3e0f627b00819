// SPDX-License-Identifier: MIT
#include "core/net/picturefetcher.h"

#include <QtNetwork/QNetworkAccessManager>

namespace roster {

PictureFetcher::PictureFetcher(const PictureDownload::Rules &rules, QObject *parent)
    : QObject(parent)
    , m_rules(rules)
{
}

PictureFetcher::~PictureFetcher() = default;

void PictureFetcher::fetch(const QUrl &url, PictureDownload::Then then)
{
    // Making one costs more than most starts of the program have use for.
    if (!m_manager)
        m_manager = std::make_unique<QNetworkAccessManager>();
    new PictureDownload(*m_manager, url, m_rules, std::move(then), this);
}

} // namespace roster
