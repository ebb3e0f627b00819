// SPDX-License-Identifier: MIT
#include "ui/window/sidebarcounts.h"

#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "core/service/syncer.h"

#include <utility>

namespace roster {

namespace {

//! Counting is not for every page that arrives.
constexpr int CountMs = 250;

} // namespace

SidebarCounts::SidebarCounts(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_isComplete = session.syncer().status().isComplete;
    m_soon.setSingleShot(true);
    m_soon.setInterval(CountMs);
    connect(&m_soon, &QTimer::timeout, this, &SidebarCounts::count);
    const ContactService *service = &session.contacts();
    connect(service, &ContactService::contactsStored, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::contactsArchived, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::contactsVanished, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::archiveChanged, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::directoryChanged, this, &SidebarCounts::countSoon);
    connect(&session.syncer(), &Syncer::statusChanged, this, [this](const SyncStatus &status) {
        if (status.isComplete && !std::exchange(m_isComplete, true))
            countSoon();
    });
}

void SidebarCounts::countSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void SidebarCounts::count()
{
    m_session.book().counts()->onFinished(this, [this](const Result<ContactCounts> &counts) {
        // Before the first contacts are here, none is not how many there are.
        const bool isKnown = counts && (counts->all > 0 || m_session.syncer().status().isComplete);
        if (isKnown)
            Q_EMIT counted(*counts);
    });
    m_session.archive().archivedCount()->onFinished(this, [this](const Result<int> &count) {
        if (count)
            Q_EMIT archivedCounted(*count);
    });
}

} // namespace roster
