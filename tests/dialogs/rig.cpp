// SPDX-License-Identifier: MIT
#include "tests/dialogs/rig.h"

#include "core/api/contactjson.h"
#include "core/net/qnamtransport.h"
#include "core/service/identityprobe.h"
#include "core/store/store.h"

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster::test {

Stage::Stage()
    : m_theme(*qApp, m_appearance)
{
    m_window.resize(1280, 800);
    m_window.show();
    QApplication::setActiveWindow(&m_window);
    if (!QTest::qWaitForWindowActive(&m_window))
        qFatal("the window did not become active");
}

void Stage::type(QWidget &root, const QString &edit, const QString &text)
{
    auto *line = find<QLineEdit>(root, edit);
    QTest::mouseClick(line, Qt::LeftButton);
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty()) {
        QTest::keyClick(line, Qt::Key_Delete);
        return;
    }
    // Qt Test has keys for ASCII only; the rest is pasted, as people do.
    const bool isAscii =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c < QChar(128); });
    if (isAscii) {
        QTest::keyClicks(line, text);
    } else {
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
    }
}

void Stage::click(QWidget &root, const QString &name)
{
    auto *widget = find<QWidget>(root, name);
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
}

void Stage::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = m_window.focusWidget() ? m_window.focusWidget() : &m_window;
    QTest::keyClick(target, key, modifiers);
}

Workspace::Workspace(int contacts)
    : m_sandbox(contacts)
{
    const WorkspaceAddress address{Region::Sandbox, m_sandbox.url()};
    const auto transport = [&] {
        auto made = std::make_unique<QnamTransport>();
        made->setEndpoint({address.baseUrl, m_sandbox.token(), address.version.toLatin1()});
        return made;
    };
    QObject owner;
    const auto identity = resultOf(probeIdentity(transport(), m_clock, &owner));
    if (!identity)
        qFatal("the sandbox does not tell who it is");
    auto store =
        Store::open({m_dir.filePath(u"contacts.sqlite"_s), m_dir.filePath(u"journal.sqlite"_s),
                     [](const QByteArray &json) { return api::readContact(json); }, m_clock});
    if (!store)
        qFatal("no store");
    m_session = std::make_unique<WorkspaceSession>(
        WorkspaceSession::Start{address, *identity, false, m_clock}, std::move(store).value(),
        transport());
    m_session->syncer().refresh();
    const bool isLoaded = QTest::qWaitFor(
        [this] { return m_session->syncer().status().state == SyncStatus::State::UpToDate; },
        30000);
    if (!isLoaded)
        qFatal("the contacts did not load");
    m_sandbox->clearSeen();
}

Contact Workspace::someone(Role role)
{
    ContactQuery query;
    query.setRole(role);
    const auto keys = resultOf(m_session->book().orderedKeys(query));
    const QList<ContactRow> rows = m_session->book().rows({keys->front()});
    return *m_session->book().contact(rows.constFirst().id);
}

Contact Workspace::someoneByEmail()
{
    ContactQuery query;
    query.setRole(Role::User);
    const auto keys = resultOf(m_session->book().orderedKeys(query));
    for (const ContactRow &row : m_session->book().rows(*keys)) {
        if (!row.email.isEmpty())
            return *m_session->book().contact(row.id);
    }
    qFatal("nobody has an email");
}

QList<BulkTarget> Workspace::targets(int count)
{
    const auto keys = resultOf(m_session->book().orderedKeys({}));
    QList<BulkTarget> targets;
    for (const ContactRow &row : m_session->book().rows(*keys)) {
        if (targets.size() < count)
            targets.append({row.id, row.label(), row.email, row.role});
    }
    return targets;
}

BulkTarget Workspace::target(const Contact &contact)
{
    return {contact.id, contact.label(), contact.email(), contact.role()};
}

void Workspace::changeElsewhere(const ContactId &id, const QByteArray &json)
{
    sandbox::Request request;
    request.method = "PUT";
    request.path = u"/contacts/"_s + id.text();
    request.body = json;
    request.contentType = "application/json";
    if (m_sandbox->ask(request).status != 200)
        qFatal("the change elsewhere was refused");
}

void Workspace::setFault(const sandbox::FaultRule &rule)
{
    m_sandbox->setFaults(sandbox::FaultScript({rule}));
    m_sandbox->clearSeen();
}

} // namespace roster::test
