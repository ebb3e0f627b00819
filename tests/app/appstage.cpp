// SPDX-License-Identifier: MIT
#include "tests/app/appstage.h"

#include "core/service/syncer.h"
#include "ui/contacts/contacttableview.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacepage.h"

#include <QtWidgets/QApplication>

namespace roster::test {

AppStage::AppStage(int contacts, QHash<QString, QByteArray> *states, int latencyMs)
    : m_parts(setupIn(m_folder, contacts, latencyMs), *qApp)
    , m_window(std::make_unique<MainWindow>(MainWindow::Parts{
          m_parts.theme, m_parts.gate, m_parts.settingsPort,
          [states](const QString &key) { return states ? states->value(key) : QByteArray(); },
          [states](const QString &key, const QByteArray &value) {
              if (states)
                  states->insert(key, value);
          }}))
{
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
}

ApplicationParts::Setup AppStage::setupIn(const QTemporaryDir &folder, int contacts, int latencyMs)
{
    ApplicationParts::Setup setup;
    setup.profile = folder.path();
    setup.useKeychain = false;
    setup.sandbox.workspace.contacts = contacts;
    setup.sandbox.rateLimit = 0;
    setup.sandbox.latencyMs = latencyMs;
    return setup;
}

bool AppStage::openSandbox()
{
    return click(QStringLiteral("openSandboxButton")) &&
           QTest::qWaitFor(
               [this] {
                   return m_parts.gate.session() &&
                          session().syncer().status().state == SyncStatus::State::UpToDate;
               },
               30'000);
}

QWidget *AppStage::find(const QString &name)
{
    QWidget *found = nullptr;
    for (QWidget *widget : m_window->findChildren<QWidget *>(name)) {
        if (widget->isVisible() && widget->isEnabled())
            found = widget;
    }
    return found;
}

bool AppStage::click(const QString &name)
{
    if (!QTest::qWaitFor([this, &name] { return sees(name); }, 10'000))
        return false;
    QWidget *widget = find(name);
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
    return true;
}

void AppStage::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(keyboard(), key, modifiers);
}

// Offscreen, a small window that closes takes the activation with it.
QWidget *AppStage::keyboard()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    if (!QApplication::activeWindow()) {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            qFatal("the window has no keyboard");
    }
    QWidget *focused = QApplication::focusWidget();
    return focused ? focused : m_window.get();
}

bool AppStage::type(const QString &name, const QString &text)
{
    if (!click(name))
        return false;
    QWidget *field = find(name);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    return true;
}

QPoint AppStage::rowCentre(int row)
{
    ContactTableView &table = page().contacts().table();
    return table.visualRect(table.model()->index(row, 1)).center();
}

void AppStage::clickRow(int row, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseClick(page().contacts().table().viewport(), Qt::LeftButton, modifiers,
                      rowCentre(row));
}

void AppStage::dragOverRows(int first, int last)
{
    QWidget *viewport = page().contacts().table().viewport();
    const QPoint from = rowCentre(first);
    const QPoint to = rowCentre(last) + QPoint(60, 0);
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 10; ++step)
        QTest::mouseMove(viewport, from + (to - from) * step / 10);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
}

int AppStage::rows()
{
    return page().contacts().model().rowCount();
}

int AppStage::statusOf(const ContactId &id)
{
    sandbox::Request request;
    request.method = "GET";
    request.path = QStringLiteral("/contacts/") + id.text();
    request.version = "2.10";
    return server().ask(request).status;
}

} // namespace roster::test
