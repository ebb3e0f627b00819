// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

namespace roster::sandbox {

//! One operation of the API.
struct Route
{
    const char *method;
    const char *pattern; //!< "/contacts/{}/tags"
    Outcome (*run)(Context &, const Call &);
    bool isWrite;  //!< runs in a transaction
    int since = 7; //!< the version that brought it, 2.7 to 2.16
};

//! What a method and a path lead to.
struct Routed
{
    const Route *route = nullptr; //!< null when nothing fits
    QStringList ids;              //!< the variable segments
    QByteArray allowed;           //!< methods that the path knows, when only the method is wrong
};

[[nodiscard]] Routed findRoute(const QByteArray &method, const QString &path);

} // namespace roster::sandbox
