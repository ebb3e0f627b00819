// SPDX-License-Identifier: MIT
#include "app/tour/contactscenes.h"

#include "app/tour/toursteps.h"
#include "core/service/session.h"
#include "core/service/syncer.h"
#include "ui/contacts/contacttableview.h"
#include "ui/panel/contactpanel.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacepage.h"

namespace roster {

namespace {

ContactTableView &table(TourStage &stage)
{
    return stage.page().contacts().table();
}

//! The middle of a cell, far from its text, in the table's viewport.
QPoint cellAt(TourStage &stage, int row, int column = 0)
{
    ContactTableView &view = table(stage);
    return view.visualRect(view.model()->index(row, column)).center();
}

void clickRow(TourStage &stage, int row, Qt::KeyboardModifiers modifiers = {})
{
    stage.hand().clickAt(table(stage).viewport(), cellAt(stage, row), modifiers);
}

bool isLoaded(TourStage &stage)
{
    return stage.gate().session() &&
           stage.session().syncer().status().state == SyncStatus::State::UpToDate;
}

} // namespace

std::deque<TourStep> tableScenes(TourStage &stage)
{
    std::deque<TourStep> scenes;
    scenes.push_back({QStringLiteral("main"), QStringLiteral("All contacts, none selected"),
                      clicking(stage, "openSandboxButton"), [&stage] { return isLoaded(stage); }});
    scenes.push_back({QStringLiteral("main-one"), QStringLiteral("One contact selected"),
                      [&stage] { clickRow(stage, 4); },
                      [&stage] { return !stage.page().panel().contactId().isEmpty(); }});
    scenes.push_back({QStringLiteral("main-many"), QStringLiteral("Many contacts selected"),
                      [&stage] {
                          clickRow(stage, 3);
                          clickRow(stage, 9, Qt::ShiftModifier);
                          clickRow(stage, 12, Qt::ControlModifier);
                      },
                      sees(stage, "selectionBar")});
    scenes.push_back({QStringLiteral("drag"), QStringLiteral("A band being dragged over rows"),
                      [&stage] {
                          stage.hand().key(Qt::Key_Escape);
                          stage.hand().dragTo(table(stage).viewport(), cellAt(stage, 6, 1),
                                              cellAt(stage, 11, 4) + QPoint(20, 6));
                      },
                      [&stage] { return table(stage).isBandActive(); }});
    scenes.push_back(silently(
        [&stage] {
            stage.hand().release(table(stage).viewport(), cellAt(stage, 11, 4) + QPoint(20, 6));
            stage.hand().key(Qt::Key_Escape);
        },
        [&stage] { return stage.page().contacts().selection().isEmpty(); }));
    scenes.push_back(
        {QStringLiteral("search"), QStringLiteral("Search results"),
         [&stage] {
             stage.hand().key(Qt::Key_F, Qt::ControlModifier);
             stage.hand().type(QStringLiteral("an"));
         },
         [&stage] { return stage.page().contacts().model().query().text == QLatin1String("an"); }});
    scenes.push_back({QStringLiteral("no-results"), QStringLiteral("Nothing matches"),
                      [&stage] { stage.hand().type(QStringLiteral("zzqq")); },
                      sees(stage, "contactEmpty")});
    scenes.push_back(silently(clicking(stage, "clearFiltersButton"), [&stage] {
        return stage.page().contacts().model().rowCount() > 1000;
    }));
    return scenes;
}

namespace {

void appendCreateScenes(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    scenes.push_back({QStringLiteral("create"), QStringLiteral("New contact, empty"),
                      pressing(stage, Qt::Key_N, Qt::ControlModifier),
                      sees(stage, "newContactSheet")});
    scenes.push_back({QStringLiteral("create-invalid"),
                      QStringLiteral("New contact: problems under their fields"),
                      [&hand] {
                          hand.fill(QStringLiteral("emailEdit"), QStringLiteral("ada@"));
                          hand.fill(QStringLiteral("phoneEdit"), QStringLiteral("call me"));
                          hand.key(Qt::Key_Tab);
                      },
                      sees(stage, "newContactSheet")});
    scenes.push_back({QStringLiteral("create-taken"),
                      QStringLiteral("New contact: Intercom says the email is taken"),
                      [&hand, &stage] {
                          const ContactRow row = stage.page().contacts().model().rowAt(1);
                          hand.fill(QStringLiteral("emailEdit"), row.email);
                          hand.fill(QStringLiteral("phoneEdit"), QString());
                          hand.fill(QStringLiteral("nameEdit"), QStringLiteral("Ada Lovelace"));
                          hand.key(Qt::Key_Return, Qt::ControlModifier);
                      },
                      [&hand] {
                          const QWidget *field = hand.find(QStringLiteral("emailEdit"));
                          return field && field->property("invalid").toBool();
                      }});
    scenes.push_back(silently(pressing(stage, Qt::Key_Escape), sees(stage, "discardSheet")));
    scenes.push_back(silently(clicking(stage, "goOnButton"), isGone(stage, "newContactSheet")));
}

void appendEditScenes(TourStage &stage, std::deque<TourStep> &scenes)
{
    scenes.push_back(silently([&stage] { clickRow(stage, 2); },
                              [&stage] { return !stage.page().panel().contactId().isEmpty(); }));
    scenes.push_back({QStringLiteral("edit"), QStringLiteral("Edit contact"),
                      pressing(stage, Qt::Key_E, Qt::ControlModifier),
                      sees(stage, "editContactSheet")});
    scenes.push_back(silently(pressing(stage, Qt::Key_Escape), isGone(stage, "editContactSheet")));
    scenes.push_back({QStringLiteral("add-tag"), QStringLiteral("Add tag"),
                      pressing(stage, Qt::Key_T, Qt::ControlModifier), sees(stage, "addTagSheet")});
    scenes.push_back(silently(pressing(stage, Qt::Key_Escape), isGone(stage, "addTagSheet")));
    scenes.push_back(silently(
        [&stage] {
            clickRow(stage, 1);
            clickRow(stage, 8, Qt::ShiftModifier);
        },
        sees(stage, "selectionBar")));
    scenes.push_back({QStringLiteral("remove-tag"), QStringLiteral("Remove tag from several"),
                      pressing(stage, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier),
                      sees(stage, "removeTagSheet")});
    scenes.push_back(silently(pressing(stage, Qt::Key_Escape), isGone(stage, "removeTagSheet")));
    scenes.push_back({QStringLiteral("attach-company"), QStringLiteral("Attach company"),
                      pressing(stage, Qt::Key_B, Qt::ControlModifier),
                      sees(stage, "attachCompanySheet")});
    scenes.push_back(
        silently(pressing(stage, Qt::Key_Escape), isGone(stage, "attachCompanySheet")));
}

void appendArchiveScenes(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    scenes.push_back({QStringLiteral("archive-many"), QStringLiteral("Before several are archived"),
                      pressing(stage, Qt::Key_Delete), sees(stage, "archiveSheet")});
    scenes.push_back(silently(
        [&hand] {
            hand.fill(QStringLiteral("batchNameEdit"), QStringLiteral("Tour"));
            hand.click(QStringLiteral("archiveButton"));
        },
        [&stage] { return stage.page().contacts().selection().isEmpty(); }));
    scenes.push_back({QStringLiteral("undo-toast"),
                      QStringLiteral("One contact archived, with a way back"),
                      [&stage, &hand] {
                          clickRow(stage, 3);
                          hand.key(Qt::Key_Delete);
                      },
                      [&stage] { return stage.page().contacts().selection().isEmpty(); }});
    scenes.push_back({QStringLiteral("archived"), QStringLiteral("What Roster archived, by batch"),
                      [&stage] { stage.page().lookAtArchived(); }, sees(stage, "archivedList")});
    scenes.push_back(
        silently([&stage] { stage.page().lookAtContacts(); }, sees(stage, "contactTable")));
}

} // namespace

std::deque<TourStep> sheetScenes(TourStage &stage)
{
    std::deque<TourStep> scenes;
    appendCreateScenes(stage, scenes);
    appendEditScenes(stage, scenes);
    appendArchiveScenes(stage, scenes);
    return scenes;
}

std::deque<TourStep> stateScenes(TourStage &stage)
{
    TourHand &hand = stage.hand();
    std::deque<TourStep> scenes;
    scenes.push_back({QStringLiteral("settings"), QStringLiteral("Settings"),
                      pressing(stage, Qt::Key_Comma, Qt::ControlModifier),
                      sees(stage, "settingsSheet")});
    scenes.push_back(silently(pressing(stage, Qt::Key_Escape), isGone(stage, "settingsSheet")));
    scenes.push_back({QStringLiteral("shortcuts"), QStringLiteral("Keyboard shortcuts"),
                      pressing(stage, Qt::Key_F1), sees(stage, "shortcutsSheet")});
    scenes.push_back(silently(pressing(stage, Qt::Key_Escape), isGone(stage, "shortcutsSheet")));
    const auto reaches = [&stage](Reachability::State state) {
        return [&stage, state] { return stage.session().reachability().state == state; };
    };
    // A refresh that still runs would not begin again.
    const auto isBack = [&stage] {
        return stage.session().reachability().state == Reachability::State::Online &&
               stage.session().syncer().status().state != SyncStatus::State::Loading;
    };
    scenes.push_back({QStringLiteral("limited"), QStringLiteral("Too many calls for Intercom"),
                      [&stage, &hand] {
                          stage.server().setRateLimit(1);
                          hand.key(Qt::Key_F5);
                      },
                      reaches(Reachability::State::Limited)});
    scenes.push_back(silently([&stage] { stage.server().setRateLimit(0); }, isBack));
    scenes.push_back({QStringLiteral("offline"), QStringLiteral("No connection"),
                      [&stage, &hand] {
                          stage.server().refuseConnections(true);
                          hand.key(Qt::Key_F5);
                          stage.session().retryNow();
                      },
                      reaches(Reachability::State::Offline)});
    scenes.push_back(silently(
        [&stage] {
            stage.server().refuseConnections(false);
            stage.session().retryNow();
        },
        isBack));
    scenes.push_back({QStringLiteral("wrong-token"),
                      QStringLiteral("The token is not accepted any more"),
                      [&stage, &hand] {
                          stage.server().setToken(QByteArrayLiteral("another"));
                          hand.key(Qt::Key_F5);
                      },
                      reaches(Reachability::State::Unauthorized)});
    return scenes;
}

} // namespace roster
