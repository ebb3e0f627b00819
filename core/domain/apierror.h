// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactfield.h"
#include "core/domain/id.h"

#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace roster {

//! What went wrong, as far as a person would act on it.
//! Kept in journals by its numbers: only the end may grow.
enum class ErrorKind {
    Offline,      //!< No connection could be made (refused, unreachable, proxy).
    NameNotFound, //!< The host's name could not be resolved.
    Tls,          //!< The connection could not be trusted or encrypted.
    Timeout,      //!< No answer in time.
    RateLimited,  //!< 429.
    Unauthorized, //!< 401: the token is not accepted.
    Forbidden,    //!< 403, 402: the token may not do this.
    NotFound,     //!< 404, 410: no such object, or it is archived, deleted or merged.
    Conflict,     //!< 409: identifiers are taken.
    Invalid,      //!< 400, 422 and other refusals of what was sent; also refused before sending.
    Server,       //!< 5xx.
    Protocol,     //!< An answer that cannot be read; `detail` names the place.
    Storage,      //!< The local store or journal failed; nothing was sent.
    Cancelled,    //!< Cancelled here.
};

//! Did the write happen? For reads always NotApplied.
enum class Effect {
    NotApplied, //!< The server refused, or the request never left.
    Applied,    //!< A 2xx came, but its body could not be read.
    Unknown,    //!< It left and no usable answer came.
};

//! An error as a value. No secret and no personal data but the server's own message, which is for
//! the screen and never for a log.
struct ApiError
{
    ErrorKind kind = ErrorKind::Protocol;
    Effect effect = Effect::NotApplied;
    //! 0 when there was no answer.
    int httpStatus = 0;
    //! The server's code ("not_found"); empty when it told none.
    QString code;
    //! The server's own words; empty when it told none.
    QString message;
    //! The field at fault, where one is named.
    std::optional<ContactField> field;
    //! What Intercom's support asks for.
    QString requestId;
    std::optional<std::chrono::milliseconds> retryAfter;
    //! For Protocol: the place in the answer ("data[3].id: missing"). For others: technical words.
    QString detail;
    //! For Conflict: the contact that holds the identifiers, and whether it is archived.
    ContactId conflictingContact;
    bool isConflictArchived = false;
    //! For NotFound: the contact that this one was merged into, where that is told (2.16).
    ContactId mergedInto;

    //! Trying the same again can help.
    bool canRetry() const;

    static ApiError cancelled(Effect effect);
    static ApiError protocol(QString place, Effect effect = Effect::NotApplied);
    static ApiError storage(QString detail);

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

} // namespace roster
