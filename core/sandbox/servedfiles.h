// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>

//! What the sandbox serves beside the API, to whoever has the address: pictures and files.
namespace roster::sandbox {

struct ServedFile
{
    QByteArray bytes;
    QByteArray contentType;
    QByteArray downloadName; //!< ASCII; empty: it is shown, not saved
};

//! True when \a path is one of a picture or a file, there or not.
[[nodiscard]] bool isServedPath(QStringView path);
//! What stands at \a path, if anything.
[[nodiscard]] std::optional<ServedFile> servedFile(const QString &path);

} // namespace roster::sandbox
