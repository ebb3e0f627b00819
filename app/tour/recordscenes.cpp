// SPDX-License-Identifier: MIT
#include "app/tour/recordscenes.h"

#include "app/tour/toursteps.h"
#include "core/service/session.h"
#include "ui/contacts/contacttableview.h"
#include "ui/panel/contactpanel.h"
#include "ui/panel/recordview.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacepage.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

namespace roster {

namespace {

constexpr int MostLookedAt = 150;

//! How many conversations the sandbox has with a contact.
int conversationsOf(TourStage &stage, const ContactId &id)
{
    sandbox::Request request;
    request.method = "POST";
    request.path = QStringLiteral("/conversations/search");
    request.contentType = "application/json";
    request.body =
        R"({"query":{"field":"contact_ids","operator":"=","value":")" + id.text().toUtf8() + "\"}}";
    return stage.server().ask(request).body.toObject()[QStringLiteral("total_count")].toInt();
}

//! How much there is to see of a contact.
int fullness(TourStage &stage, const Contact &contact)
{
    const int lists = std::min(contact.notes.total, 3) * 20 + std::min(contact.tags.total, 4) * 5 +
                      std::min(contact.companies.total, 3) * 5;
    const bool isTooLong = contact.notes.total > 4;
    if (isTooLong || contact.notes.total == 0)
        return isTooLong ? 0 : static_cast<int>(contact.fields.size());
    const int talks = std::min(conversationsOf(stage, contact.id), 2) * 40;
    return talks + lists + static_cast<int>(contact.fields.size());
}

//! The row of the fullest contact among the first ones, or of the emptiest.
int rowOf(TourStage &stage, bool isFullest)
{
    const ContactTableModel &model = stage.page().contacts().model();
    int best = 0;
    int bestFullness = isFullest ? -1 : 1'000'000;
    for (int row = 0; row < std::min(model.rowCount(), MostLookedAt); ++row) {
        const auto contact = stage.session().book().contact(model.idAt(row));
        if (!contact)
            continue;
        const int found = fullness(stage, *contact);
        if (isFullest ? found > bestFullness : found < bestFullness) {
            bestFullness = found;
            best = row;
        }
    }
    return best;
}

void choose(TourStage &stage, bool isFullest)
{
    const int row = rowOf(stage, isFullest);
    ContactTableView &view = stage.page().contacts().table();
    view.revealRow(row);
    stage.hand().clickAt(view.viewport(), view.visualRect(view.model()->index(row, 0)).center());
}

//! A section is unfolded by its heading.
void unfold(TourStage &stage, const char *section)
{
    RecordView &record = stage.page().panel().record();
    if (auto *button =
            record.findChild<QWidget *>(QLatin1String(section) + QLatin1String("SectionButton"))) {
        auto *area =
            stage.page().panel().findChild<QScrollArea *>(QStringLiteral("recordViewScroll"));
        area->ensureWidgetVisible(button, 0, 0);
        stage.hand().clickAt(button, button->rect().center());
    }
}

void scrollTo(TourStage &stage, const char *widget)
{
    auto *area = stage.page().panel().findChild<QScrollArea *>(QStringLiteral("recordViewScroll"));
    auto *target = area->findChild<QWidget *>(QLatin1String(widget));
    if (target)
        area->verticalScrollBar()->setValue(target->mapTo(area->widget(), QPoint()).y());
}

bool hasInPanel(TourStage &stage, const char *name)
{
    const auto *found = stage.page().panel().findChild<QWidget *>(QLatin1String(name));
    return found && found->isVisible();
}

} // namespace

std::deque<TourStep> recordScenes(TourStage &stage)
{
    TourHand &hand = stage.hand();
    std::deque<TourStep> scenes;
    scenes.push_back({QStringLiteral("record"), QStringLiteral("A full contact with its notes"),
                      [&stage] { choose(stage, true); },
                      [&stage] { return hasInPanel(stage, "noteBody0"); }});
    scenes.push_back(
        {QStringLiteral("record-lists"), QStringLiteral("What hangs off a contact, unfolded"),
         [&stage] {
             for (const char *section : {"conversations", "segments", "subscriptions", "activity"})
                 unfold(stage, section);
         },
         [&stage] {
             scrollTo(stage, "notesSection");
             return hasInPanel(stage, "segmentLabel") &&
                    !stage.page()
                         .panel()
                         .findChild<QWidget *>(QStringLiteral("subscriptionsListStatus"))
                         ->isVisible();
         }});
    scenes.push_back({QStringLiteral("add-note"), QStringLiteral("A note being written"),
                      [&hand] {
                          hand.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
                          hand.type(QStringLiteral("Prefers to be called on weekday mornings."));
                      },
                      sees(stage, "addNoteSheet")});
    scenes.push_back(silently([&hand] { hand.key(Qt::Key_Escape); }, sees(stage, "discardSheet")));
    scenes.push_back(silently([&hand] { hand.click(QStringLiteral("goOnButton")); },
                              isGone(stage, "addNoteSheet")));
    scenes.push_back({QStringLiteral("json"), QStringLiteral("The record as Intercom sent it"),
                      [&hand] { hand.key(Qt::Key_Return, Qt::AltModifier); },
                      sees(stage, "jsonSheet")});
    scenes.push_back(silently([&hand] { hand.key(Qt::Key_Escape); }, isGone(stage, "jsonSheet")));
    scenes.push_back({QStringLiteral("conversation"), QStringLiteral("A conversation to read"),
                      [&hand] { hand.click(QStringLiteral("conversation0Button")); },
                      [&stage] {
                          return stage.hand().sees(QStringLiteral("partBody1")) &&
                                 !stage.hand().sees(QStringLiteral("missingPartsLabel"));
                      }});
    scenes.push_back(
        silently([&hand] { hand.key(Qt::Key_Escape); }, isGone(stage, "conversationSheet")));
    scenes.push_back({QStringLiteral("record-sparse"), QStringLiteral("A nearly empty contact"),
                      [&stage] { choose(stage, false); },
                      [&stage] { return !stage.page().panel().contactId().isEmpty(); }});
    scenes.push_back(silently(
        [&stage] {
            for (const char *section : {"conversations", "segments", "subscriptions", "activity"})
                unfold(stage, section);
            scrollTo(stage, "recordView");
        },
        [&stage] { return !hasInPanel(stage, "segmentsList"); }));
    return scenes;
}

} // namespace roster
