// SPDX-License-Identifier: MIT
#include "app/tour/syncingscenes.h"

#include "app/tour/toursteps.h"
#include "core/service/session.h"
#include "core/service/syncer.h"
#include "ui/archive/archivedmodel.h"
#include "ui/archive/archivedview.h"
#include "ui/contacts/contacttableview.h"
#include "ui/panel/contactpanel.h"
#include "ui/widgets/bannerstack.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacepage.h"

#include <QtGui/QAction>

namespace roster {

namespace {

//! Deletes as somebody else.
void deleteElsewhere(TourStage &stage, const ContactId &id)
{
    sandbox::Request request;
    request.method = "DELETE";
    request.path = QStringLiteral("/contacts/") + id.text();
    request.version = "2.10";
    static_cast<void>(stage.server().ask(request));
}

void clickRow(TourStage &stage, int row)
{
    ContactTableView &table = stage.page().contacts().table();
    const QRect cell = table.visualRect(table.model()->index(row, 1));
    stage.hand().clickAt(table.viewport(), cell.center());
}

void deleteAndLook(TourStage &stage)
{
    for (const int row : {2, 5, 9})
        deleteElsewhere(stage, stage.page().contacts().model().idAt(row));
    stage.window().findChild<QAction *>(QStringLiteral("lookForDeletedAction"))->trigger();
}

bool isVanishingTold(TourStage &stage)
{
    const auto *banners = stage.page().findChild<BannerStack *>(QStringLiteral("banners"));
    return banners->banner(QStringLiteral("vanished")) &&
           stage.hand().sees(QStringLiteral("panelVanished")) &&
           stage.session().syncer().status().state == SyncStatus::State::UpToDate;
}

bool isLoading(TourStage &stage)
{
    if (!stage.window().page())
        return false;
    const SyncStatus &status = stage.session().syncer().status();
    return status.phase == SyncStatus::Phase::Loading && status.total > status.done &&
           stage.page().contacts().model().rowCount() > 0;
}

} // namespace

std::deque<TourStep> vanishedScenes(TourStage &stage)
{
    std::deque<TourStep> scenes;
    scenes.push_back(silently([&stage] { clickRow(stage, 2); },
                              [&stage] {
                                  return stage.page().panel().contactId() ==
                                         stage.page().contacts().model().idAt(2);
                              }));
    scenes.push_back(
        {QStringLiteral("vanished"), QStringLiteral("Contacts that were deleted elsewhere"),
         [&stage] { deleteAndLook(stage); }, [&stage] { return isVanishingTold(stage); }});
    scenes.push_back({QStringLiteral("vanished-archived"),
                      QStringLiteral("What was last known of them, under Archived"),
                      [&stage] { stage.hand().click(QStringLiteral("lookAtVanishedButton")); },
                      [&stage] {
                          return stage.hand().sees(QStringLiteral("archivedList")) &&
                                 stage.page().archived().model().vanishedCount() == 3;
                      }});
    scenes.push_back(
        silently([&stage] { stage.page().lookAtContacts(); },
                 [&stage] { return stage.hand().sees(QStringLiteral("contactTable")); }));
    return scenes;
}

std::deque<TourStep> loadingScenes(TourStage &stage)
{
    return {{QStringLiteral("first-load"), QStringLiteral("The first load, on its way"),
             [&stage] { stage.hand().click(QStringLiteral("openSandboxButton")); },
             [&stage] { return isLoading(stage); }}};
}

} // namespace roster
