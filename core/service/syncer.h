// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"

#include <QtCore/QDateTime>
#include <QtCore/QObject>

#include <memory>
#include <optional>

namespace roster {

struct ServiceParts;

//! What the syncer is doing, for the toolbar and the empty states.
struct SyncStatus
{
    enum class State {
        Idle,     //!< Never loaded.
        Loading,  //!< Pages are arriving.
        UpToDate, //!< The last refresh ended well.
        Failed,   //!< The last refresh ended with `error`; what was stored stays.
    };

    State state = State::Idle;
    //! Contacts seen in this refresh, and how many the server claims there are.
    int done = 0;
    int total = 0;
    //! When the last refresh ended well.
    QDateTime finishedAt;
    std::optional<ApiError> error;
    //! A whole load has ended well at least once for this store.
    bool isComplete = false;

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

//! Keeps the store true to Intercom: the directory (tags, companies, admins, attributes) and every
//! contact, page by page in the background lane, sorted by last seen. Contacts that no page showed
//! are asked for by id before they leave the store. UI thread.
class Syncer : public QObject
{
    Q_OBJECT

public:
    Syncer(const ServiceParts &parts, QObject *parent);
    ~Syncer() override;

    const SyncStatus &status() const;

public Q_SLOTS:
    //! Starts a refresh; does nothing while one runs.
    void refresh();
    //! Ends a running refresh; what arrived stays.
    void stop();

Q_SIGNALS:
    void statusChanged(const roster::SyncStatus &status);
    //! These contacts are new in the store or changed there.
    void contactsStored(const QList<roster::ContactId> &ids);
    //! These answered "not found" when asked by id.
    void contactsVanished(const QList<roster::ContactId> &ids);
    void directoryChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace roster
