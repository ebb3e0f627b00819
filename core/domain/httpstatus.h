// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"

namespace roster {

//! What an HTTP status that is no success says of a request. Statuses below 400 that come here are
//! answers that could not be read.
ErrorKind errorKindOf(int httpStatus);

} // namespace roster
