// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace roster {

class Session;

//! Counts what the sidebar and the search box tell, again whenever contacts come or go. `session`
//! must outlive it.
class SidebarCounts : public QObject
{
    Q_OBJECT

public:
    SidebarCounts(Session &session, QObject *parent);

public Q_SLOTS:
    void count();

Q_SIGNALS:
    void counted(const roster::ContactCounts &counts);
    void archivedCounted(int count);

private:
    void countSoon();

    Session &m_session;
    QTimer m_soon;
    bool m_isComplete = false;
    qint64 m_tookMs = 0;
};

} // namespace roster
