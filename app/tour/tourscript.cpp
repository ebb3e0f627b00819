// SPDX-License-Identifier: MIT
#include "app/tour/tourscript.h"

#include "app/tour/bulkscenes.h"
#include "app/tour/connectscenes.h"
#include "app/tour/contactscenes.h"
#include "app/tour/findingscenes.h"
#include "app/tour/keepingscenes.h"
#include "app/tour/lifecyclescenes.h"
#include "app/tour/pagescenes.h"
#include "app/tour/recordscenes.h"
#include "app/tour/syncingscenes.h"
#include "app/tour/tourstage.h"

namespace roster {

std::deque<TourStep> tourOfFullWorkspace(TourStage &stage)
{
    std::deque<TourStep> scenes;
    for (const auto &part :
         {connectScenes(stage), tableScenes(stage), recordScenes(stage), findingScenes(stage),
          sheetScenes(stage), lifecycleScenes(stage), pageScenes(stage), bulkSheetScenes(stage),
          bulkRunScenes(stage), vanishedScenes(stage), keepingScenes(stage), stateScenes(stage)})
        scenes.insert(scenes.end(), part.begin(), part.end());
    return scenes;
}

std::deque<TourStep> tourOfEmptyWorkspace(TourStage &stage)
{
    TourHand &hand = stage.hand();
    return {{QStringLiteral("empty"), QStringLiteral("A workspace without contacts"),
             [&hand] { hand.click(QStringLiteral("openSandboxButton")); },
             [&hand] { return hand.sees(QStringLiteral("contactEmpty")); }}};
}

} // namespace roster
