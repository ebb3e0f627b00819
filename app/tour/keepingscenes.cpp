// SPDX-License-Identifier: MIT
#include "app/tour/keepingscenes.h"

#include "app/tour/toursteps.h"
#include "core/service/session.h"
#include "core/service/syncer.h"

namespace roster {

namespace {

void appendSignOutScenes(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    const auto isGone = [&hand](const QString &name) {
        return [&hand, name] { return !hand.sees(name); };
    };
    const QString settings = QStringLiteral("settingsSheet");
    const QString question = QStringLiteral("signOutSheet");
    scenes.push_back(silently([&hand] { hand.key(Qt::Key_Comma, Qt::ControlModifier); },
                              [&hand, settings] { return hand.sees(settings); }));
    scenes.push_back({QStringLiteral("sign-out"),
                      QStringLiteral("Signing out: what goes and what stays"),
                      [&hand] { hand.click(QStringLiteral("signOutButton")); },
                      [&hand] { return hand.sees(QStringLiteral("exportJournalButton")); }});
    scenes.push_back({QStringLiteral("sign-out-wipe"),
                      QStringLiteral("Signing out and wiping the archive journal"),
                      [&hand] { hand.click(QStringLiteral("wipeJournalButton")); },
                      [&hand] { return hand.sees(QStringLiteral("exportJournalButton")); }});
    scenes.push_back(silently([&hand] { hand.key(Qt::Key_Escape); }, isGone(question)));
}

void appendDamageScenes(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    const QString banner = QStringLiteral("contactsSetAsideBanner");
    scenes.push_back(
        {QStringLiteral("damaged-file"), QStringLiteral("The copy of the contacts was damaged"),
         [&stage] { stage.reopenDamaged(); },
         [&stage, &hand, banner] {
             return hand.sees(banner) && stage.gate().session() &&
                    stage.session().syncer().status().state == SyncStatus::State::UpToDate;
         }});
    scenes.push_back(
        silently([&hand, banner] { hand.click(banner + QStringLiteral("CloseButton")); },
                 [&hand, banner] { return !hand.sees(banner); }));
}

} // namespace

std::deque<TourStep> keepingScenes(TourStage &stage)
{
    std::deque<TourStep> scenes;
    appendSignOutScenes(stage, scenes);
    appendDamageScenes(stage, scenes);
    return scenes;
}

} // namespace roster
