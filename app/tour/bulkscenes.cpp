// SPDX-License-Identifier: MIT
#include "app/tour/bulkscenes.h"

#include "app/tour/toursteps.h"
#include "core/service/session.h"
#include "core/service/syncer.h"
#include "ui/archive/archivedlist.h"
#include "ui/archive/archivedview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacepage.h"

namespace roster {

namespace {

//! Slow enough for a run to be looked at.
constexpr int SlowMs = 300;
//! The same as calls in ten seconds.
constexpr int SlowCalls = 200;

//! Selects rows by their numbers.
void appendSelecting(TourStage &stage, std::deque<TourStep> &scenes, const QString &rows)
{
    TourHand &hand = stage.hand();
    scenes.push_back(silently(
        [&stage, &hand] {
            stage.page().takeFocus();
            hand.key(Qt::Key_G, Qt::ControlModifier);
        },
        sees(stage, "rangeEdit")));
    scenes.push_back(silently(
        [&hand, rows] {
            hand.type(rows);
            hand.key(Qt::Key_Return);
        },
        isGone(stage, "rangeSheet")));
}

bool saysInStrip(TourStage &stage, const QString &words)
{
    for (const char *name : {"runLabel", "runDetailLabel"}) {
        const auto *label = qobject_cast<ElidedLabel *>(stage.hand().find(QLatin1String(name)));
        if (label && label->fullText().contains(words))
            return true;
    }
    return false;
}

void confirmArchive(TourStage &stage, const QString &name, const QString &count)
{
    stage.hand().fill(QStringLiteral("batchNameEdit"), name);
    if (stage.hand().sees(QStringLiteral("typedCountEdit")))
        stage.hand().fill(QStringLiteral("typedCountEdit"), count);
    stage.hand().click(QStringLiteral("archiveButton"));
}

void appendReviewScenes(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    scenes.push_back(silently(
        [&stage, &hand] {
            stage.page().takeFocus();
            hand.key(Qt::Key_A, Qt::ControlModifier);
        },
        sees(stage, "selectionBar")));
    scenes.push_back({QStringLiteral("review-typed"),
                      QStringLiteral("Very many: their count has to be typed"),
                      [&stage, &hand] {
                          stage.page().takeFocus();
                          hand.key(Qt::Key_Delete);
                      },
                      sees(stage, "archiveSheet")});
    scenes.push_back(closing(stage, "archiveSheet"));
}

void appendPickScenes(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    appendSelecting(stage, scenes, QStringLiteral("2-9, 14"));
    scenes.push_back({QStringLiteral("set-owner"), QStringLiteral("The owner of several contacts"),
                      triggering(stage, "setOwnerAction"), sees(stage, "ownerSheet")});
    scenes.push_back({QStringLiteral("review-owner"),
                      QStringLiteral("Before several contacts get another owner"),
                      [&hand] {
                          hand.key(Qt::Key_Down);
                          hand.key(Qt::Key_Down);
                          hand.key(Qt::Key_Return);
                      },
                      sees(stage, "reviewSheet")});
    scenes.push_back(closing(stage, "reviewSheet"));
    scenes.push_back({QStringLiteral("set-attribute"),
                      QStringLiteral("A custom attribute of several contacts"),
                      triggering(stage, "setAttributeAction"), sees(stage, "attributeSheet")});
    scenes.push_back(closing(stage, "attributeSheet"));
    scenes.push_back({QStringLiteral("export"), QStringLiteral("Columns of an exported table"),
                      triggering(stage, "exportAction"), sees(stage, "exportSheet")});
    scenes.push_back(closing(stage, "exportSheet"));
    scenes.push_back({QStringLiteral("select-rows"), QStringLiteral("Selecting rows by number"),
                      triggering(stage, "selectRangeAction"), sees(stage, "rangeSheet")});
    scenes.push_back(closing(stage, "rangeSheet"));
}

void appendRunning(TourStage &stage, std::deque<TourStep> &scenes)
{
    appendSelecting(stage, scenes, QStringLiteral("1-450"));
    scenes.push_back(silently(
        [&stage] {
            stage.server().setLatency(SlowMs);
            stage.page().takeFocus();
            stage.hand().key(Qt::Key_Delete);
        },
        sees(stage, "archiveSheet")));
    scenes.push_back({QStringLiteral("run"), QStringLiteral("A batch under way"),
                      [&stage] {
                          confirmArchive(stage, QStringLiteral("Churned in May"),
                                         QStringLiteral("450"));
                      },
                      [&stage] { return saysInStrip(stage, QStringLiteral(" left")); }});
    scenes.push_back({QStringLiteral("run-limited"), QStringLiteral("A batch that waits"),
                      [&stage] { stage.server().setRateLimit(1); },
                      [&stage] { return saysInStrip(stage, QStringLiteral("limit")); }});
    scenes.push_back({QStringLiteral("run-stopped"),
                      QStringLiteral("A batch that was stopped, with a way back"),
                      [&stage] {
                          stage.server().setRateLimit(0);
                          stage.server().setLatency(0);
                          stage.hand().click(QStringLiteral("stopRunButton"));
                      },
                      sees(stage, "undoRunButton")});
    scenes.push_back(silently(clicking(stage, "closeRunButton"), isGone(stage, "runStrip")));
}

void appendFailing(TourStage &stage, std::deque<TourStep> &scenes)
{
    appendSelecting(stage, scenes, QStringLiteral("3-12"));
    scenes.push_back(silently(
        [&stage] {
            sandbox::FaultRule rule;
            rule.method = "POST";
            rule.path = QStringLiteral("/contacts/*/archive");
            rule.every = 4;
            rule.status = 403;
            stage.server().setFaults(sandbox::FaultScript({rule}));
            stage.page().takeFocus();
            stage.hand().key(Qt::Key_Delete);
        },
        sees(stage, "archiveSheet")));
    scenes.push_back(silently(
        [&stage] { confirmArchive(stage, QStringLiteral("Duplicates of NASA"), QString()); },
        sees(stage, "reportRunButton")));
    scenes.push_back({QStringLiteral("run-failures"),
                      QStringLiteral("A batch that ended with failures"),
                      [&stage] {
                          stage.server().setFaults(sandbox::FaultScript());
                          stage.hand().click(QStringLiteral("reportRunButton"));
                      },
                      sees(stage, "runReportSheet")});
    scenes.push_back(closing(stage, "runReportSheet"));
    scenes.push_back(silently(clicking(stage, "closeRunButton"), isGone(stage, "runStrip")));
}

void appendCutShort(TourStage &stage, std::deque<TourStep> &scenes)
{
    appendSelecting(stage, scenes, QStringLiteral("1-200"));
    scenes.push_back(silently(
        [&stage] {
            stage.server().setRateLimit(SlowCalls);
            stage.page().takeFocus();
            stage.hand().key(Qt::Key_Delete);
        },
        sees(stage, "archiveSheet")));
    scenes.push_back(silently(
        [&stage] { confirmArchive(stage, QStringLiteral("Quiet since the webinar"), QString()); },
        [&stage] { return saysInStrip(stage, QStringLiteral(" a second")); }));
    scenes.push_back({QStringLiteral("interrupted-banner"),
                      QStringLiteral("A batch that was cut short, at the next start"),
                      [&stage] {
                          stage.reopen();
                          stage.server().setRateLimit(0);
                      },
                      [&stage] {
                          return stage.hand().sees(QStringLiteral("interruptedBanner")) &&
                                 stage.gate().session() &&
                                 stage.session().syncer().status().state ==
                                     SyncStatus::State::UpToDate;
                      }});
    scenes.push_back(
        {QStringLiteral("interrupted"), QStringLiteral("Finish it, take it back, or leave it"),
         clicking(stage, "interruptedBannerActionButton"), sees(stage, "interruptedSheet")});
    // The mnemonic of Leave.
    scenes.push_back(silently([&stage] { stage.hand().key(Qt::Key_L, Qt::AltModifier); },
                              isGone(stage, "interruptedBanner")));
}

void appendArchived(TourStage &stage, std::deque<TourStep> &scenes)
{
    scenes.push_back({QStringLiteral("batches"), QStringLiteral("What was done lately"),
                      triggering(stage, "showBatchesAction"), sees(stage, "batchesSheet")});
    scenes.push_back(closing(stage, "batchesSheet"));
    scenes.push_back(
        silently([&stage] { stage.page().lookAtArchived(); },
                 [&stage] { return stage.page().archived().list().model()->rowCount() > 1; }));
    scenes.push_back({QStringLiteral("archived-contact"),
                      QStringLiteral("An archived contact as it was"),
                      [&stage] {
                          stage.page().archived().list().setFocus();
                          stage.hand().key(Qt::Key_Down);
                          stage.hand().key(Qt::Key_Down);
                      },
                      sees(stage, "pastView")});
    scenes.push_back(
        silently([&stage] { stage.page().lookAtContacts(); }, sees(stage, "contactTable")));
}

} // namespace

std::deque<TourStep> bulkSheetScenes(TourStage &stage)
{
    std::deque<TourStep> scenes;
    appendReviewScenes(stage, scenes);
    appendPickScenes(stage, scenes);
    return scenes;
}

std::deque<TourStep> bulkRunScenes(TourStage &stage)
{
    std::deque<TourStep> scenes;
    appendRunning(stage, scenes);
    appendFailing(stage, scenes);
    appendCutShort(stage, scenes);
    appendArchived(stage, scenes);
    return scenes;
}

} // namespace roster
