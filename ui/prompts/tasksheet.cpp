// SPDX-License-Identifier: MIT
#include "ui/prompts/tasksheet.h"

#include "core/async/operationof.h"
#include "ui/prompts/prompts.h"
#include "ui/widgets/busyindicator.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

//! What is done sooner needs no sign that it is being done.
constexpr int PatienceMs = 1000;

//! Why nothing happens right now.
QString waitText(const QDateTime &until, Operation::WaitReason reason)
{
    const QString time = QLocale().toString(until.toLocalTime().time(), QLocale::ShortFormat);
    switch (reason) {
    case Operation::WaitReason::RateLimit:
        return until.isValid() ? TaskSheet::tr("Limited until %1").arg(time)
                               : TaskSheet::tr("Limited");
    case Operation::WaitReason::Offline:
        return TaskSheet::tr("Offline");
    case Operation::WaitReason::Token:
        return TaskSheet::tr("Waiting for a new token");
    case Operation::WaitReason::Retry:
        break;
    }
    return TaskSheet::tr("Trying again");
}

} // namespace

TaskSheet::TaskSheet(const Theme &theme, const QString &objectName, QWidget *host, Prompts *prompts)
    : Sheet(theme, objectName, host)
    , m_theme(theme)
    , m_prompts(prompts)
    , m_message(new MessageStrip(theme, u"messageStrip"_s, this))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_busy->setBusy(true, m_what); });
    connect(this, &Sheet::closeRequested, this, &TaskSheet::tryClose);
    connect(this, &Sheet::dismissed, this, &QObject::deleteLater);
}

void TaskSheet::placeMessage()
{
    m_isMessagePlaced = true;
    body()->addWidget(m_message);
}

QPushButton *TaskSheet::addFooter(const QString &objectName, const QString &text, Main kind)
{
    if (!m_isMessagePlaced)
        placeMessage();
    m_busy = new BusyIndicator(m_theme, u"busyIndicator"_s, this);
    buttons().addLeading(m_busy);
    m_cancel = buttons().addSecondary(u"cancelButton"_s, tr("Cancel"));
    m_main = kind == Main::Danger ? buttons().addDanger(objectName, text)
                                  : buttons().addPrimary(objectName, text);
    connect(m_cancel, &QPushButton::clicked, this, &TaskSheet::tryClose);
    connect(m_main, &QPushButton::clicked, this, [this] {
        if (!isBusy() && canProceed())
            proceed();
    });
    updateButtons();
    return m_main;
}

void TaskSheet::hold(Operation *operation, const QString &what)
{
    m_message->clear();
    m_operation = operation;
    // The keyboard stays in the sheet, on nothing that a second Return would press.
    if (QWidget *now = window()->focusWidget(); now != this)
        m_focusBefore = now;
    setFocus(Qt::OtherFocusReason);
    m_what = what;
    m_patience.start(PatienceMs);
    connect(operation, &Operation::finished, this, &TaskSheet::release);
    connect(operation, &Operation::waiting, this,
            [this](const QDateTime &until, Operation::WaitReason reason) {
                buttons().setNote(waitText(until, reason));
            });
    updateButtons();
}

void TaskSheet::release()
{
    m_operation = nullptr;
    m_patience.stop();
    m_busy->setBusy(false);
    buttons().setNote({});
    updateButtons();
    if (m_focusBefore && window()->focusWidget() == this)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void TaskSheet::showError(const ApiError &error, Doing doing)
{
    // Stopped before anything left: the person knows.
    if (error.kind == ErrorKind::Cancelled && error.effect == Effect::NotApplied)
        return;
    const ErrorText text = errorText(error, doing);
    QString words = tr("%1. %2", "title, sentence").arg(text.title, text.sentence);
    if (!text.advice.isEmpty())
        words = tr("%1 %2", "sentence, advice").arg(words, text.advice);
    m_message->setMessage(Tone::Danger, words);
    m_message->setDetails(text.details);
    // The strip has its place only after the layout has run.
    QMetaObject::invokeMethod(this, &TaskSheet::bringIntoView, Qt::QueuedConnection);
}

void TaskSheet::bringIntoView()
{
    if (auto *scroll = findChild<QScrollArea *>(objectName() + u"Scroll"_s))
        scroll->ensureWidgetVisible(m_message);
}

void TaskSheet::updateButtons()
{
    if (m_main)
        m_main->setEnabled(!isBusy() && canProceed());
}

void TaskSheet::tryClose()
{
    if (m_operation) {
        m_operation->cancel();
        return;
    }
    if (!m_prompts || !isDirty()) {
        dismiss();
        return;
    }
    // One that has been answered counts no more: its answer comes in a later turn.
    if (m_question && !m_question->isSettled())
        return;
    OperationOf<bool> *question = m_prompts->confirmDiscard(title());
    m_question = question;
    question->onFinished(this, [this, question](const Result<bool> &isConfirmed) {
        if (m_question == question)
            m_question = nullptr;
        if (!isConfirmed || !*isConfirmed)
            return;
        if (m_question)
            m_question->cancel();
        dismiss();
    });
}

void TaskSheet::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isMain = event->matches(QKeySequence::Save) || isReturn;
    if (isMain && m_main && !m_main->isEnabled() && !isBusy())
        explain();
    Sheet::keyPressEvent(event);
}

} // namespace roster
