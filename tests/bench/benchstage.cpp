// SPDX-License-Identifier: MIT
#include "tests/bench/benchstage.h"

#include "core/net/qnamtransport.h"
#include "core/service/syncer.h"
#include "core/service/workspacesession.h"
#include "tests/bench/turning.h"
#include "ui/contacts/contacttableview.h"
#include "ui/window/contactsview.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QFile>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <unistd.h>

namespace roster::bench {

namespace {

ApplicationParts::Setup setupFor(const Place &place)
{
    ApplicationParts::Setup setup;
    setup.profile = place.profile;
    if (!place.caFile.isEmpty())
        setup.certificates = certificatesIn(place.caFile);
    setup.useKeychain = false;
    return setup;
}

} // namespace

BenchStage::BenchStage(const Place &place)
    : m_place(place)
    , m_parts(setupFor(place), *qApp)
{
    Settings &settings = m_parts.settings;
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{m_parts.theme, m_parts.gate, m_parts.settingsPort,
                          [&settings](const QString &key) { return settings.state(key); },
                          [](const QString &, const QByteArray &) {}});
    m_window->resize(1280, 800);
    m_window->show();
}

BenchStage::~BenchStage() = default;

bool BenchStage::connectToSandbox()
{
    WorkspaceAddress address;
    address.region = Region::Custom;
    address.baseUrl = m_place.url;
    m_window->open(m_parts.gate.connectTo({address, m_place.token, false}), Doing::Connecting);
    const QDeadlineTimer end(30'000);
    while (!m_parts.gate.session() && !end.hasExpired())
        turn(1);
    return m_parts.gate.session() != nullptr;
}

bool BenchStage::waitForPage()
{
    const QDeadlineTimer end(30'000);
    while (!m_window->page() && !end.hasExpired())
        turn(1);
    return m_window->page() != nullptr;
}

bool BenchStage::reopen()
{
    const auto last = m_parts.settings.lastWorkspace();
    if (!last)
        return false;
    m_parts.secrets.remember(workspaceTokenKey(last->address.region, last->id), m_place.token);
    m_window->reopen();
    return QTest::qWaitFor([this] { return m_window->page() != nullptr; }, 30'000);
}

bool BenchStage::waitForContacts(int ms)
{
    return QTest::qWaitFor([this] { return session().syncer().status().isComplete; }, ms);
}

bool BenchStage::waitForIndex(int ms)
{
    const auto &opened = static_cast<const WorkspaceSession &>(session());
    return QTest::qWaitFor([&opened] { return opened.isIndexReady(); }, ms);
}

bool BenchStage::waitUntilLoaded(int ms)
{
    const auto state = [this] { return session().syncer().status().state; };
    const bool hasEnded = QTest::qWaitFor(
        [&] {
            return state() == SyncStatus::State::UpToDate || state() == SyncStatus::State::Failed;
        },
        ms);
    return hasEnded && state() == SyncStatus::State::UpToDate;
}

ContactTableView &BenchStage::table()
{
    return page().contacts().table();
}

double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return pages.value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

} // namespace roster::bench
