// SPDX-License-Identifier: MIT
#include "ui/edit/contactdialog.h"

#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "ui/edit/conflictsheet.h"
#include "ui/edit/contactform.h"
#include "ui/text/fieldtext.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 500;

QTimeZone zoneOf(const Session &session)
{
    const QTimeZone zone(session.identity().timeZone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

//! "in Acme Support, EU".
QString placeOf(const Session &session)
{
    if (session.isSandbox())
        return ContactDialog::tr("in the sandbox");
    return ContactDialog::tr("in %1, %2", "workspace, region")
        .arg(session.identity().name, regionTitle(session.address().region));
}

} // namespace

ContactDialog::ContactDialog(const Theme &theme, Session &session, Prompts &prompts, QWidget *host)
    : TaskSheet(theme, u"newContactSheet"_s, host, &prompts)
    , m_theme(theme)
    , m_session(session)
    , m_discards(prompts)
{
    setTitle(tr("New contact"));
    setSubtitle(placeOf(session));
    build();
    addFooter(u"saveButton"_s, tr("&Create contact"));
}

ContactDialog::ContactDialog(const Theme &theme, Session &session, Prompts &prompts,
                             const Contact &base, QWidget *host)
    : TaskSheet(theme, u"editContactSheet"_s, host, &prompts)
    , m_theme(theme)
    , m_session(session)
    , m_discards(prompts)
    , m_base(base)
{
    setTitle(tr("Edit contact"));
    const QString who = base.label();
    setSubtitle(who.isEmpty() ? placeOf(session)
                              : tr("%1, %2", "person, place").arg(who, placeOf(session)));
    build();
    addFooter(u"saveButton"_s, tr("&Save"));
}

void ContactDialog::build()
{
    setCardWidth(CardWidth);
    m_form = new ContactForm(m_theme, m_session.book(), zoneOf(m_session),
                             m_base ? &*m_base : nullptr, this);
    body()->addWidget(m_form);
    setFirstFocus(m_form->firstEditor());
    connect(&m_form->binder(), &FormBinder::changed, this, [this] { updateButtons(); });
    connect(m_form, &ContactForm::remedyChosen, this, &ContactDialog::remedyChosen);
}

bool ContactDialog::isDirty() const
{
    return m_form->binder().isDirty();
}

bool ContactDialog::canProceed() const
{
    return m_form->binder().isDirty() && m_form->binder().isValid();
}

void ContactDialog::explain()
{
    m_form->binder().revealAll();
    m_form->focusFirstProblem();
}

bool ContactDialog::fillIn(const ContactDraft &typed)
{
    m_form->binder().fillIn(typed);
    updateButtons();
    if (!isDirty())
        return false;
    message().setMessage(Tone::Info, tr("What you typed is filled in below and not saved yet."));
    return true;
}

void ContactDialog::proceed()
{
    m_isTryingAgain = false;
    save();
}

void ContactDialog::save()
{
    FormBinder &binder = m_form->binder();
    OperationOf<Contact> *saving = m_base ? m_session.contacts().update(*m_base, binder.patch())
                                          : m_session.contacts().create(binder.draft());
    saving->onFinished(this, [this](const Result<Contact> &result) { settled(result); });
    if (m_conflict)
        m_conflict->follow(saving);
    else
        hold(saving, m_base ? tr("Saving") : tr("Creating the contact"));
    m_form->setEnabled(false);
}

void ContactDialog::settled(const Result<Contact> &result)
{
    m_form->setEnabled(true);
    if (!result) {
        failed(result.error());
        return;
    }
    returnFromConflict();
    Q_EMIT saved(*result);
    dismiss();
}

void ContactDialog::failed(const ApiError &error)
{
    if (error.kind == ErrorKind::Conflict && error.conflictingContact.isEmpty() && m_base) {
        showOvertaken(error);
        return;
    }
    // Everything else is told in the form, at its field where it has one.
    returnFromConflict();
    if (error.kind == ErrorKind::Conflict && !error.conflictingContact.isEmpty()) {
        showTaken(error);
        return;
    }
    const bool isOfField = error.kind == ErrorKind::Invalid && error.field;
    const QString words =
        error.message.isEmpty()
            ? errorLine(error, m_base ? Doing::SavingContact : Doing::CreatingContact)
            : tr("Intercom says: %1").arg(error.message);
    if (isOfField && m_form->binder().showServerError(error, words)) {
        m_form->focusFirstProblem();
        return;
    }
    showError(error, m_base ? Doing::SavingContact : Doing::CreatingContact);
    m_form->firstEditor()->setFocus(Qt::OtherFocusReason);
}

void ContactDialog::showOvertaken(const ApiError &error)
{
    const std::optional<Contact> theirs = m_session.book().contact(m_base->id);
    if (!theirs) {
        returnFromConflict();
        showError(error, Doing::SavingContact);
        return;
    }
    const QList<FieldConflict> conflicts =
        fieldConflicts(m_form->binder().patch(), *m_base, *theirs);
    if (!conflicts.isEmpty())
        return openConflict(*theirs, conflicts);
    // It was changed once more since, to what is wanted here or back again: nothing is in the way.
    if (m_isTryingAgain) {
        returnFromConflict();
        showError(error, Doing::SavingContact);
        return;
    }
    m_isTryingAgain = true;
    m_theirs = theirs;
    // In a later turn: the operation that ended is still held.
    QMetaObject::invokeMethod(
        this, [this] { resolve({}); }, Qt::QueuedConnection);
}

void ContactDialog::openConflict(const Contact &theirs, const QList<FieldConflict> &conflicts)
{
    m_theirs = theirs;
    m_conflictPlace = conflicts.constFirst().place;
    if (!m_conflict) {
        m_conflict = new ConflictSheet(m_theme, ValueWords(m_session.book(), zoneOf(m_session)),
                                       parentWidget());
        connect(m_conflict, &ConflictSheet::saveRequested, this, &ContactDialog::resolve);
        connect(m_conflict, &Sheet::dismissed, this, &ContactDialog::returnFromConflict);
    }
    m_conflict->setConflicts(theirs, conflicts, m_session.now());
    m_conflict->open();
    hide();
}

void ContactDialog::resolve(const QList<PatchPlace> &theirs)
{
    m_base = m_theirs;
    m_form->binder().rebase(*m_base, theirs);
    if (!m_form->binder().patch().isEmpty())
        return save();
    returnFromConflict();
    Q_EMIT leftAsTheirs(*m_base);
    dismiss();
}

void ContactDialog::returnFromConflict()
{
    ConflictSheet *conflict = m_conflict;
    if (!conflict)
        return;
    m_conflict = nullptr;
    show();
    conflict->dismiss();
    FieldEditor *editor = m_form->binder().editorOf(m_conflictPlace);
    QWidget *target = editor ? &editor->widget() : m_form->firstEditor();
    (target->isVisible() ? target : m_form->firstEditor())->setFocus(Qt::OtherFocusReason);
    updateButtons();
}

} // namespace roster
