// SPDX-License-Identifier: MIT
#include "ui/widgets/avatarpictures.h"

#include "core/async/background.h"
#include "core/service/avatarloader.h"
#include "ui/widgets/avatarimage.h"

namespace roster {

namespace {

//! Of 64 KiB each: 16 MiB.
constexpr qsizetype mostPictures = 256;

} // namespace

AvatarPictures::AvatarPictures(AvatarLoader &loader, QObject *parent)
    : QObject(parent)
    , m_loader(&loader)
    , m_pictures(mostPictures)
{
    connect(&loader, &AvatarLoader::ready, this, &AvatarPictures::decode);
    connect(&loader, &AvatarLoader::enabledChanged, this, [this] {
        m_pictures.clear();
        Q_EMIT allChanged();
    });
}

QImage AvatarPictures::picture(const QUrl &url) const
{
    const QImage *found = m_loader && m_loader->isEnabled() ? m_pictures.object(url) : nullptr;
    return found ? *found : QImage();
}

void AvatarPictures::want(const QUrl &url)
{
    if (m_loader && !m_pictures.contains(url))
        m_loader->want(url);
}

void AvatarPictures::decode(const QUrl &url, const QByteArray &bytes)
{
    inBackground(
        this, [bytes] { return avatarImage(bytes); },
        [this, url](const QImage &image) {
            if (image.isNull() || !m_loader || !m_loader->isEnabled())
                return;
            m_pictures.insert(url, new QImage(image));
            Q_EMIT changed(url);
        });
}

} // namespace roster
