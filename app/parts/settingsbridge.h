// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingsport.h"

namespace roster {

class Profile;
class Settings;

//! The settings sheet's way to the settings file and the theme.
class SettingsBridge final : public SettingsPort
{
public:
    SettingsBridge(Settings &settings, Theme &theme, const Profile &profile);

    Theme::Mode themeMode() const override;
    void setThemeMode(Theme::Mode mode) override;
    bool isMotionReduced() const override;
    void setMotionReduced(bool isReduced) override;
    bool showsPictures() const override;
    void setShowsPictures(bool isOn) override;
    QString dataPath() const override;

private:
    Settings &m_settings;
    Theme &m_theme;
    const Profile &m_profile;
};

} // namespace roster
