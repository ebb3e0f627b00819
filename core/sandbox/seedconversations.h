// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/database.h"
#include "core/sandbox/workspaceoptions.h"

namespace roster::sandbox::seed {

//! Writes the conversations that people had: none with most, a few with some, more than a page or
//! one without end with very few. A row each; what was said is worked out from it.
class ConversationSeeder
{
public:
    //! Stores the texts that conversations begin with, which search reads.
    ConversationSeeder(Database &db, const WorkspaceOptions &options);

    //! Stores the conversations of person number \a index, the contact \a seq, made since
    //! \a createdAt.
    void store(int index, qint64 seq, qint64 createdAt);
    //! Stores who takes part in them; once, at the end.
    void finish();

private:
    Database &m_db;
    const WorkspaceOptions &m_options;
    qint64 m_nextId = 2'150'000;
};

} // namespace roster::sandbox::seed
