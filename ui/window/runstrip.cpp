// SPDX-License-Identifier: MIT
#include "ui/window/runstrip.h"

#include "core/service/bulkrun.h"
#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/liveregion.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

//! A run that is over sooner needs no strip.
constexpr int PatienceMs = 400;
constexpr int TickMs = 1000;
//! The bar gives way before the words do.
constexpr int SmallestBar = 60;

} // namespace

QString resultText(const RunResult &result)
{
    const QString report = reportText(result.words.action.kind, result.report);
    return result.isStopped ? RunStrip::tr("Stopped. %1").arg(report) : report;
}

RunStrip::RunStrip(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_now(&QDateTime::currentSecsSinceEpoch)
    , m_text(new ElidedLabel(u"runLabel"_s, this))
    , m_detail(new ElidedLabel(u"runDetailLabel"_s, this))
    , m_speech(new LiveRegion(u"runSpeech"_s, this))
    , m_bar(new QProgressBar(this))
    , m_pause(makeButton(u"pauseRunButton"_s, tr("Pause"), this))
    , m_stop(makeButton(u"stopRunButton"_s, tr("Stop"), this))
    , m_report(makeButton(u"reportRunButton"_s, tr("Report…"), this))
    , m_undo(makeButton(u"undoRunButton"_s, tr("Undo"), this))
    , m_close(makeIconButton(theme, u"closeRunButton"_s, Icons::Close, tr("Close"), this))
{
    build();
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    m_tick.setInterval(TickMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setShown(true); });
    connect(&m_tick, &QTimer::timeout, this, &RunStrip::updateText);
    connect(m_pause, &QPushButton::clicked, this, &RunStrip::togglePause);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run->stop();
    });
    connect(m_report, &QPushButton::clicked, this, [this] {
        if (!m_results.isEmpty())
            Q_EMIT reportRequested(m_results.constLast());
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (m_results.isEmpty())
            return;
        const RunResult result = m_results.constLast();
        closeResult();
        Q_EMIT undoRequested(result);
    });
    connect(m_close, &QToolButton::clicked, this, &RunStrip::closeResult);
}

void RunStrip::build()
{
    setObjectName(u"runStrip"_s);
    setKind(*this, u"strip"_s);
    setFixedHeight(metrics::stripHeight);
    setKind(*m_text, u"bold"_s);
    setKind(*m_detail, u"muted"_s);
    m_bar->setObjectName(u"runProgress"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setMinimumWidth(SmallestBar);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(14);
    row->addWidget(m_text);
    row->addWidget(m_detail);
    row->addWidget(m_bar, 1);
    row->addStretch(0);
    for (QWidget *button : QList<QWidget *>{m_pause, m_stop, m_report, m_undo, m_close})
        row->addWidget(button);
    hide();
}

void RunStrip::follow(BulkRun *run, const RunWords &words)
{
    m_waiting.append({run, words});
    m_run ? updateText() : showRun();
}

void RunStrip::showResult(const RunResult &result)
{
    m_results.append(result);
    if (!m_run)
        showResultOrNothing();
}

void RunStrip::showRun()
{
    m_run = nullptr;
    while (!m_waiting.isEmpty() && !m_run) {
        const auto next = m_waiting.takeFirst();
        if (next.first && !next.first->isFinished()) {
            m_run = next.first;
            m_words = next.second;
        }
    }
    if (!m_run)
        return showResultOrNothing();
    m_bar->setRange(0, m_run->total());
    m_stop->setEnabled(!m_run->isStopping());
    for (QWidget *widget : QList<QWidget *>{m_report, m_undo, m_close})
        widget->hide();
    for (QWidget *widget : QList<QWidget *>{m_detail, m_bar, m_pause, m_stop})
        widget->show();
    connectRun();
    m_tick.start();
    updateText();
    if (!isVisible())
        m_patience.start();
}

void RunStrip::connectRun()
{
    connect(m_run, &BulkRun::progressed, this, &RunStrip::updateText);
    connect(m_run, &BulkRun::pausedChanged, this, &RunStrip::updateText);
    connect(m_run, &BulkRun::holdChanged, this, [this] {
        updateText();
        if (m_run && m_run->hold() && isVisible())
            m_speech->say(m_detail->fullText());
    });
    connect(m_run, &BulkRun::stopped, this, [this] {
        m_stop->setEnabled(false);
        updateText();
    });
    connect(m_run, &Operation::finished, this, &RunStrip::showRun);
}

void RunStrip::showResultOrNothing()
{
    m_patience.stop();
    m_tick.stop();
    if (m_results.isEmpty())
        return setShown(false);
    const RunResult &result = m_results.constLast();
    const auto undone = static_cast<int>(result.report.undoTargets().size());
    m_text->setFullText(resultText(result));
    for (QWidget *widget : QList<QWidget *>{m_detail, m_bar, m_pause, m_stop})
        widget->hide();
    m_report->show();
    m_close->show();
    m_undo->setVisible(undone > 0);
    m_undo->setText(undone == 1 ? tr("Undo 1") : tr("Undo the %Ln", nullptr, undone));
    m_undo->setAccessibleName(m_undo->text());
    isVisible() ? m_speech->say(m_text->fullText()) : setShown(true);
}

void RunStrip::updateText()
{
    if (!m_run)
        return;
    m_text->setFullText(runTitle(m_words, m_run->total()));
    m_bar->setValue(m_run->done() + m_run->failed());
    const bool waitsForDisk =
        m_run->hold() && m_run->hold()->reason == RunHold::Reason::Storage && !m_run->isPaused();
    m_pause->setText(m_run->isPaused() ? tr("Resume")
                     : waitsForDisk    ? tr("Try again")
                                       : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    m_detail->setFullText(details().join(tr(" · ", "between facts of a run")));
}

QStringList RunStrip::details() const
{
    QStringList facts{runCountText(m_run->done() + m_run->failed(), m_run->total())};
    if (m_run->failed() > 0)
        facts.append(tr("%1 failed").arg(QLocale().toString(m_run->failed())));
    if (m_run->isStopping())
        facts.append(tr("Stopping"));
    else if (m_run->isPaused())
        facts.append(tr("Paused"));
    else if (m_run->hold())
        facts.append(runHoldText(*m_run->hold(), m_now()));
    else if (m_run->rate() > 0)
        facts.append(runRateText(m_run->rate()));
    if (const auto left = m_run->timeLeft())
        facts.append(runTimeLeftText(left->count()));
    if (const int after = runsAfter(); after > 0)
        facts.append(tr("then %Ln more", "runs", after));
    facts.removeAll(QString());
    return facts;
}

int RunStrip::runsAfter() const
{
    return static_cast<int>(
        std::count_if(m_waiting.begin(), m_waiting.end(), [](const auto &waiting) {
            return waiting.first && !waiting.first->isFinished() && waiting.first->total() > 1;
        }));
}

void RunStrip::togglePause()
{
    if (!m_run)
        return;
    const bool waitsForDisk = m_run->hold() && m_run->hold()->reason == RunHold::Reason::Storage;
    if (m_run->isPaused() || waitsForDisk)
        m_run->resume();
    else
        m_run->pause();
}

void RunStrip::dropResult(BatchId batch)
{
    const auto dropped =
        m_results.removeIf([batch](const RunResult &result) { return result.batch == batch; });
    if (dropped > 0 && !m_run)
        showResultOrNothing();
}

void RunStrip::closeResult()
{
    if (m_results.isEmpty())
        return;
    m_results.removeLast();
    if (!m_run)
        showResultOrNothing();
}

void RunStrip::setShown(bool isShown)
{
    if (isVisible() == isShown)
        return;
    setVisible(isShown);
    if (isShown)
        m_speech->say(m_text->fullText());
    Q_EMIT shownChanged(isShown);
}

} // namespace roster
