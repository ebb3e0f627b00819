// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/contactrow.h"

namespace roster::sandbox::contacts {

//! What \a into has stays; what it has not comes from \a from. Not id, role and external id.
//! The source of the rule is the reference page of POST /contacts/merge.
void takeOver(ContactRow &into, const ContactRow &from);

} // namespace roster::sandbox::contacts
