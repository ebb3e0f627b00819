// SPDX-License-Identifier: MIT
#include "ui/window/mainwindow.h"

#include "core/service/session.h"
#include "core/service/workspacegate.h"
#include "ui/help/shortcutssheet.h"
#include "ui/prompts/tasksheet.h"
#include "ui/prompts/widgetprompts.h"
#include "ui/session/connectsheet.h"
#include "ui/session/firstrunpage.h"
#include "ui/settings/settingssheet.h"
#include "ui/settings/signoutsheet.h"
#include "ui/text/storagetext.h"
#include "ui/widgets/fontwarmup.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/toaststack.h"
#include "ui/widgets/windowmemory.h"
#include "ui/window/actions.h"
#include "ui/window/workspacepage.h"

#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>

namespace roster {

namespace {

constexpr QSize FirstSize(1280, 800);
constexpr QSize SmallestSize(720, 480);

} // namespace

MainWindow::MainWindow(Parts parts)
    : m_parts(std::move(parts))
    , m_actions(new Actions(*this, m_parts.theme))
    , m_stack(new QStackedWidget(this))
    , m_firstRun(new FirstRunPage(m_parts.theme, m_stack))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Roster"));
    setMinimumSize(SmallestSize);
    setCentralWidget(m_stack);
    m_stack->addWidget(m_firstRun);
    auto *memory = new WindowMemory(*this, QStringLiteral("mainWindow"), m_parts.readState,
                                    m_parts.writeState);
    if (!memory->hasRestored())
        resize(FirstSize);

    connect(&m_parts.gate, &WorkspaceGate::sessionOpened, this, &MainWindow::showSession);
    connect(&m_parts.gate, &WorkspaceGate::sessionClosing, this, &MainWindow::leaveSession);
    connect(m_firstRun, &FirstRunPage::sandboxRequested, this,
            [this] { open(m_parts.gate.openSandbox(), Doing::OpeningSandbox); });
    connect(m_firstRun, &FirstRunPage::connectRequested, this, [this] { askToConnect({}); });
    connectProgramActions();
    showProfileProblems();
    new FontWarmUp(m_parts.theme, this);
}

MainWindow::~MainWindow()
{
    // The page reads from the session, which outlives the window only by a little.
    delete m_page;
}

void MainWindow::connectProgramActions()
{
    const Actions &actions = *m_actions;
    const auto when = [this, &actions](ActionId id, void (MainWindow::*slot)()) {
        connect(&actions[id], &QAction::triggered, this, slot);
    };
    when(ActionId::Settings, &MainWindow::showSettings);
    when(ActionId::Shortcuts, &MainWindow::showShortcuts);
    when(ActionId::ResetSandbox, &MainWindow::askToResetSandbox);
    connect(&actions[ActionId::SignOut], &QAction::triggered, this,
            [this] { askToSignOut(SignOut::KeepJournal); });
    connect(&actions[ActionId::SwitchWorkspace], &QAction::triggered, this,
            [this] { askToConnect({}); });
    connect(&actions[ActionId::CloseWindow], &QAction::triggered, this, &QWidget::close);
    connect(&actions[ActionId::Quit], &QAction::triggered, this, &QWidget::close);
    leaveSession();
}

void MainWindow::open(OperationOf<WorkspaceIdentity> *opening, Doing doing)
{
    m_firstRun->setBusy(true);
    m_firstRun->message().clear();
    opening->onFinished(this, [this, doing](const Result<WorkspaceIdentity> &opened) {
        m_firstRun->setBusy(false);
        if (opened || opened.error().kind == ErrorKind::Cancelled)
            return;
        const ErrorText words = errorText(opened.error(), doing);
        m_firstRun->message().setMessage(Tone::Danger, words.title + QStringLiteral(". ") +
                                                           words.sentence + QLatin1Char(' ') +
                                                           words.advice);
        m_firstRun->message().setDetails(words.details);
    });
}

void MainWindow::reopen()
{
    m_firstRun->setBusy(true);
    m_parts.gate.reopenLast()->onFinished(this, [this](const Result<WorkspaceIdentity> &opened) {
        m_firstRun->setBusy(false);
        // Nothing to reopen is where everybody begins, not an error.
        if (opened || opened.error().kind == ErrorKind::NotFound)
            return;
        const ErrorText words = errorText(opened.error(), Doing::Connecting);
        m_firstRun->message().setMessage(Tone::Danger,
                                         words.title + QStringLiteral(". ") + words.sentence);
        m_firstRun->message().setDetails(words.details);
    });
}

void MainWindow::askToConnect(const WorkspaceAddress &address)
{
    auto *sheet = new ConnectSheet(m_parts.theme, m_parts.gate, this);
    WorkspaceAddress start = address;
    if (start.baseUrl.isEmpty())
        start.baseUrl = regionUrl(start.region);
    sheet->setAddress(start);
    sheet->open();
}

void MainWindow::showSession(Session *session)
{
    m_page = new WorkspacePage(
        {m_parts.theme, *m_actions, *session, m_parts.gate, m_parts.readState, m_parts.writeState},
        m_stack);
    connect(m_page, &WorkspacePage::resetSandboxRequested, this, &MainWindow::askToResetSandbox);
    m_stack->addWidget(m_page);
    m_stack->setCurrentWidget(m_page);
    (*m_actions)[ActionId::ResetSandbox].setVisible(session->isSandbox());
    (*m_actions)[ActionId::SignOut].setEnabled(true);
    setWindowTitle(tr("%1 – Roster", "workspace").arg(session->identity().name));
    m_page->takeFocus();
}

void MainWindow::leaveSession()
{
    (*m_actions)[ActionId::SignOut].setEnabled(false);
    (*m_actions)[ActionId::ResetSandbox].setVisible(false);
    setWindowTitle(tr("Roster"));
    if (!m_page)
        return;
    m_page->saveState();
    m_stack->setCurrentWidget(m_firstRun);
    m_stack->removeWidget(m_page);
    m_page->hide();
    m_page->deleteLater();
    m_page = nullptr;
}

void MainWindow::showSettings()
{
    QWidget *host = m_page ? static_cast<QWidget *>(m_page) : this;
    auto *prompts = new WidgetPrompts(m_parts.theme, *host, host);
    auto *sheet =
        new SettingsSheet(m_parts.theme, m_parts.settings, *prompts, m_parts.gate.session(), host);
    connect(sheet, &SettingsSheet::signOutRequested, this, &MainWindow::askToSignOut);
    connect(sheet, &SettingsSheet::storageChangeRequested, this, &MainWindow::changeStorage);
    connect(sheet, &SettingsSheet::resetSandboxRequested, this, &MainWindow::resetSandbox);
    connect(sheet, &QObject::destroyed, prompts, &QObject::deleteLater);
    sheet->open();
}

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutsSheet(m_parts.theme, m_actions->shortcuts(), this);
    sheet->open();
}

void MainWindow::askToResetSandbox()
{
    if (!m_page)
        return;
    m_page->prompts().confirmResetSandbox()->onFinished(this, [this](const Result<bool> &answer) {
        if (answer && *answer)
            resetSandbox();
    });
}

void MainWindow::resetSandbox()
{
    m_firstRun->setBusy(true);
    m_parts.gate.resetSandbox()->onFinished(this, [this](const Result<Done> &reset) {
        m_firstRun->setBusy(false);
        if (reset)
            return;
        const ErrorText words = errorText(reset.error(), Doing::ResettingSandbox);
        m_firstRun->message().setMessage(Tone::Danger,
                                         words.title + QStringLiteral(". ") + words.sentence);
    });
}

void MainWindow::askToSignOut(SignOut how)
{
    Session *session = m_parts.gate.session();
    if (!m_page || !session)
        return;
    auto *sheet = new SignOutSheet(m_parts.theme, *session, m_page->prompts(), how, m_page);
    connect(sheet, &SignOutSheet::confirmed, this, &MainWindow::signOut);
    sheet->open();
}

void MainWindow::signOut(SignOut how)
{
    m_parts.gate.signOut(how)->onFinished(this, [this](const Result<SignOutLeftovers> &left) {
        m_firstRun->message().clear();
        if (left && !left->isEmpty())
            m_firstRun->message().setMessage(Tone::Danger, leftoversText(*left));
    });
}

void MainWindow::changeStorage(StorageChoice choice)
{
    m_firstRun->setBusy(true);
    m_firstRun->message().setMessage(Tone::Info, tr("Moving the contacts…"));
    m_parts.gate.changeStorage(choice)->onFinished(this, [this, choice](const Result<Done> &done) {
        m_firstRun->setBusy(false);
        m_firstRun->message().clear();
        if (!m_page) {
            const ErrorText words = errorText(done.error(), Doing::ChangingStorage);
            m_firstRun->message().setMessage(Tone::Danger, words.sentence);
        } else if (!done) {
            const ErrorText words = errorText(done.error(), Doing::ChangingStorage);
            m_page->toasts().show(tr("%1. %2").arg(words.title, words.sentence));
        } else {
            m_page->toasts().show(choice == StorageChoice::KeepCopy
                                      ? tr("A copy of the contacts is kept on this computer.")
                                      : tr("The copy was removed. The contacts go when you quit."));
        }
    });
}

void MainWindow::showProfileProblems()
{
    QStringList texts;
    for (const StorageProblem &problem : m_parts.gate.profileProblems())
        texts.append(problemText(problem));
    if (!texts.isEmpty())
        m_firstRun->message().setMessage(Tone::Warning, texts.join(QLatin1Char(' ')));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // A sheet with typed text asks before it is thrown away; the window waits for the answer.
    const QWidget *host = m_page ? static_cast<QWidget *>(m_page) : this;
    if (auto *sheet = qobject_cast<TaskSheet *>(Sheet::topmostIn(host))) {
        sheet->tryClose();
        if (sheet->isVisible())
            return event->ignore();
    }
    if (m_page)
        m_page->saveState();
    QMainWindow::closeEvent(event);
}

} // namespace roster
