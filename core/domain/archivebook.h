// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "core/domain/region.h"

namespace roster {

// core/async is made of domain values, so domain only names its template.
template <class T>
class OperationOf;

//! How far the journal knows a write.
enum class JournalState {
    Intended,   //!< Written down, perhaps sent, no outcome yet.
    Applied,    //!< Intercom said it is done.
    NotApplied, //!< Intercom refused, or it was never sent.
    Unknown,    //!< Sent, and no usable answer came.
    Restored,   //!< Was done and has been taken back since.
};

//! One contact that Roster archived, as the journal keeps it: the only place where it can still be
//! found, since Intercom neither lists nor searches archived contacts.
struct ArchivedContact
{
    qint64 entry = 0;
    BatchId batch = 0;
    ContactId id;
    QString label;
    QString email;
    Role role = Role::Other;
    //! Unix seconds.
    qint64 archivedAt = 0;
    JournalState state = JournalState::Intended;

    friend bool operator==(const ArchivedContact &, const ArchivedContact &) = default;
};

//! Contacts archived together.
struct ArchiveBatch
{
    BatchId id = 0;
    //! What the person called it; empty for single archives.
    QString name;
    //! Unix seconds.
    qint64 at = 0;
    QString workspaceName;
    //! regionCode() of the workspace.
    QString region;
    //! Whose token did it.
    QString tokenOwner;
    QList<ArchivedContact> contacts;

    friend bool operator==(const ArchiveBatch &, const ArchiveBatch &) = default;
};

//! What the windows read of the archive journal of the open workspace. UI thread.
class ArchiveBook
{
public:
    virtual ~ArchiveBook() = default;

    //! Batches with contacts that are archived as far as is known (Applied, Unknown, Intended),
    //! newest first, of which `text` is contained in label, email or batch name.
    virtual OperationOf<QList<ArchiveBatch>> *archived(const QString &text) = 0;
    //! How many contacts that is without a text.
    virtual OperationOf<int> *archivedCount() = 0;
};

} // namespace roster
