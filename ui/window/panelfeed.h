// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bulk/targetreader.h"

#include <QtCore/QPointer>

#include <optional>

namespace roster {

class Actions;
class ContactCommands;
class ContactPanel;
class ContactsView;
class RecordCommands;
class RecordLists;
class Session;
class Theme;

//! Fills the panel beside the table: with the selected contact, with a summary of many, or with
//! nothing; and does what its buttons ask for. A contact that is looked at for a moment has its
//! record completed.
class PanelFeed : public QObject
{
    Q_OBJECT

public:
    //! All outlive the feed.
    struct Parts
    {
        const Theme &theme;
        Session &session;
        const Actions &actions;
        ContactsView &contacts;
        ContactPanel &panel;
        ContactCommands &commands;
        RecordCommands &records;
    };

    PanelFeed(const Parts &parts, QObject *parent);

    //! Follows the table's selection, or leaves the panel alone.
    void setFollowing(bool isFollowing) { m_isFollowing = isFollowing; }
    //! Gives `then` what an action acts on: the selected contacts, frozen now, else the one that is
    //! shown; at once unless they are very many. Another choice takes the place of one that is not
    //! done.
    void choose(const TargetReader::Then &then);
    //! The one contact that is shown; nothing when none or many are.
    std::optional<BulkTarget> shownTarget() const;

public Q_SLOTS:
    //! The selection changed: shows it in a moment.
    void follow();

Q_SIGNALS:
    //! Another contact is shown, or none.
    void shown();

private:
    void addButtons();
    void connectRecord();
    void showSelection();
    void showMany();
    void connectLists();
    void completeShown();

    Parts m_parts;
    RecordLists *m_lists;
    bool m_isFollowing = true;
    QTimer m_showTimer;
    QTimer m_completeTimer;
    QPointer<TargetReader> m_reader;
};

} // namespace roster
