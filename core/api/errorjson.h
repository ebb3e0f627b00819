// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"
#include "core/wire/httpresponse.h"

namespace roster::api {

//! What an answer without success says. Kind by status; code, message and field by the first entry
//! of the error list, if the body is one (a proxy's HTML is no error list). A refused write is
//! NotApplied; Unknown after 5xx and 408, and when an earlier send of it went unanswered.
ApiError readError(const HttpResponse &response, bool isWrite);

//! A 2xx whose body a reader refused with `error`: the same error, with what the answer's head
//! tells. A write has been Applied.
ApiError unreadable(ApiError error, const HttpResponse &response, bool isWrite);

//! What `response` makes of `read`: its value, or the error of the answer or of the reader.
template <class Read>
auto readAnswer(const HttpResponse &response, bool isWrite, Read &&read)
    -> decltype(read(response.body))
{
    if (!response.isSuccess())
        return readError(response, isWrite);
    auto result = read(response.body);
    if (!result)
        return unreadable(result.error(), response, isWrite);
    return result;
}

} // namespace roster::api
