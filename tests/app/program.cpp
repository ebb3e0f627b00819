// SPDX-License-Identifier: MIT
#include "tests/app/program.h"

#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/syncer.h"
#include "ui/session/firstrunpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/messagestrip.h"

#include <QtWidgets/QApplication>

namespace roster::test {

Program::Program(const QString &profile)
    : m_parts(setupIn(profile), *qApp)
    , m_window(std::make_unique<MainWindow>(
          MainWindow::Parts{m_parts.theme, m_parts.gate, m_parts.settingsPort,
                            [this](const QString &key) { return m_parts.settings.state(key); },
                            [this](const QString &key, const QByteArray &value) {
                                m_parts.settings.setState(key, value);
                            }}))
{
    m_window->resize(1280, 800);
    m_window->show();
}

ApplicationParts::Setup Program::setupIn(const QString &profile)
{
    ApplicationParts::Setup setup;
    setup.profile = profile;
    setup.useKeychain = false;
    setup.sandbox.workspace.contacts = 20;
    setup.sandbox.rateLimit = 0;
    return setup;
}

ConnectRequest Program::request(SandboxFixture &sandbox, std::optional<StorageChoice> choice)
{
    ConnectRequest request;
    request.address.region = Region::Custom;
    request.address.baseUrl = sandbox.url();
    request.token = sandbox.token();
    request.storage = choice;
    return request;
}

bool Program::connectTo(SandboxFixture &sandbox, std::optional<StorageChoice> choice)
{
    return resultOf(gate().connectTo(request(sandbox, choice))).isOk() && isUpToDate();
}

void Program::remember(SandboxFixture &sandbox)
{
    const auto last = m_parts.settings.lastWorkspace();
    if (!last)
        qFatal("no workspace was open last");
    m_parts.secrets.remember(workspaceTokenKey(last->address.region, last->id), sandbox.token());
}

bool Program::reopen(SandboxFixture &sandbox)
{
    remember(sandbox);
    return resultOf(gate().reopenLast()).isOk() && isUpToDate();
}

bool Program::isUpToDate()
{
    return QTest::qWaitFor(
        [this] {
            return gate().session() &&
                   session().syncer().status().state == SyncStatus::State::UpToDate;
        },
        30'000);
}

std::optional<ApiError> Program::archiveFirst()
{
    const auto keys = resultOf(session().book().orderedKeys({}));
    const ContactRow row = session().book().rows({keys->front()}).constFirst();
    OperationOf<BulkReport> *run =
        session().contacts().archive({row.id, row.label(), row.email, row.role});
    const Result<BulkReport> report = resultOf(run);
    if (!report)
        return report.error();
    const Result<Done> &outcome = report->settled.constFirst().result;
    return outcome ? std::nullopt : std::optional(outcome.error());
}

int Program::contacts()
{
    return resultOf(session().book().counts())->all;
}

int Program::archived()
{
    return *resultOf(session().archive().archivedCount());
}

QString Program::banner(const QString &key)
{
    const auto *banner = m_window->findChild<Banner *>(key + QStringLiteral("Banner"));
    return banner && banner->isVisible() ? banner->text() : QString();
}

QString Program::firstRunMessage()
{
    const auto *page = m_window->findChild<FirstRunPage *>();
    return page->message().text();
}

} // namespace roster::test
