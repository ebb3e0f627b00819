// SPDX-License-Identifier: MIT
#include "app/tour/tourstage.h"

#include "core/service/session.h"

#include <QtCore/QFile>

namespace roster {

namespace {

ApplicationParts::Setup setupIn(const QTemporaryDir &folder, int contacts, int latencyMs)
{
    ApplicationParts::Setup setup;
    setup.profile = folder.path();
    setup.useKeychain = false;
    setup.clock = std::make_unique<TourClock>();
    setup.sandbox.latencyMs = latencyMs;
    setup.sandbox.workspace.contacts = contacts;
    setup.sandbox.workspace.now = TourClock::start;
    // The sandbox lives at the same moment as the window.
    setup.sandbox.workspace.clockMs = [clock = std::make_shared<TourClock>()] {
        return clock->now().toMSecsSinceEpoch();
    };
    return setup;
}

} // namespace

TourStage::TourStage(int contacts, int latencyMs, QApplication &qtApplication)
    : m_parts(setupIn(m_folder, contacts, latencyMs), qtApplication)
    , m_gate(m_parts.gate)
    , m_window(std::make_unique<MainWindow>(MainWindow::Parts{
          m_parts.theme, m_gate, m_parts.settingsPort, [](const QString &) { return QByteArray(); },
          [](const QString &, const QByteArray &) {}}))
    , m_hand(*m_window)
{
    m_parts.theme.setMode(Theme::Mode::Light);
    m_parts.theme.setReducedMotion(true);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
}

TourStage::~TourStage() = default;

void TourStage::reopenDamaged()
{
    reopenAfter([path = session().storage().contactsFile] {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write("no contacts");
    });
}

void TourStage::reopen()
{
    reopenAfter([] {});
}

void TourStage::reopenAfter(std::function<void()> meanwhile)
{
    QObject::connect(&session(), &QObject::destroyed, m_window.get(),
                     [this, meanwhile = std::move(meanwhile)] {
                         meanwhile();
                         m_window->open(m_gate.openSandbox(), Doing::OpeningSandbox);
                     });
    m_parts.gate.close();
}

} // namespace roster
