// SPDX-License-Identifier: MIT
#include "app/application.h"

#include "app/parts/applicationparts.h"
#include "app/parts/singleinstance.h"
#include "app/tour/tour.h"
#include "core/net/qnamtransport.h"
#include "ui/window/mainwindow.h"

#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <cstdio>

namespace roster {

namespace {

int fail(const QString &problem)
{
    std::fputs(qUtf8Printable(QStringLiteral("roster: ") + problem + QLatin1Char('\n')), stderr);
    return 1;
}

//! The token in `file` without the line end that editors add; empty when it cannot be read.
QByteArray tokenIn(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.read(4096).trimmed() : QByteArray();
}

} // namespace

Application::Application(CommandLine line, QApplication &qtApplication)
    : m_line(std::move(line))
    , m_qt(qtApplication)
{
}

Application::~Application() = default;

int Application::run()
{
    if (!m_line.tourDir.isEmpty())
        return runTour();
    ApplicationParts::Setup setup;
    setup.profile = m_line.profile;
    if (!m_line.caFile.isEmpty()) {
        setup.certificates = certificatesIn(m_line.caFile);
        if (setup.certificates.isEmpty())
            return fail(QCoreApplication::translate("Application", "No certificate in %1.")
                            .arg(m_line.caFile));
    }
    if (!m_line.tokenFile.isEmpty() && tokenIn(m_line.tokenFile).isEmpty())
        return fail(
            QCoreApplication::translate("Application", "No token in %1.").arg(m_line.tokenFile));
    setup.sandbox.keepsLog = false;
    if (const auto exitCode = claimProfile())
        return *exitCode;
    m_parts = std::make_unique<ApplicationParts>(std::move(setup), m_qt);
    Settings &settings = m_parts->settings;
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{m_parts->theme, m_parts->gate, m_parts->settingsPort,
                          [&settings](const QString &key) { return settings.state(key); },
                          [&settings](const QString &key, const QByteArray &value) {
                              settings.setState(key, value);
                          }});
    m_window->show();
    start();
    return QApplication::exec();
}

std::optional<int> Application::claimProfile()
{
    const Profile profile(m_line.profile);
    m_instance = std::make_unique<SingleInstance>(profile);
    switch (m_instance->claim()) {
    case SingleInstance::Claim::Ours:
        break;
    case SingleInstance::Claim::Raised:
        return 0;
    case SingleInstance::Claim::Unheard:
        return fail(QCoreApplication::translate(
                        "Application", "Another Roster (process %1) works in %2 and does not "
                                       "answer. End it, or use another --profile.")
                        .arg(m_instance->otherProcess())
                        .arg(profile.dataDir()));
    }
    QObject::connect(m_instance.get(), &SingleInstance::raiseRequested, m_instance.get(),
                     [this] { comeToFront(); });
    return std::nullopt;
}

void Application::comeToFront()
{
    // It may be asked for before there is a window; that comes to the front by itself.
    if (!m_window)
        return;
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Application::start()
{
    ApplicationParts &parts = *m_parts;
    // The keychain is asked first, because every way in wants to know whether there is one.
    parts.secrets.probe()->onFinished(m_window.get(), [this](const Result<Done> &) {
        MainWindow &window = *m_window;
        WorkspaceAddress address;
        address.baseUrl = regionUrl(address.region);
        if (!m_line.baseUrl.isEmpty()) {
            address.region = Region::Custom;
            address.baseUrl = m_line.baseUrl;
        }
        if (m_line.openSandbox)
            window.open(m_parts->gate.openSandbox(), Doing::OpeningSandbox);
        else if (!m_line.tokenFile.isEmpty())
            window.open(m_parts->gate.connectTo({address, tokenIn(m_line.tokenFile), false}),
                        Doing::Connecting);
        else if (!m_line.baseUrl.isEmpty())
            window.askToConnect(address);
        else
            window.reopen();
    });
}

int Application::runTour()
{
    Tour tour(m_line.tourDir, m_qt);
    return tour.run();
}

} // namespace roster
