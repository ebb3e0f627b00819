// SPDX-License-Identifier: MIT
#include "ui/window/runstrip.h"

#include "core/service/bulkrun.h"
#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/buttons.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace roster {

namespace {

//! A run that is over sooner needs no strip.
constexpr int PatienceMs = 400;

} // namespace

RunStrip::RunStrip(const Theme &, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_pause(makeButton(QStringLiteral("pauseRunButton"), tr("&Pause"), this))
    , m_stop(makeButton(QStringLiteral("stopRunButton"), tr("S&top"), this))
{
    setObjectName(QStringLiteral("runStrip"));
    setKind(*this, QStringLiteral("strip"));
    setFixedHeight(metrics::stripHeight);
    setKind(*m_text, QStringLiteral("strong"));
    setKind(*m_detail, QStringLiteral("muted"));
    m_text->setTextFormat(Qt::PlainText);
    m_detail->setTextFormat(Qt::PlainText);
    m_bar->setObjectName(QStringLiteral("runProgress"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(14);
    row->addWidget(m_text);
    row->addWidget(m_detail);
    row->addWidget(m_bar, 1);
    row->addWidget(m_pause);
    row->addWidget(m_stop);
    hide();

    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setShown(true); });
    connect(m_pause, &QPushButton::clicked, this, &RunStrip::togglePause);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run->stop();
    });
}

void RunStrip::follow(BulkRun *run, const RunWords &words)
{
    m_waiting.append({run, words});
    if (!m_run)
        showRun();
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
    if (!m_run) {
        m_patience.stop();
        return setShown(false);
    }
    m_waitText.clear();
    m_bar->setRange(0, m_run->total());
    m_stop->setEnabled(true);
    connect(m_run, &BulkRun::progressed, this, [this] {
        m_waitText.clear();
        updateText();
    });
    connect(m_run, &BulkRun::pausedChanged, this, &RunStrip::updateText);
    connect(m_run, &Operation::waiting, this, &RunStrip::waitFor);
    connect(m_run, &BulkRun::stopped, this, [this] { m_stop->setEnabled(false); });
    connect(m_run, &Operation::finished, this, &RunStrip::showRun);
    updateText();
    if (!isVisible())
        m_patience.start();
}

void RunStrip::updateText()
{
    if (!m_run)
        return;
    const int settled = m_run->done() + m_run->failed();
    m_text->setText(runProgressText(m_words, settled, m_run->total()));
    m_bar->setValue(settled);
    m_pause->setText(m_run->isPaused() ? tr("&Resume") : tr("&Pause"));
    QStringList details;
    if (m_run->isPaused())
        details.append(tr("Paused"));
    if (m_run->failed() > 0)
        details.append(tr("%1 failed").arg(QLocale().toString(m_run->failed())));
    if (!m_waitText.isEmpty())
        details.append(m_waitText);
    m_detail->setText(details.join(QStringLiteral(" · ")));
    m_detail->setVisible(!details.isEmpty());
}

void RunStrip::waitFor(const QDateTime &until, Operation::WaitReason reason)
{
    const QString time = QLocale().toString(until.toLocalTime().time(), QLocale::LongFormat);
    switch (reason) {
    case Operation::WaitReason::RateLimit:
        m_waitText = until.isValid() ? tr("Intercom's limit: goes on at %1").arg(time)
                                     : tr("Intercom's limit");
        break;
    case Operation::WaitReason::Offline:
        m_waitText = tr("Waiting for a connection");
        break;
    case Operation::WaitReason::Token:
        m_waitText = tr("Waiting for a new token");
        break;
    case Operation::WaitReason::Retry:
        m_waitText = tr("Trying again");
        break;
    }
    updateText();
}

void RunStrip::togglePause()
{
    if (!m_run)
        return;
    if (m_run->isPaused())
        m_run->resume();
    else
        m_run->pause();
}

void RunStrip::setShown(bool isShown)
{
    if (isVisible() == isShown)
        return;
    setVisible(isShown);
    if (isShown)
        announce(*this, m_text->text());
    Q_EMIT shownChanged(isShown);
}

} // namespace roster
