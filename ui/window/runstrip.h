// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operation.h"
#include "ui/text/batchtext.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

#include <functional>

class QProgressBar;
class QPushButton;
class QToolButton;

namespace roster {

class BulkRun;
class ElidedLabel;
class LiveRegion;
class Theme;

//! How a run over several contacts ended, kept for who wants to look at it or take it back.
struct RunResult
{
    RunWords words;
    BulkReport report;
    BatchId batch = 0;
    bool isStopped = false;
    //! The batch that it took back; 0: none.
    BatchId undoes = 0;
    //! Only of one that is over is anything tried again.
    BatchStage stage = BatchStage::Over;
};

//! The strip at the bottom while a run over many contacts goes on: what, how far, how fast, how
//! long, why it waits, how many come after it; Pause and Stop. Short runs are over before it would
//! appear. A run that was stopped or did not do everything leaves its result here, with the report
//! and a way back, until it is closed. Its buttons have no mnemonics: those of a sheet over it are
//! the sheet's alone.
class RunStrip : public QFrame
{
    Q_OBJECT

public:
    RunStrip(const Theme &theme, QWidget *parent);

    //! What time it is, in Unix seconds: the clock of what runs wait for.
    void setNow(std::function<qint64()> now) { m_now = std::move(now); }
    //! Shows `run` until it finishes, after those before it. `words` tell what it does.
    void follow(BulkRun *run, const RunWords &words);
    //! Shows how a run ended, once none goes on.
    void showResult(const RunResult &result);
    //! Its result is not offered any more: somebody goes on with it.
    void dropResult(BatchId batch);

Q_SIGNALS:
    //! It appeared or went; the height is metrics::stripHeight or 0.
    void shownChanged(bool isShown);
    void reportRequested(const roster::RunResult &result);
    //! Take back what the run did; its result is not shown any more.
    void undoRequested(const roster::RunResult &result);

private:
    void build();
    void showRun();
    void connectRun();
    void showResultOrNothing();
    void updateText();
    QStringList details() const;
    int runsAfter() const;
    void setShown(bool isShown);
    void togglePause();
    void closeResult();

    std::function<qint64()> m_now;
    QPointer<BulkRun> m_run;
    QList<std::pair<QPointer<BulkRun>, RunWords>> m_waiting;
    QList<RunResult> m_results;
    RunWords m_words;
    ElidedLabel *m_text;
    ElidedLabel *m_detail;
    LiveRegion *m_speech;
    QProgressBar *m_bar;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_report;
    QPushButton *m_undo;
    QToolButton *m_close;
    QTimer m_patience;
    //! Countdowns and rates are told anew each second.
    QTimer m_tick;
};

//! "Stopped. 412 archived, 88 untouched".
QString resultText(const RunResult &result);

} // namespace roster
