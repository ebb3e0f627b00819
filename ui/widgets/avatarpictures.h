// SPDX-License-Identifier: MIT
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <QUrl>

namespace roster {

class AvatarLoader;

//! The pictures of contacts that avatars show: fetched by a loader, decoded in another thread, the
//! last few hundred of them kept in memory.
class AvatarPictures : public QObject
{
    Q_OBJECT

public:
    //! Shows none any more once `loader` is gone.
    explicit AvatarPictures(AvatarLoader &loader, QObject *parent = nullptr);

    //! At once: the picture, or null when it is not there or none are to be shown.
    QImage picture(const QUrl &url) const;
    //! Asks for it; changed() follows when it is there.
    void want(const QUrl &url);

Q_SIGNALS:
    //! The picture is there now.
    void changed(const QUrl &url);
    //! They are shown from now on, or not.
    void allChanged();

private:
    void decode(const QUrl &url, const QByteArray &bytes);

    QPointer<AvatarLoader> m_loader;
    QCache<QUrl, QImage> m_pictures;
};

} // namespace roster
