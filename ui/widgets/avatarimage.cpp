// SPDX-License-Identifier: MIT
#include "ui/widgets/avatarimage.h"

#include <QBuffer>
#include <QImageReader>

namespace roster {

namespace {

constexpr int mostSide = 2048;
//! What is decoded at most, where the format can decode smaller than it is.
constexpr int decodedSide = 512;

bool isShown(const QByteArray &format)
{
    return format == "png" || format == "jpeg" || format == "gif" || format == "webp";
}

} // namespace

QImage avatarImage(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead() || !isShown(reader.format()))
        return {};
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > mostSide || size.height() > mostSide)
        return {};
    if (size.width() > decodedSide || size.height() > decodedSide)
        reader.setScaledSize(
            size.scaled(decodedSide, decodedSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage image = reader.read();
    if (image.isNull())
        return {};
    const QImage covering = image.scaled(avatarImageSide, avatarImageSide,
                                         Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QPoint corner((covering.width() - avatarImageSide) / 2,
                        (covering.height() - avatarImageSide) / 2);
    return covering.copy({corner, QSize(avatarImageSide, avatarImageSide)})
        .convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace roster
