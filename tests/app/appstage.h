// SPDX-License-Identifier: MIT
#pragma once

#include "app/parts/applicationparts.h"
#include "core/sandbox/sandboxserver.h"
#include "core/service/session.h"
#include "ui/window/mainwindow.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace roster::test {

//! The whole program in a folder of its own, with a sandbox of few contacts, driven by real mouse
//! and key events.
class AppStage
{
public:
    //! States of window and columns live in `states`, so that a second stage can find them again.
    //! Each answer of the sandbox takes `latencyMs`.
    explicit AppStage(int contacts = 60, QHash<QString, QByteArray> *states = nullptr,
                      int latencyMs = 0);

    MainWindow &window() { return *m_window; }
    WorkspacePage &page() { return *m_window->page(); }
    sandbox::SandboxServer &server() { return *m_parts.sandbox.server(); }
    Session &session() { return *m_parts.gate.session(); }
    WorkspaceManager &gate() { return m_parts.gate; }
    Theme &theme() { return m_parts.theme; }

    //! Clicks the first run's door and waits until every contact is there.
    bool openSandbox();
    //! The topmost visible and enabled widget of that name; nullptr when there is none.
    QWidget *find(const QString &name);
    bool sees(const QString &name) { return find(name) != nullptr; }
    //! Waits until it is there, then clicks its middle.
    bool click(const QString &name);
    //! What has the keyboard: in the open popup, or else in the window.
    QWidget *keyboard();
    //! Into whatever has the keyboard.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    //! Clicks into a field and types over what it holds.
    bool type(const QString &name, const QString &text);

    //! The middle of the table's row, in its viewport.
    QPoint rowCentre(int row);
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {});
    //! Press, move and release over the rows, as with a hand.
    void dragOverRows(int first, int last);
    int rows();
    //! What the sandbox answers somebody else who asks for the contact: 200 or 404.
    int statusOf(const ContactId &id);

private:
    static ApplicationParts::Setup setupIn(const QTemporaryDir &folder, int contacts,
                                           int latencyMs);

    QTemporaryDir m_folder;
    ApplicationParts m_parts;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace roster::test
