// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/storagestate.h"
#include "core/domain/workspace.h"
#include "ui/text/errortext.h"

#include <QtWidgets/QMainWindow>

#include <functional>

class QStackedWidget;

namespace roster {

class Actions;
class FirstRunPage;
class Session;
class SettingsPort;
class Theme;
class WorkspaceGate;
class WorkspacePage;

//! The window: the first run's two doors, or the open workspace. It opens and closes workspaces;
//! everything else is the page's.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    //! What it works with; all of it outlives the window. States are opaque bytes by name.
    struct Parts
    {
        const Theme &theme;
        WorkspaceGate &gate;
        SettingsPort &settings;
        std::function<QByteArray(const QString &)> readState;
        std::function<void(const QString &, const QByteArray &)> writeState;
    };

    explicit MainWindow(Parts parts);
    ~MainWindow() override;

    //! Shows that a workspace is being opened, and what went wrong when it was not.
    void open(OperationOf<WorkspaceIdentity> *opening, Doing doing);
    //! Asks for a token, for `address` to begin with.
    void askToConnect(const WorkspaceAddress &address);
    //! Opens the workspace of last time, or shows the two doors.
    void reopen();

    const Actions &actions() const { return *m_actions; }
    //! The open workspace's page; nullptr when none is open.
    WorkspacePage *page() const { return m_page; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void showSession(Session *session);
    void leaveSession();
    void connectProgramActions();
    void showSettings();
    void showShortcuts();
    void resetSandbox();
    void askToResetSandbox();
    void askToSignOut(SignOut how);
    void signOut(SignOut how);
    void changeStorage(StorageChoice choice);
    void showProfileProblems();

    Parts m_parts;
    Actions *m_actions;
    QStackedWidget *m_stack;
    FirstRunPage *m_firstRun;
    WorkspacePage *m_page = nullptr;
};

} // namespace roster
