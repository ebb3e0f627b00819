// SPDX-License-Identifier: MIT
#include "core/domain/httpstatus.h"

namespace roster {

ErrorKind errorKindOf(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return ErrorKind::Unauthorized;
    case 402:
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 408:
        return ErrorKind::Timeout;
    case 409:
        return ErrorKind::Conflict;
    case 429:
        return ErrorKind::RateLimited;
    default:
        break;
    }
    if (httpStatus >= 500)
        return ErrorKind::Server;
    return httpStatus >= 400 ? ErrorKind::Invalid : ErrorKind::Protocol;
}

} // namespace roster
