// SPDX-License-Identifier: MIT
#include "app/parts/applicationparts.h"

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

} // namespace

ApplicationParts::ApplicationParts(Setup setup, QApplication &qtApplication)
    : profile(setup.profile)
    , settings(profile.settingsFile())
    , clock(setup.clock ? std::move(setup.clock) : std::make_unique<SystemClock>())
    , theme(prepared(qtApplication), appearance)
    , secrets(profile.key(), setup.useKeychain)
    , sandbox(setup.sandbox)
    , gate({profile, settings, secrets, sandbox, *clock, setup.certificates})
    , settingsPort(settings, theme, profile)
{
    theme.setMode(settings.themeMode());
    theme.setReducedMotion(settings.hasReducedMotion());
}

} // namespace roster
