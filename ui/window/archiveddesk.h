// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"

#include <QtCore/QObject>

namespace roster {

class ArchivedView;
class ContactCommands;
class ContactPanel;
class RunKeeper;
class Session;

//! Behind the archived view: shows the contact that is looked at as it was when it was archived,
//! and restores everything from today.
class ArchivedDesk : public QObject
{
    Q_OBJECT

public:
    //! All outlive the desk.
    struct Parts
    {
        Session &session;
        ArchivedView &archived;
        ContactPanel &panel;
        ContactCommands &commands;
        RunKeeper &runs;
    };

    ArchivedDesk(const Parts &parts, QObject *parent);

private:
    void show(const ArchivedContact &contact);
    void restoreToday();

    Parts m_parts;
    //! The entry that is asked for; an answer to an earlier question is not shown.
    qint64 m_entry = 0;
};

} // namespace roster
