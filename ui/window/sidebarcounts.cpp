// SPDX-License-Identifier: MIT
#include "ui/window/sidebarcounts.h"

#include "core/service/contactservice.h"
#include "core/service/session.h"

namespace roster {

namespace {

//! Counting is not for every page that arrives.
constexpr int CountMs = 250;

} // namespace

SidebarCounts::SidebarCounts(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(CountMs);
    connect(&m_soon, &QTimer::timeout, this, &SidebarCounts::count);
    const ContactService *service = &session.contacts();
    connect(service, &ContactService::contactsStored, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::contactsArchived, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::contactsVanished, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::archiveChanged, this, &SidebarCounts::countSoon);
    connect(service, &ContactService::directoryChanged, this, &SidebarCounts::countSoon);
}

void SidebarCounts::countSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void SidebarCounts::count()
{
    m_session.book().counts()->onFinished(this, [this](const Result<ContactCounts> &counts) {
        if (counts)
            Q_EMIT counted(*counts);
    });
    m_session.archive().archivedCount()->onFinished(this, [this](const Result<int> &count) {
        if (count)
            Q_EMIT archivedCounted(*count);
    });
}

} // namespace roster
