// SPDX-License-Identifier: MIT
#include "app/tour/lifecyclescenes.h"

#include "app/tour/toursteps.h"
#include "core/service/session.h"
#include "ui/contacts/contacttableview.h"
#include "ui/lifecycle/dangersheet.h"
#include "ui/panel/contactpanel.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacepage.h"

#include <QtWidgets/QListView>

namespace roster {

namespace {

constexpr int RowsLookedAt = 150;

//! Selects the first contact of that role with an email.
TourStep choosing(TourStage &stage, Role role)
{
    return silently(
        [&stage, role] {
            ContactTableView &view = stage.page().contacts().table();
            const ContactTableModel &model = stage.page().contacts().model();
            for (int row = 0; row < std::min(model.rowCount(), RowsLookedAt); ++row) {
                const ContactRow contact = model.rowAt(row);
                if (contact.role != role || contact.email.isEmpty())
                    continue;
                view.revealRow(row);
                const QPoint at = view.visualRect(view.model()->index(row, 0)).center();
                return stage.hand().clickAt(view.viewport(), at);
            }
        },
        [&stage, role] {
            const ContactId id = stage.page().panel().contactId();
            const auto contact = id.isEmpty() ? std::nullopt : stage.session().book().contact(id);
            return contact && contact->role() == role;
        });
}

void changeElsewhere(TourStage &stage, const QByteArray &json)
{
    sandbox::Request request;
    request.method = "PUT";
    request.path = QStringLiteral("/contacts/") + stage.page().panel().contactId().text();
    request.body = json;
    request.contentType = "application/json";
    (void)stage.server().ask(request);
}

void appendConflict(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    scenes.push_back(choosing(stage, Role::User));
    scenes.push_back(silently([&hand] { hand.key(Qt::Key_E, Qt::ControlModifier); },
                              sees(stage, "editContactSheet")));
    scenes.push_back(silently(
        [&stage, &hand] {
            hand.fill(QStringLiteral("phoneEdit"), QStringLiteral("+1 212 555 0170"));
            hand.fill(QStringLiteral("nameEdit"), QStringLiteral("Grace B. Hopper"));
            changeElsewhere(stage, R"({"phone":"+1 212 555 0199","name":"Grace Hopper"})");
            hand.key(Qt::Key_S, Qt::ControlModifier);
        },
        sees(stage, "conflictSheet")));
    scenes.push_back({QStringLiteral("edit-conflict"),
                      QStringLiteral("Somebody else saved the same fields meanwhile"),
                      [&hand] {
                          hand.click(QStringLiteral("phone_yoursButton"));
                          hand.click(QStringLiteral("name_theirsButton"));
                      },
                      sees(stage, "saveChoicesButton")});
    scenes.push_back(closing(stage, "conflictSheet"));
    scenes.push_back(silently([&hand] { hand.key(Qt::Key_Escape); }, sees(stage, "discardSheet")));
    scenes.push_back(silently([&hand] { hand.click(QStringLiteral("goOnButton")); },
                              isGone(stage, "editContactSheet")));
}

void appendLead(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    scenes.push_back(choosing(stage, Role::Lead));
    scenes.push_back({QStringLiteral("convert"), QStringLiteral("Before a lead becomes a user"),
                      triggering(stage, "convertToUserAction"), sees(stage, "convertSheet")});
    scenes.push_back(closing(stage, "convertSheet"));
    scenes.push_back(
        silently(triggering(stage, "mergeIntoUserAction"), sees(stage, "pickUserSheet")));
    scenes.push_back({QStringLiteral("merge-pick"),
                      QStringLiteral("Choosing the user that a lead is merged into"),
                      [&hand] {
                          hand.fill(QStringLiteral("userEdit"), QStringLiteral("an"));
                          hand.key(Qt::Key_Down);
                      },
                      sees(stage, "compareButton")});
    scenes.push_back({QStringLiteral("merge-preview"),
                      QStringLiteral("What a merge leaves, side by side"),
                      [&hand] { hand.key(Qt::Key_Return); }, sees(stage, "mergeForGoodButton")});
    scenes.push_back(closing(stage, "mergeSheet"));
}

void appendDelete(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    scenes.push_back(choosing(stage, Role::User));
    scenes.push_back({QStringLiteral("delete"), QStringLiteral("Before a contact is deleted"),
                      triggering(stage, "deleteContactAction"), sees(stage, "deleteSheet")});
    scenes.push_back(silently(
        [&hand] {
            const auto *sheet =
                qobject_cast<DangerSheet *>(hand.find(QStringLiteral("deleteSheet")));
            hand.fill(QStringLiteral("proofEdit"), sheet->proof());
        },
        sees(stage, "deleteForGoodButton")));
    scenes.push_back({QStringLiteral("deleted"),
                      QStringLiteral("A deleted contact leaves a receipt"),
                      [&hand] { hand.click(QStringLiteral("deleteForGoodButton")); },
                      sees(stage, "toastActionButton")});
    scenes.push_back({QStringLiteral("receipt"), QStringLiteral("A receipt"),
                      [&hand] { hand.click(QStringLiteral("toastActionButton")); },
                      sees(stage, "receiptSheet")});
    scenes.push_back(closing(stage, "receiptSheet"));
    scenes.push_back({QStringLiteral("receipts"),
                      QStringLiteral("What was deleted, blocked and merged from here"),
                      triggering(stage, "showReceiptsAction"), [&hand] {
                          const auto *list =
                              qobject_cast<QListView *>(hand.find(QStringLiteral("receiptList")));
                          return list && list->model()->rowCount() > 0;
                      }});
    scenes.push_back(closing(stage, "receiptsSheet"));
    scenes.push_back(
        silently([&stage] { stage.page().lookAtContacts(); }, sees(stage, "contactTable")));
}

} // namespace

std::deque<TourStep> lifecycleScenes(TourStage &stage)
{
    std::deque<TourStep> scenes;
    appendConflict(stage, scenes);
    appendLead(stage, scenes);
    appendDelete(stage, scenes);
    return scenes;
}

} // namespace roster
