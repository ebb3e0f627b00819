// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/searchpage.h"

namespace roster {

//! Reads the contacts that were updated since a moment, the last updated first, and stores them.
//! Intercom's search cuts at whole days, so it is asked from that moment's day on, and the first
//! contact that is older ends it. One that is updated while this goes on comes up at the front,
//! where nobody looks any more: whoever asks the next time asks from before this one began. The
//! child of its operation, which answers when it began (Unix seconds, the server's clock).
class ContactsRefresh : public QObject
{
    Q_OBJECT

public:
    //! `since` in Unix seconds of the server's clock.
    ContactsRefresh(const ServiceParts &parts, qint64 since, OperationOf<qint64> *operation);

Q_SIGNALS:
    //! After each page: contacts that had been updated.
    void progressed(int done);

private:
    void readPage(const QString &cursor);
    void storePage(const SearchPage &answer);

    ServiceParts m_parts;
    qint64 m_since;
    OperationOf<qint64> *m_operation;
    WorkspaceDays m_days;
    QSet<QString> m_cursors;
    qint64 m_beganAt = 0;
    int m_done = 0;
};

} // namespace roster
