// SPDX-License-Identifier: MIT
#include "core/sandbox/apiversion.h"

namespace roster::sandbox {

std::optional<ApiVersion> ApiVersion::parse(const QByteArray &text)
{
    if (text.isEmpty())
        return ApiVersion(10);
    for (int minor = 7; minor <= 16; ++minor) {
        if (text == "2." + QByteArray::number(minor))
            return ApiVersion(minor);
    }
    return std::nullopt;
}

} // namespace roster::sandbox
