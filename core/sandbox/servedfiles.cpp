// SPDX-License-Identifier: MIT
#include "core/sandbox/servedfiles.h"

#include "core/sandbox/attachments.h"
#include "core/sandbox/avatars.h"

namespace roster::sandbox {

bool isServedPath(QStringView path)
{
    return avatars::isPicturePath(path) || attachments::isFilePath(path);
}

std::optional<ServedFile> servedFile(const QString &path)
{
    if (const auto picture = avatars::picture(path))
        return ServedFile{*picture, "image/png", {}};
    if (const auto file = attachments::file(path))
        return ServedFile{file->bytes, file->contentType, file->safeName.toLatin1()};
    return std::nullopt;
}

} // namespace roster::sandbox
