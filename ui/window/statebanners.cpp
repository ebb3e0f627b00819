// SPDX-License-Identifier: MIT
#include "ui/window/statebanners.h"

#include "core/service/session.h"
#include "core/service/syncer.h"
#include "ui/text/errortext.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/bannerstack.h"

#include <QtCore/QLocale>

namespace roster {

namespace {

const QString SandboxKey = QStringLiteral("sandbox");
const QString OfflineKey = QStringLiteral("offline");
const QString TokenKey = QStringLiteral("token");
const QString LimitedKey = QStringLiteral("limited");
const QString RegionKey = QStringLiteral("region");
const QString SyncKey = QStringLiteral("sync");

} // namespace

StateBanners::StateBanners(BannerStack &stack, QObject *parent)
    : QObject(parent)
    , m_stack(stack)
{
    connect(&stack, &BannerStack::actionTriggered, this, &StateBanners::act);
    connect(&m_countdown, &QTimer::timeout, this, &StateBanners::updateLimited);
}

std::optional<Region> StateBanners::toldElsewhere(const Session &session)
{
    const Region chosen = session.address().region;
    if (chosen == Region::Sandbox || chosen == Region::Custom)
        return std::nullopt;
    const auto told = regionFromServer(session.identity().toldRegion);
    return told && *told != chosen ? told : std::nullopt;
}

void StateBanners::setSession(Session *session)
{
    m_session = session;
    m_countdown.stop();
    for (const QString &key : {SandboxKey, OfflineKey, TokenKey, LimitedKey, RegionKey, SyncKey})
        m_stack.remove(key);
    if (!session)
        return;
    if (session->isSandbox())
        m_stack.put(SandboxKey, Tone::Warning,
                    tr("Sandbox · a made-up workspace on this computer. Nothing here reaches "
                       "Intercom."),
                    tr("Reset"));
    showRegion();
    connect(session, &Session::reachabilityChanged, this, &StateBanners::showReachability);
    connect(&session->syncer(), &Syncer::statusChanged, this, &StateBanners::showSync);
    showReachability(session->reachability());
    showSync(session->syncer().status());
}

void StateBanners::showRegion()
{
    if (const auto told = toldElsewhere(*m_session))
        m_stack.put(RegionKey, Tone::Warning,
                    tr("%1 is in %2, but you chose %3.")
                        .arg(m_session->identity().name, regionName(*told),
                             regionName(m_session->address().region)),
                    tr("Switch to %1").arg(regionTitle(*told)));
}

void StateBanners::showReachability(const Reachability &reachability)
{
    using State = Reachability::State;
    m_stack.remove(OfflineKey);
    m_stack.remove(TokenKey);
    m_stack.remove(LimitedKey);
    m_countdown.stop();
    switch (reachability.state) {
    case State::Online:
        break;
    case State::Offline:
        m_stack.put(OfflineKey, Tone::Warning,
                    tr("Offline · you see what was loaded before. Changes need a connection."),
                    tr("Try again"));
        break;
    case State::Unauthorized:
        m_stack.put(TokenKey, Tone::Danger,
                    tr("Intercom does not accept the access token any more."),
                    tr("Enter a new token"));
        break;
    case State::Limited:
        m_limitedUntil = reachability.until;
        m_countdown.start(1000);
        updateLimited();
        break;
    }
}

void StateBanners::updateLimited()
{
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(m_limitedUntil);
    const QString time =
        QLocale().toString(m_limitedUntil.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
    const QString text = m_limitedUntil.isValid()
                             ? tr("Too many calls for Intercom. Roster goes on at %1.").arg(time)
                             : tr("Too many calls for Intercom. Roster goes on by itself.");
    m_stack.put(LimitedKey, Tone::Warning, text);
    if (left < 0)
        m_countdown.stop();
}

void StateBanners::showSync(const SyncStatus &status)
{
    const bool hasFailed = status.state == SyncStatus::State::Failed && status.error &&
                           status.error->kind != ErrorKind::Cancelled;
    if (!hasFailed)
        return m_stack.remove(SyncKey);
    // Offline and a refused token have banners of their own.
    if (status.error->kind == ErrorKind::Offline || status.error->kind == ErrorKind::Unauthorized)
        return m_stack.remove(SyncKey);
    const ErrorText words = errorText(*status.error, Doing::Loading);
    m_stack.put(SyncKey, Tone::Danger, words.title + QStringLiteral(". ") + words.sentence,
                tr("Try again"));
}

void StateBanners::act(const QString &key)
{
    if (!m_session)
        return;
    if (key == SandboxKey) {
        Q_EMIT resetSandboxRequested();
    } else if (key == OfflineKey) {
        m_session->retryNow();
        m_session->syncer().refresh();
    } else if (key == TokenKey) {
        Q_EMIT newTokenRequested();
    } else if (key == SyncKey) {
        m_session->syncer().refresh();
    } else if (key == RegionKey) {
        if (const auto told = toldElsewhere(*m_session))
            Q_EMIT switchRegionRequested(*told);
    }
}

} // namespace roster
