// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/reachability.h"
#include "core/domain/region.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <optional>

namespace roster {

class BannerStack;
class Session;
struct SyncStatus;

//! Keeps the banners true to the state of the session: sandbox, offline, token not accepted, too
//! many calls, another region than chosen, a refresh that failed.
class StateBanners : public QObject
{
    Q_OBJECT

public:
    StateBanners(BannerStack &stack, QObject *parent);

    //! Tells of `session` from now on; nullptr takes all banners away.
    void setSession(Session *session);

    //! The region that `/me` told, when it is another hosted one than the chosen.
    static std::optional<Region> toldElsewhere(const Session &session);

Q_SIGNALS:
    void resetSandboxRequested();
    void newTokenRequested();
    void switchRegionRequested(roster::Region region);

private:
    void act(const QString &key);
    void showReachability(const Reachability &reachability);
    void showSync(const SyncStatus &status);
    void showRegion();
    void updateLimited();

    BannerStack &m_stack;
    Session *m_session = nullptr;
    QDateTime m_limitedUntil;
    QTimer m_countdown;
};

} // namespace roster
