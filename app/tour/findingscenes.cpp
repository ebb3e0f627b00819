// SPDX-License-Identifier: MIT
#include "app/tour/findingscenes.h"

#include "app/tour/toursteps.h"
#include "ui/contacts/sidebar.h"
#include "ui/contacts/sidebarmodel.h"
#include "ui/widgets/filterchip.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacepage.h"

namespace roster {

namespace {

constexpr Qt::KeyboardModifiers ctrlShift = Qt::ControlModifier | Qt::ShiftModifier;

int savedViews(TourStage &stage)
{
    const auto &lines = static_cast<const SidebarModel &>(*stage.page().sidebar().model());
    return static_cast<int>(lines.saved().size());
}

//! "+ Filter" and the name of what is asked.
void beginFilter(TourStage &stage, const char16_t *subject)
{
    stage.hand().key(Qt::Key_L, ctrlShift);
    stage.hand().type(QString::fromUtf16(subject));
    stage.hand().key(Qt::Key_Return);
}

void saveView(TourStage &stage, const char16_t *name)
{
    stage.hand().key(Qt::Key_S, ctrlShift);
    stage.hand().fill(QStringLiteral("viewNameEdit"), QString::fromUtf16(name));
    stage.hand().key(Qt::Key_Return);
}

void appendFilterScenes(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    scenes.push_back({QStringLiteral("filter-list"), QStringLiteral("What can be asked"),
                      [&hand] { hand.key(Qt::Key_L, ctrlShift); }, sees(stage, "pickPopup")});
    scenes.push_back({QStringLiteral("filter-tags"), QStringLiteral("A filter by tags being made"),
                      [&hand] {
                          hand.type(QStringLiteral("Tag"));
                          hand.key(Qt::Key_Return);
                          hand.key(Qt::Key_Space);
                          hand.key(Qt::Key_Down);
                          hand.key(Qt::Key_Space);
                      },
                      sees(stage, "conditionPopup")});
    scenes.push_back(
        silently([&hand] { hand.key(Qt::Key_Return); }, isGone(stage, "conditionPopup")));
    scenes.push_back(
        silently([&hand] { hand.key(Qt::Key_L, ctrlShift); }, sees(stage, "pickPopup")));
    scenes.push_back({QStringLiteral("filter-date"),
                      QStringLiteral("A filter by date, in the workspace's time zone"),
                      [&hand] {
                          hand.type(QStringLiteral("Created"));
                          hand.key(Qt::Key_Return);
                          hand.key(Qt::Key_Backtab, Qt::ShiftModifier);
                          hand.key(Qt::Key_Home);
                          hand.key(Qt::Key_Down);
                      },
                      sees(stage, "filterCalendar")});
    scenes.push_back(
        silently([&hand] { hand.key(Qt::Key_Escape); }, isGone(stage, "conditionPopup")));
    scenes.push_back(silently(
        [&stage, &hand] {
            beginFilter(stage, u"Role");
            hand.type(QStringLiteral("user"));
            hand.key(Qt::Key_Return);
            beginFilter(stage, u"New group");
            hand.type(QStringLiteral("Last seen"));
            hand.key(Qt::Key_Return);
            hand.type(QStringLiteral("30"));
            hand.key(Qt::Key_Return);
            hand.click(QStringLiteral("add1FilterChip"));
            hand.type(QStringLiteral("Owner"));
            hand.key(Qt::Key_Return);
            hand.key(Qt::Key_Space);
            hand.key(Qt::Key_Return);
        },
        sees(stage, "filter1_1Chip")));
    scenes.push_back(
        {QStringLiteral("filter-groups"), QStringLiteral("Two groups, one filter switched off"),
         [&hand] { hand.key(Qt::Key_Space, Qt::ControlModifier); },
         [&hand] {
             const auto *chip =
                 static_cast<const FilterChip *>(hand.find(QStringLiteral("filter1_1Chip")));
             return chip && !chip->isOn();
         }});
}

void appendViewScenes(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    scenes.push_back({QStringLiteral("save-view"), QStringLiteral("A view being saved"),
                      [&hand] {
                          hand.key(Qt::Key_S, ctrlShift);
                          hand.fill(QStringLiteral("viewNameEdit"),
                                    QStringLiteral("Beta, or active"));
                      },
                      sees(stage, "saveViewSheet")});
    scenes.push_back(silently([&hand] { hand.key(Qt::Key_Return); },
                              [&stage] { return savedViews(stage) == 1; }));
    scenes.push_back({QStringLiteral("saved-views"),
                      QStringLiteral("Saved views in the sidebar, one of them edited"),
                      [&stage, &hand] {
                          saveView(stage, u"Ask for feedback");
                          saveView(stage, u"This month");
                          hand.click(QStringLiteral("groupJoin1Button"));
                      },
                      [&stage] {
                          const auto &lines =
                              static_cast<const SidebarModel &>(*stage.page().sidebar().model());
                          return lines.saved().size() == 3 && lines.saved().constLast().isEdited &&
                                 lines.saved().constFirst().count.has_value();
                      }});
    scenes.push_back({QStringLiteral("found-on-intercom"),
                      QStringLiteral("What Intercom found for the same filter"),
                      [&hand] { hand.click(QStringLiteral("searchRemotelyButton")); },
                      [&stage] {
                          return stage.hand().sees(QStringLiteral("foundBanner")) &&
                                 stage.page().contacts().isShowingFound();
                      }});
    scenes.push_back({QStringLiteral("found-in-part"),
                      QStringLiteral("What Intercom found, and what it could not be asked"),
                      [&hand] {
                          hand.key(Qt::Key_F, Qt::ControlModifier);
                          hand.type(QStringLiteral("a"));
                          hand.click(QStringLiteral("searchRemotelyButton"));
                      },
                      [&stage] {
                          return stage.hand().sees(QStringLiteral("foundBanner")) &&
                                 stage.page().contacts().isShowingFound();
                      }});
    scenes.push_back({QStringLiteral("no-results-filters"),
                      QStringLiteral("Nothing matches: the filters are named"),
                      [&hand] {
                          hand.key(Qt::Key_F, Qt::ControlModifier);
                          hand.type(QStringLiteral("zzqq"));
                      },
                      sees(stage, "contactEmpty")});
    scenes.push_back(silently(
        [&stage, &hand] {
            hand.click(QStringLiteral("clearFiltersButton"));
            stage.page().lookAtContacts();
        },
        [&stage] { return stage.page().contacts().model().rowCount() > 1000; }));
}

} // namespace

std::deque<TourStep> findingScenes(TourStage &stage)
{
    std::deque<TourStep> scenes;
    appendFilterScenes(stage, scenes);
    appendViewScenes(stage, scenes);
    return scenes;
}

} // namespace roster
