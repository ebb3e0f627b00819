// SPDX-License-Identifier: MIT
#include "app/parts/applicationparts.h"

#include "app/parts/runtimedirectory.h"
#include "ui/theme/resources.h"

#include <QtWidgets/QApplication>

namespace roster {

namespace {

QApplication &prepared(QApplication &qtApplication)
{
    initUiResources();
    QApplication::setWindowIcon(appIcon());
    return qtApplication;
}

Profile preparedProfile(const QString &folder, SessionFolder &session)
{
    Profile profile(folder);
    profile.prepare(session);
    return profile;
}

sandbox::SandboxOptions withDatabase(sandbox::SandboxOptions options, const Profile &profile)
{
    options.workspace.database = profile.sandboxFile();
    return options;
}

} // namespace

ApplicationParts::ApplicationParts(Setup setup, QApplication &qtApplication)
    : sessionFolder(runtimeDirectory())
    , profile(preparedProfile(setup.profile, sessionFolder))
    , settings(profile.settingsFile())
    , clock(setup.clock ? std::move(setup.clock) : std::make_unique<SystemClock>())
    , keeper(profile, sessionFolder, *clock)
    , theme(prepared(qtApplication), appearance)
    , secrets(profile.key(), setup.useKeychain)
    , sandbox(withDatabase(setup.sandbox, profile))
    , gate({profile, keeper, settings, secrets, sandbox, *clock, setup.certificates})
    , settingsPort(settings, theme, profile)
{
    theme.setMode(settings.themeMode());
    theme.setReducedMotion(settings.hasReducedMotion());
}

} // namespace roster
