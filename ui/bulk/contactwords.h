// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "core/domain/workspace.h"

namespace roster {

//! Contacts to paste where people read: for each its name, then a line a field that it has, and an
//! empty line between two. `zone` is the one that times are told in.
QString contactsAsText(const QList<ContactRow> &rows, const ContactBook &book,
                       const QByteArray &zone);

//! Commands that ask Intercom for the contacts, one a line. In place of the token stands the
//! environment variable that holds it: a token never leaves Roster.
QString contactsAsCurl(const QList<ContactId> &ids, const WorkspaceAddress &address);

} // namespace roster
