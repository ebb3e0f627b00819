// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"

#include <QtCore/QStringList>

namespace roster {

//! Where a workspace's contacts are kept on this computer. The archive journal is in the profile
//! either way.
enum class StorageChoice {
    KeepCopy,    //!< In the profile: the next start shows them at once.
    SessionOnly, //!< In a file of this process that goes with it.
};

//! Something that could not be used as it should be.
struct StorageProblem
{
    enum class Subject {
        Settings, //!< Kept in memory until the program ends.
        Profile,  //!< Everything is kept in memory until the program ends.
        Contacts, //!< The contacts are kept in memory until the program ends.
        Journal,  //!< Nothing may be archived: it could not be found again.
        OldCopy,  //!< The copy that should have gone is still there.
    };

    Subject subject = Subject::Contacts;
    //! Of kind Storage; a code of the store ("store.full"), where it is known.
    ApiError error;
    //! The file or folder that it is about.
    QString path;

    friend bool operator==(const StorageProblem &, const StorageProblem &) = default;
};

//! Where an open workspace is kept, and what is wrong with it.
struct StorageState
{
    StorageChoice choice = StorageChoice::KeepCopy;
    QString contactsFile;
    QString journalFile;
    //! Of the contacts with what belongs to their file, in bytes.
    qint64 contactsBytes = 0;
    QList<StorageProblem> problems;
    //! Damaged files that were found when opening, by the names they have now.
    QStringList setAside;

    //! Nothing when there is no problem of that kind.
    std::optional<StorageProblem> problem(StorageProblem::Subject subject) const
    {
        for (const StorageProblem &each : problems) {
            if (each.subject == subject)
                return each;
        }
        return std::nullopt;
    }
    //! What is archived now can be found again at the next start.
    bool canArchive() const { return !problem(StorageProblem::Subject::Journal); }
    //! The contacts are still there at the next start.
    bool isCopyKept() const
    {
        return choice == StorageChoice::KeepCopy && !problem(StorageProblem::Subject::Contacts);
    }

    friend bool operator==(const StorageState &, const StorageState &) = default;
};

//! How to leave a workspace.
enum class SignOut {
    KeepJournal, //!< What was archived can be found again after connecting anew.
    WipeJournal, //!< Nothing of the workspace stays on this computer.
};

//! What signing out could not remove, and where it is.
struct SignOutLeftover
{
    enum class What { Token, Contacts, Journal, DamagedJournal };

    What what = What::Contacts;
    //! Empty for the token.
    QString path;

    friend bool operator==(const SignOutLeftover &, const SignOutLeftover &) = default;
};

using SignOutLeftovers = QList<SignOutLeftover>;

} // namespace roster
