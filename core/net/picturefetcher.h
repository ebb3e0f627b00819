// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/picturedownload.h"

#include <memory>

namespace roster {

//! Downloads pictures (see PictureDownload) over connections of their own, which know nothing of
//! the workspace's.
class PictureFetcher : public QObject
{
    Q_OBJECT

public:
    explicit PictureFetcher(const PictureDownload::Rules &rules, QObject *parent = nullptr);
    ~PictureFetcher() override;

    //! `then` is called once and later, unless this is destroyed before.
    void fetch(const QUrl &url, PictureDownload::Then then);

private:
    const PictureDownload::Rules m_rules;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

} // namespace roster
