// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactquery.h"
#include "core/domain/region.h"

#include <QtWidgets/QWidget>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace roster {

class Actions;
class ArchivedView;
class BannerStack;
class BatchDesk;
class ContactCommands;
class ContactPanel;
class ContactsView;
class CopyCommands;
class PageActions;
class PanelFeed;
class Prompts;
class RecordCommands;
class RunKeeper;
class RunStrip;
class SavedViews;
class Session;
class Sidebar;
class SidebarCounts;
class StateBanners;
class StorageBanners;
class Theme;
class ToastStack;
class VanishedNotice;
class ViewCommands;
class ViewFiles;
class WidgetPrompts;
class WorkspaceBar;
class WorkspaceGate;

//! Everything that is seen of an open workspace: top line, banners, sidebar, table or archive,
//! panel, and the strip of a running action. It brings its parts together and decides nothing about
//! contacts. Lives as long as its session is open.
class WorkspacePage : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        const Theme &theme;
        Actions &actions;
        Session &session;
        WorkspaceGate &gate;
        std::function<QByteArray(const QString &)> readState;
        std::function<void(const QString &, const QByteArray &)> writeState;
    };

    WorkspacePage(Parts parts, QWidget *parent);
    ~WorkspacePage() override;

    //! Keeps columns and sizes for the next start.
    void saveState();
    //! Gives the table the keyboard.
    void takeFocus();

    Prompts &prompts();
    ContactsView &contacts() { return *m_contacts; }
    ArchivedView &archived() { return *m_archived; }
    ContactPanel &panel() { return *m_panel; }
    ToastStack &toasts() { return *m_toasts; }
    WorkspaceBar &bar() { return *m_bar; }
    ContactCommands &commands() { return *m_commands; }
    Sidebar &sidebar() { return *m_sidebar; }
    ViewCommands &viewCommands() { return *m_viewCommands; }

    //! Choose a view as the sidebar does.
    void lookAtArchived();
    void lookAtContacts();
    //! Shows the contact where Archived lists it.
    void lookAtArchivedContact(const ContactId &id);
    //! Shows a contact in table and panel; reads it first when the store does not hold it.
    void openContact(const ContactId &id);

Q_SIGNALS:
    void resetSandboxRequested();

private:
    void build();
    void buildColumns();
    void restoreState();
    void connectFacts();
    void connectActions();
    void connectViews();
    void buildFinding();
    void connectFinding();
    void showFilter(const ContactQuery &filter);
    QString contextText() const;
    void connectBanners();

    void switchRegion(Region region);
    bool isArchivedShown() const;
    void showArchived();
    void showContacts();
    void updateActions();

    Parts m_parts;
    WorkspaceBar *m_bar;
    BannerStack *m_bannerStack;
    StateBanners *m_banners;
    StorageBanners *m_storageBanners;
    QSplitter *m_splitter;
    Sidebar *m_sidebar;
    QStackedWidget *m_centre;
    ContactsView *m_contacts;
    ArchivedView *m_archived;
    ContactPanel *m_panel;
    RunStrip *m_strip;
    ToastStack *m_toasts;
    WidgetPrompts *m_prompts;
    RunKeeper *m_runs;
    ContactCommands *m_commands;
    CopyCommands *m_copies;
    RecordCommands *m_records;
    PageActions *m_pageActions;
    BatchDesk *m_batches;
    PanelFeed *m_feed;
    SidebarCounts *m_counts;
    VanishedNotice *m_vanished;
    SavedViews *m_savedViews;
    ViewCommands *m_viewCommands;
    ViewFiles *m_viewFiles;
};

} // namespace roster
