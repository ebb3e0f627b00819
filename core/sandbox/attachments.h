// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringView>

#include <optional>

//! The files that come with messages, which the sandbox serves itself. None is stored: a file is
//! made from its kind and from the part that it came with.
namespace roster::sandbox::attachments {

//! How many kinds of files there are.
inline constexpr int kinds = 11;

//! A file as it is served.
struct File
{
    QByteArray bytes;
    QByteArray contentType;
    QString safeName; //!< ASCII, without slashes
};

//! The file of kind \a kind that came with part \a part, as answers tell of it; its address begins
//! with \a baseUrl.
[[nodiscard]] QJsonObject json(qint64 part, int kind, const QString &baseUrl);

//! True when \a path is one of a file, there or not.
[[nodiscard]] bool isFilePath(QStringView path);

//! The file at \a path, always the same; nothing when none stands there.
[[nodiscard]] std::optional<File> file(const QString &path);

} // namespace roster::sandbox::attachments
