// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/answer.h"
#include "core/sandbox/problem.h"

#include <QStringList>

namespace roster::sandbox {

//! The refusals of the API by name; codes and texts as Intercom sends them.
namespace problems {

[[nodiscard]] Problem userNotFound();
[[nodiscard]] Problem resourceNotFound();
[[nodiscard]] Problem companyNotFound();
[[nodiscard]] Problem adminNotFound();
[[nodiscard]] Problem noSuchRoute();
[[nodiscard]] Problem wrongMethod();
[[nodiscard]] Problem unknownVersion();
//! 400: the operation came with a later version than the one that is spoken.
[[nodiscard]] Problem notInVersion();
[[nodiscard]] Problem serverError();

//! 409: the identifiers belong to contact \a id, which is \a archived (or deleted) or active.
[[nodiscard]] Problem conflict(const QString &id, bool archived);
[[nodiscard]] Problem notRestorable();
//! 400: unarchiving a contact that was merged into another one.
[[nodiscard]] Problem mergedAway();
//! 400: the contact, or the one that holds the identifiers, was blocked.
[[nodiscard]] Problem blockedAway();
//! 410 of 2.16: the contact was merged into \a id, which the Link header names.
[[nodiscard]] Problem contactMerged(const QString &id);
[[nodiscard]] Problem contactNotFound();
[[nodiscard]] Problem visitorNotFound();
[[nodiscard]] Problem invalidMerge(const QString &message);
[[nodiscard]] Problem roleDowngrade();
[[nodiscard]] Problem invalidCursor();
[[nodiscard]] Problem unknownOwner();
[[nodiscard]] Problem unknownAttribute(const QString &name);
[[nodiscard]] Problem companyLimit();
[[nodiscard]] Problem invalidTag();
//! 422: nobody would be left in the conversation.
[[nodiscard]] Problem lastCustomer();
//! 400: \a segments ask for the tag that was to be deleted.
[[nodiscard]] Problem tagInUse(const QStringList &segments);

//! 400 bad_request "bad 'x' parameter": an unknown top-level key; its request_id is null.
[[nodiscard]] Problem badParameter(const QString &name);
[[nodiscard]] Problem badRequest(const QString &message);
[[nodiscard]] Problem invalid(const QString &message, const QString &field);
[[nodiscard]] Problem missing(const QString &message, const QString &field);

} // namespace problems

//! The error envelope of \a problem. \a requestId goes into the header, and into the body unless
//! the problem says otherwise.
[[nodiscard]] Answer errorAnswer(const Problem &problem, const QByteArray &requestId);

} // namespace roster::sandbox
