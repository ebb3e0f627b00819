// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringView>

#include <optional>

//! The pictures of contacts and visitors, which the sandbox serves itself.
namespace roster::sandbox::avatars {

//! Where the picture of \a id is, "/avatars/<id>.png". Stored so, without the server's address,
//! which nobody knows beforehand.
[[nodiscard]] QString pathOf(const QString &id);

//! Makes the address of the picture in \a owner a whole one, if it is one of the sandbox's own.
void locate(QJsonObject &owner, const QString &baseUrl);

//! True when \a path is one of a picture, there or not.
[[nodiscard]] bool isPicturePath(QStringView path);

//! The PNG at \a path, always the same for the same id; nothing when no id stands there.
[[nodiscard]] std::optional<QByteArray> picture(const QString &path);

} // namespace roster::sandbox::avatars
