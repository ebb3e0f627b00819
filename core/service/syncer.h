// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"

#include <QtCore/QDateTime>
#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <memory>
#include <optional>

namespace roster {

struct ServiceParts;

//! What the syncer is doing, for the toolbar and the empty states.
struct SyncStatus
{
    enum class State {
        Idle,     //!< Nothing is under way: never asked for, or stopped.
        Loading,  //!< Pages are arriving.
        UpToDate, //!< The last refresh ended well.
        Failed,   //!< The last refresh ended with `error`; what was stored stays.
    };

    State state = State::Idle;
    //! Contacts seen in this refresh, and how many the server claims there are.
    int done = 0;
    int total = 0;
    //! When the last refresh ended well, be it in an earlier session; whole seconds then.
    QDateTime finishedAt;
    std::optional<ApiError> error;
    //! A whole load has ended well at least once for this store, be it in an earlier session.
    bool isComplete = false;

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

//! Keeps the store true to Intercom: the directory (tags, companies, admins, attributes) and every
//! contact, page by page in the background lane, sorted by last seen. Contacts that no page showed
//! are asked for by id before they leave the store. What it stores is told by the facts of
//! ContactService. UI thread.
class Syncer : public QObject
{
    Q_OBJECT

public:
    Syncer(const ServiceParts &parts, QObject *parent);
    ~Syncer() override;

    const SyncStatus &status() const { return m_status; }

public Q_SLOTS:
    //! Starts a refresh; does nothing while one runs.
    void refresh();
    //! Ends a running refresh; what arrived stays.
    void stop();

Q_SIGNALS:
    void statusChanged(const roster::SyncStatus &status);

private:
    void endPart(const Result<Done> &end);
    void tell(const SyncStatus &status);

    std::unique_ptr<ServiceParts> m_parts;
    SyncStatus m_status;
    QPointer<OperationOf<Done>> m_contacts;
    QPointer<OperationOf<Done>> m_directory;
    int m_pending = 0;
    std::optional<ApiError> m_firstError;
};

} // namespace roster
