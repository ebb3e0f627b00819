// SPDX-License-Identifier: MIT
#pragma once

#include "app/parts/applicationparts.h"
#include "core/async/keysoperation.h"
#include "core/service/session.h"
#include "tests/support/sandboxfixture.h"
#include "ui/window/mainwindow.h"

#include <QtTest/QTest>

namespace roster::test {

//! The program over a profile that others may have used before, connected to a workspace of the
//! test as to a real one.
class Program
{
public:
    explicit Program(const QString &profile);

    MainWindow &window() { return *m_window; }
    ApplicationParts &parts() { return m_parts; }
    WorkspaceManager &gate() { return m_parts.gate; }
    Session &session() { return *m_parts.gate.session(); }
    StorageState storage() { return session().storage(); }

    //! As it is entered in the connect sheet.
    static ConnectRequest request(SandboxFixture &sandbox,
                                  std::optional<StorageChoice> choice = {});
    //! Connects; true once every contact is there.
    bool connectTo(SandboxFixture &sandbox, std::optional<StorageChoice> choice = {});
    //! Has the token of the workspace of last time, as from a keychain.
    void remember(SandboxFixture &sandbox);
    //! Opens the workspace of last time, as with a token from the keychain.
    bool reopen(SandboxFixture &sandbox);
    //! Every contact is there.
    bool isUpToDate();
    //! Archives the first contact of the table; its error, or nothing.
    std::optional<ApiError> archiveFirst();
    int contacts();
    int archived();
    //! The text of the banner of that key; empty when there is none.
    QString banner(const QString &key);
    QString firstRunMessage();

    //! The operation's result.
    template <class T>
    static Result<T> resultOf(OperationOf<T> *operation)
    {
        std::optional<Result<T>> result;
        QObject context;
        operation->onFinished(&context, [&result](const Result<T> &told) { result = told; });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 30'000))
            qFatal("an operation did not finish");
        return *result;
    }

private:
    static ApplicationParts::Setup setupIn(const QString &profile);

    ApplicationParts m_parts;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace roster::test
