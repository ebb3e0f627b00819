// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

#include <QString>

namespace roster::sandbox {

//! The tables to read contacts and what hangs on them from: the real ones, or what search sees.
struct Sight
{
    QString contact;
    QString contactTag;
    QString contactCompany;

    //! The truth, for reads by id.
    [[nodiscard]] static Sight live();
};

//! Search's lag: for searchLagMs after a write, lists and search still see the contact before it.
namespace lag {

//! Keeps how contact \a seq is now. Call before changing it, its tags or its companies.
void noteChange(Context &context, qint64 seq);
//! Hides the contact \a seq that was just made.
void noteCreation(Context &context, qint64 seq);
//! Forgets what has become visible meanwhile, and says what lists and search read now.
[[nodiscard]] Sight sight(Context &context);

} // namespace lag
} // namespace roster::sandbox
