// SPDX-License-Identifier: MIT
#include "ui/window/sidebarcounts.h"

#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "core/service/syncer.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <utility>

namespace roster {

namespace {

//! Counting is not for every page that arrives, and takes a tenth of a thread's time at most.
constexpr qint64 CountMs = 250;
constexpr qint64 LongestRestMs = 5000;

} // namespace

SidebarCounts::SidebarCounts(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_isComplete = session.syncer().status().isComplete;
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &SidebarCounts::count);
    const ContactService *service = &session.contacts();
    connect(service, &ContactService::contactsStored, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::contactsArchived, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::contactsVanished, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::contactsRemoved, this, &SidebarCounts::countSoon);
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
        m_soon.start(static_cast<int>(std::clamp(9 * m_tookMs, CountMs, LongestRestMs)));
}

void SidebarCounts::count()
{
    QElapsedTimer since;
    since.start();
    m_session.book().counts()->onFinished(this, [this, since](const Result<ContactCounts> &counts) {
        m_tookMs = since.elapsed();
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
