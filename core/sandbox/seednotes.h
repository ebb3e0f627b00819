// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/database.h"
#include "core/sandbox/workspaceoptions.h"

namespace roster::sandbox::seed {

//! Writes notes about people, as the team of a help desk would: none about most, ten, eleven or
//! hundreds about a few.
class NoteSeeder
{
public:
    NoteSeeder(Database &db, const WorkspaceOptions &options)
        : m_db(db)
        , m_options(options)
    {
    }

    //! Stores the notes about person number \a index, the contact \a seq, made since \a createdAt.
    void store(int index, qint64 seq, qint64 createdAt);

private:
    Database &m_db;
    const WorkspaceOptions &m_options;
    qint64 m_nextId = 17'495'962;
};

} // namespace roster::sandbox::seed
