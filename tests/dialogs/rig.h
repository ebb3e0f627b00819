// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/clock.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/syncer.h"
#include "core/service/workspacesession.h"
#include "tests/support/sandboxfixture.h"
#include "ui/prompts/prompts.h"
#include "ui/theme/appearance.h"
#include "ui/theme/theme.h"
#include "ui/widgets/sheet.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace roster::test {

//! Answers questions as the test says, and counts them.
class FakePrompts final : public QObject, public Prompts
{
public:
    bool answer = true;
    int discards = 0;
    int resets = 0;
    //! What files are called that are asked for; empty: the question is closed.
    QString path;

    OperationOf<bool> *confirmDiscard(const QString &) override { return told(discards); }
    OperationOf<bool> *confirmResetSandbox() override { return told(resets); }
    OperationOf<QString> *chooseFileToOpen(const FileQuestion &) override { return chosen(); }
    OperationOf<QString> *chooseFileToSave(const FileQuestion &) override { return chosen(); }

private:
    OperationOf<QString> *chosen()
    {
        auto *operation = new OperationOf<QString>(this);
        operation->settle(path);
        return operation;
    }

    OperationOf<bool> *told(int &count)
    {
        ++count;
        auto *operation = new OperationOf<bool>(this);
        operation->settle(answer);
        return operation;
    }
};

//! The theme and a window of 1280 × 800 for sheets to lie over.
class Stage
{
public:
    Stage();

    Theme &theme() { return m_theme; }
    QWidget &window() { return m_window; }
    FakePrompts &prompts() { return m_prompts; }

    //! The widget of that name within `root`; fails the test loudly when it is not there.
    template <class T>
    static T *find(QWidget &root, const QString &name)
    {
        T *found = root.findChild<T *>(name);
        if (!found)
            qFatal("no widget called %s", qPrintable(name));
        return found;
    }
    //! Clicks into the field, selects what it holds and types over it.
    static void type(QWidget &root, const QString &edit, const QString &text);
    //! Clicks in the middle of the widget of that name.
    static void click(QWidget &root, const QString &name);
    //! A key into whatever has the keyboard.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

private:
    Appearance m_appearance;
    Theme m_theme;
    QWidget m_window;
    FakePrompts m_prompts;
};

//! A session of its own over a sandbox over real HTTP, with its contacts loaded.
class Workspace
{
public:
    explicit Workspace(int contacts = 40);

    Session &session() { return *m_session; }
    SandboxFixture &sandbox() { return m_sandbox; }
    //! The first contact of that role in the store.
    Contact someone(Role role);
    //! Users that have an email and no external id: those whose email is taken for good.
    Contact someoneByEmail();
    QList<BulkTarget> targets(int count);
    static BulkTarget target(const Contact &contact);
    //! Someone else changes a contact, past Roster.
    void changeElsewhere(const ContactId &id, const QByteArray &json);
    void setFault(const sandbox::FaultRule &rule);
    //! Runs the event loop until the operation is finished.
    template <class T>
    static Result<T> resultOf(OperationOf<T> *operation)
    {
        std::optional<Result<T>> result;
        QObject context;
        operation->onFinished(&context, [&result](const Result<T> &told) { result = told; });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 30000))
            qFatal("an operation did not finish");
        return *result;
    }
    //! The same for an operation that has to succeed.
    template <class T>
    static T done(OperationOf<T> *operation)
    {
        const Result<T> result = resultOf(operation);
        if (!result)
            qFatal("an operation failed");
        return *result;
    }

private:
    SandboxFixture m_sandbox;
    SystemClock m_clock;
    QTemporaryDir m_dir;
    std::unique_ptr<WorkspaceSession> m_session;
};

} // namespace roster::test
