// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QString>

namespace roster {

//! What the settings sheet reads and writes; app/ implements it over its settings. A write takes
//! effect at once. UI thread.
class SettingsPort
{
public:
    virtual ~SettingsPort() = default;

    virtual Theme::Mode themeMode() const = 0;
    virtual void setThemeMode(Theme::Mode mode) = 0;

    virtual bool isMotionReduced() const = 0;
    virtual void setMotionReduced(bool isReduced) = 0;

    //! Pictures of contacts are fetched from where their records say and shown.
    virtual bool showsPictures() const = 0;
    virtual void setShowsPictures(bool isOn) = 0;

    //! The folder of the local copy and the archive journal, as people would type it.
    virtual QString dataPath() const = 0;
};

} // namespace roster
