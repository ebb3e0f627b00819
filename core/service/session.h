// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/archivebook.h"
#include "core/domain/contactbook.h"
#include "core/domain/reachability.h"
#include "core/domain/storagestate.h"
#include "core/domain/workspace.h"

#include <QtCore/QObject>

namespace roster {

class AvatarLoader;
class BatchHistory;
class ContactService;
class LifecycleService;
class RecordService;
class RemoteSearch;
class Syncer;
class UndoHistory;

//! One open workspace and everything that works on it. UI thread; what it hands out lives as long
//! as the session.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    virtual const WorkspaceAddress &address() const = 0;
    virtual const WorkspaceIdentity &identity() const = 0;
    virtual bool isSandbox() const = 0;
    //! The token's keychain entry could not be written: it is forgotten at quit.
    virtual bool isTokenKept() const = 0;
    //! Unix seconds, the clock that relative times are told by.
    virtual qint64 now() const = 0;

    virtual ContactService &contacts() = 0;
    virtual Syncer &syncer() = 0;
    virtual UndoHistory &undoHistory() = 0;
    virtual ContactBook &book() = 0;
    virtual ArchiveBook &archive() = 0;
    virtual Reachability reachability() const = 0;
    //! Where it is kept, as it is now; looks at the disk.
    virtual StorageState storage() const { return {}; }
    //! Batches of this session and earlier ones; nullptr where none are kept.
    virtual BatchHistory *batchHistory() { return nullptr; }
    //! What hangs off a contact; nullptr where there is nothing to ask.
    virtual RecordService *records() { return nullptr; }
    //! Delete, block, convert, merge, and what Roster did to a contact; nullptr as with records().
    virtual LifecycleService *lifecycle() { return nullptr; }
    //! Pictures of contacts; nullptr where none are shown.
    virtual AvatarLoader *avatars() { return nullptr; }
    //! nullptr when the workspace cannot be searched but in the local copy.
    virtual RemoteSearch *remoteSearch() { return nullptr; }

    //! Tries at once what waits for a connection ("Try again").
    virtual void retryNow() = 0;
    //! Uses another token from now on; what waited for it goes on.
    virtual void setToken(const QByteArray &token) = 0;

Q_SIGNALS:
    void reachabilityChanged(const roster::Reachability &reachability);
};

} // namespace roster
