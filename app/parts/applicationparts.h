// SPDX-License-Identifier: MIT
#pragma once

#include "app/parts/profile.h"
#include "app/parts/sandboxhost.h"
#include "app/parts/secrets.h"
#include "app/parts/sessionfolder.h"
#include "app/parts/settings.h"
#include "app/parts/settingsbridge.h"
#include "app/parts/storekeeper.h"
#include "app/parts/workspacemanager.h"
#include "core/async/clock.h"
#include "core/sandbox/sandboxoptions.h"
#include "ui/theme/portalappearance.h"
#include "ui/theme/theme.h"

#include <QtNetwork/QSslCertificate>

#include <memory>

namespace roster {

//! What a running program consists of, besides its arguments and its window. Members are built in
//! this order and destroyed in reverse.
class ApplicationParts
{
public:
    //! How this run differs from a usual one.
    struct Setup
    {
        QString profile;
        QList<QSslCertificate> certificates;
        //! Its database is the profile's.
        sandbox::SandboxOptions sandbox;
        bool useKeychain = true;
        //! The machine's clock when there is none.
        std::unique_ptr<Clock> clock;
    };

    ApplicationParts(Setup setup, QApplication &qtApplication);

    SessionFolder sessionFolder;
    Profile profile;
    Settings settings;
    std::unique_ptr<Clock> clock;
    StoreKeeper keeper;
    PortalAppearance appearance;
    Theme theme;
    Secrets secrets;
    SandboxHost sandbox;
    WorkspaceManager gate;
    SettingsBridge settingsPort;
};

} // namespace roster
