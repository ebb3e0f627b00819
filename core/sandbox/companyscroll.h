// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace roster::sandbox {

//! A walk over all companies that a client has begun and not yet ended.
struct OpenScroll
{
    QString param;       //!< what names it, in answers and requests
    qint64 after = 0;    //!< the seq of the last company that was told
    qint64 usedAtMs = 0; //!< Unix milliseconds; a minute later it is closed
};

} // namespace roster::sandbox
