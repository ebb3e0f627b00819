// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bulk/bulkreview.h"
#include "ui/window/actions.h"

#include <QtCore/QObject>

class QMenu;
class QPoint;

namespace roster {

class ArchivedView;
class ContactCommands;
class ContactPanel;
class ContactsView;
class CopyCommands;
class PanelFeed;

//! What is done with the selection: connects the actions with the commands, says when each can be
//! used and what it is about, and shows them as a menu.
class PageActions : public QObject
{
    Q_OBJECT

public:
    //! All outlive this; sheets lie over `window`.
    struct Parts
    {
        const Theme &theme;
        const Actions &actions;
        QWidget &window;
        ContactsView &contacts;
        ArchivedView &archived;
        ContactPanel &panel;
        PanelFeed &feed;
        ContactCommands &commands;
        CopyCommands &copies;
        //! The region has a web app.
        bool canOpenOnWeb = false;
    };

    PageActions(const Parts &parts, QObject *parent);

    //! Without a journal nothing is changed.
    void setCanArchive(bool can) { m_canArchive = can; }
    //! Which actions can be used now.
    void update(bool isArchivedShown);

private:
    void connectWrites();
    void connectCopies();
    void connectLifecycle();
    void connectSelection();
    void updateLifecycle(bool isArchivedShown, int selected);
    void updateSelection(bool isArchivedShown, int selected);
    void selectRows();
    void showMenu(const QPoint &globalPosition);

    Parts m_parts;
    bool m_canArchive = true;
};

} // namespace roster
