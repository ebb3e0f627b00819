// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/region.h"
#include "core/domain/result.h"
#include "core/domain/storagestate.h"

#include <memory>

namespace roster {

class Clock;
class Profile;
class SessionFolder;
class Store;

//! Opens the stores of workspaces where they are to be kept, and takes their files away. Everything
//! it works with outlives it. UI thread.
class StoreKeeper
{
public:
    //! One workspace in one region.
    struct Place
    {
        Region region = Region::UnitedStates;
        QString workspaceId;
    };
    struct Opened
    {
        std::unique_ptr<Store> store;
        StorageState state;
    };

    StoreKeeper(const Profile &profile, SessionFolder &session, Clock &clock);
    ~StoreKeeper();

    //! Where the contacts are kept with that choice.
    QString contactsFile(const Place &place, StorageChoice choice) const;

    //! Opens the store as chosen. What cannot be kept in the profile is kept for the session, and
    //! the state tells why; with SessionOnly a copy in the profile goes. An error: there is no
    //! place for it at all.
    Result<Opened> open(const Place &place, StorageChoice choice);

    //! Copies the contacts, which no Store has open, to where `to` keeps them, and then removes the
    //! file they were in. An error of kind Storage leaves them where they were. Any thread.
    static Result<Done> move(const QString &from, const QString &to);
    //! Removes the contacts, which no Store has open, wherever they are, and what was set aside of
    //! them; the files that could not be removed.
    QStringList removeContacts(const Place &place) const;
    //! Journals that were set aside as damaged: they may hold entries of any workspace.
    QStringList damagedJournals() const;

private:
    StorageState stateOf(const Store &store, StorageChoice choice) const;

    const Profile &m_profile;
    SessionFolder &m_session;
    Clock &m_clock;
};

} // namespace roster
