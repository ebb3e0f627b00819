// SPDX-License-Identifier: MIT
#include "core/domain/apierror.h"

namespace roster {

bool ApiError::canRetry() const
{
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::NameNotFound:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::Server:
    case ErrorKind::Cancelled:
    case ErrorKind::Storage:
        return true;
    case ErrorKind::Tls:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::Protocol:
        break;
    }
    return false;
}

ApiError ApiError::cancelled(Effect effect)
{
    ApiError error;
    error.kind = ErrorKind::Cancelled;
    error.effect = effect;
    return error;
}

ApiError ApiError::protocol(QString place, Effect effect)
{
    ApiError error;
    error.kind = ErrorKind::Protocol;
    error.effect = effect;
    error.detail = std::move(place);
    return error;
}

ApiError ApiError::storage(QString detail)
{
    ApiError error;
    error.kind = ErrorKind::Storage;
    error.detail = std::move(detail);
    return error;
}

} // namespace roster
