// SPDX-License-Identifier: MIT
#include "app/parts/settingsbridge.h"

#include "app/parts/profile.h"
#include "app/parts/settings.h"

#include <QtCore/QDir>

namespace roster {

SettingsBridge::SettingsBridge(Settings &settings, Theme &theme, const Profile &profile)
    : m_settings(settings)
    , m_theme(theme)
    , m_profile(profile)
{
}

Theme::Mode SettingsBridge::themeMode() const
{
    return m_settings.themeMode();
}

void SettingsBridge::setThemeMode(Theme::Mode mode)
{
    m_settings.setThemeMode(mode);
    m_theme.setMode(mode);
}

bool SettingsBridge::isMotionReduced() const
{
    return m_settings.hasReducedMotion();
}

void SettingsBridge::setMotionReduced(bool isReduced)
{
    m_settings.setReducedMotion(isReduced);
    m_theme.setReducedMotion(isReduced);
}

bool SettingsBridge::showsPictures() const
{
    return m_settings.showsPictures();
}

void SettingsBridge::setShowsPictures(bool isOn)
{
    m_settings.setShowsPictures(isOn);
}

QString SettingsBridge::dataPath() const
{
    return QDir::toNativeSeparators(m_profile.dataDir());
}

} // namespace roster
