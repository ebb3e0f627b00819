// SPDX-License-Identifier: MIT
#include "app/tour/tour.h"

#include "app/tour/syncingscenes.h"
#include "app/tour/tourpictures.h"
#include "app/tour/tourscript.h"
#include "app/tour/tourstage.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <cstdio>

namespace roster {

namespace {

constexpr int PollMs = 20;
constexpr qint64 PatienceMs = 15'000;
//! Ready this many polls in a row: what follows from a click has settled.
constexpr int ReadyPolls = 8;
constexpr int ManyContacts = 2000;
//! An answer this late leaves time to look at a first load.
constexpr int SlowMs = 1200;

//! The window, and the small windows that are open over it, in their places.
QImage pictureOf(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (widget->isVisible() && widget->windowType() == Qt::Popup)
            painter.drawPixmap(window.mapFromGlobal(widget->mapToGlobal(QPoint())), widget->grab());
    }
    painter.end();
    return picture.toImage();
}

} // namespace

Tour::Tour(const QString &folder, QApplication &qtApplication)
    : m_qt(qtApplication)
    , m_pictures(std::make_unique<TourPictures>(folder))
{
    m_poll.setInterval(PollMs);
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
}

Tour::~Tour() = default;

int Tour::run()
{
    if (!m_pictures->problem().isEmpty()) {
        std::fprintf(stderr, "roster: %s\n", qUtf8Printable(m_pictures->problem()));
        return 1;
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    openStage(ManyContacts);
    m_steps = tourOfFullWorkspace(*m_stage);
    appendStage(ManyContacts, SlowMs, loadingScenes);
    appendStage(0, 0, tourOfEmptyWorkspace);
    QMetaObject::invokeMethod(this, &Tour::next, Qt::QueuedConnection);
    return QApplication::exec();
}

void Tour::openStage(int contacts, int latencyMs)
{
    m_stage.reset();
    m_stage = std::make_unique<TourStage>(contacts, latencyMs, m_qt);
}

void Tour::appendStage(int contacts, int latencyMs,
                       std::deque<TourStep> (*script)(TourStage &stage))
{
    m_steps.push_back({{},
                       {},
                       [this, contacts, latencyMs] { openStage(contacts, latencyMs); },
                       [] { return true; }});
    // The steps know their stage; those of the stages after it stand behind them.
    m_steps.push_back({{},
                       {},
                       [this, script] {
                           const std::deque<TourStep> steps = script(*m_stage);
                           m_steps.insert(m_steps.begin() + 1, steps.begin(), steps.end());
                       },
                       [] { return true; }});
}

void Tour::next()
{
    if (m_steps.empty())
        return finish();
    m_waited.start();
    m_readyPolls = 0;
    // A copy: the act may replace the stage that the step belongs to, or add steps.
    const TourStep step = m_steps.front();
    step.act();
    m_poll.start();
}

void Tour::poll()
{
    // Offscreen, a small window that closes takes the activation with it, and shortcuts are dead.
    if (!QApplication::activePopupWidget() && !QApplication::activeWindow())
        m_stage->window().activateWindow();
    const TourStep &step = m_steps.front();
    m_readyPolls = step.isReady() ? m_readyPolls + 1 : 0;
    if (m_readyPolls < ReadyPolls && m_waited.elapsed() < PatienceMs)
        return;
    m_poll.stop();
    if (m_readyPolls < ReadyPolls)
        m_problems.append(QStringLiteral("%1 was not reached").arg(step.name));
    if (!step.name.isEmpty())
        takePicture();
    m_steps.pop_front();
    next();
}

void Tour::takePicture()
{
    const TourStep &step = m_steps.front();
    Theme &theme = m_stage->theme();
    for (const bool isDark : {false, true}) {
        theme.setMode(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString name = step.name + (isDark ? QLatin1String("-dark") : QLatin1String());
        m_pictures->add(name, step.shows, pictureOf(m_stage->window()));
    }
    theme.setMode(Theme::Mode::Light);
    std::printf("%d %s\n", m_pictures->count() / 2, qUtf8Printable(step.shows));
    std::fflush(stdout);
}

void Tour::finish()
{
    m_problems += m_pictures->finish();
    for (const QString &problem : m_problems)
        std::fprintf(stderr, "roster: %s\n", qUtf8Printable(problem));
    std::printf("%d pictures\n", m_pictures->count());
    m_stage.reset();
    QApplication::exit(m_problems.isEmpty() ? 0 : 1);
}

} // namespace roster
