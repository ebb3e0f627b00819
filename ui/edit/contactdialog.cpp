// SPDX-License-Identifier: MIT
#include "ui/edit/contactdialog.h"

#include "core/domain/contactpatch.h"
#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "ui/edit/contactform.h"
#include "ui/prompts/prompts.h"
#include "ui/text/fieldtext.h"
#include "ui/text/reltime.h"

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

QString titlesOf(const QList<ContactField> &fields)
{
    QStringList titles;
    for (const ContactField field : fields)
        titles.append(fieldTitle(field));
    return QLocale().createSeparatedList(titles);
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
    connect(&message(), &MessageStrip::actionTriggered, this, &ContactDialog::useTheirs);
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

void ContactDialog::proceed()
{
    if (m_theirs) {
        m_base = m_theirs;
        m_form->binder().rebase(*m_theirs);
        m_theirs.reset();
        mainButton()->setText(tr("&Save"));
    }
    FormBinder &binder = m_form->binder();
    OperationOf<Contact> *saving = m_base ? m_session.contacts().update(*m_base, binder.patch())
                                          : m_session.contacts().create(binder.draft());
    saving->onFinished(this, [this](const Result<Contact> &result) { settled(result); });
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
    Q_EMIT saved(*result);
    dismiss();
}

void ContactDialog::failed(const ApiError &error)
{
    if (error.kind == ErrorKind::Conflict && error.conflictingContact.isEmpty() && m_base) {
        showOvertaken(error);
        return;
    }
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

ContactField ContactDialog::takenField(const ApiError &error) const
{
    if (error.field)
        return *error.field;
    // Intercom tells users apart by external id, and by email only without one.
    const ContactDraft draft = m_form->binder().draft();
    return draft.text(ContactField::ExternalId).isEmpty() ? ContactField::Email
                                                          : ContactField::ExternalId;
}

void ContactDialog::showTaken(const ApiError &error)
{
    const ContactField field = takenField(error);
    m_holder = BulkTarget();
    m_holder.id = error.conflictingContact;
    if (error.isConflictArchived) {
        showTakenByArchived(field);
        return;
    }
    const std::optional<Contact> holder = m_session.book().contact(error.conflictingContact);
    const QString name = holder ? holder->label() : QString();
    const bool isEmail = field == ContactField::Email;
    QString text = isEmail ? tr("Another contact has this email.")
                           : tr("Another contact has this external id.");
    if (!name.isEmpty()) {
        text = isEmail ? tr("Another contact has this email: %1.").arg(name)
                       : tr("Another contact has this external id: %1.").arg(name);
    }
    m_form->showRemedies(field, text, {{u"open"_s, tr("Open it")}});
    m_form->focusFirstProblem();
}

void ContactDialog::showTakenByArchived(ContactField field)
{
    const QList<FormField::Remedy> remedies{{u"restore"_s, tr("Restore")},
                                            {u"look"_s, tr("Look first")}};
    const bool isEmail = field == ContactField::Email;
    m_form->showRemedies(field,
                         isEmail ? tr("An archived contact has this email.")
                                 : tr("An archived contact has this external id."),
                         remedies);
    m_form->focusFirstProblem();
    // The journal knows whom Roster archived; the name comes a moment later.
    m_session.archive().archived({})->onFinished(
        this, [this, field, isEmail, remedies](const Result<QList<ArchiveBatch>> &batches) {
            for (const ArchiveBatch &batch : batches ? *batches : QList<ArchiveBatch>()) {
                for (const ArchivedContact &contact : batch.contacts) {
                    if (contact.id != m_holder.id || m_form->binder().isValid())
                        continue;
                    m_holder = {contact.id, contact.label, contact.email, contact.role};
                    const QString when =
                        RelTime::relative(QDateTime::fromSecsSinceEpoch(contact.archivedAt),
                                          QDateTime::fromSecsSinceEpoch(m_session.now()));
                    const QString text =
                        isEmail ? tr("An archived contact has this email: %1, archived %2.")
                                : tr("An archived contact has this external id: %1, archived %2.");
                    m_form->showRemedies(field, text.arg(contact.label, when), remedies);
                    return;
                }
            }
        });
}

void ContactDialog::showOvertaken(const ApiError &error)
{
    m_theirs = m_session.book().contact(m_base->id);
    if (!m_theirs) {
        showError(error, Doing::SavingContact);
        return;
    }
    m_overtaken = conflictsWith(m_form->binder().patch(), *m_base, *m_theirs);
    if (m_overtaken.isEmpty() && error.field)
        m_overtaken.append(*error.field);
    message().setMessage(
        Tone::Warning,
        tr("%1 changed elsewhere while you were editing: %2. Nothing was saved.", "person, fields")
            .arg(m_theirs->label(), titlesOf(m_overtaken)));
    message().setAction(tr("&Use theirs"));
    mainButton()->setText(tr("&Keep mine and save"));
}

void ContactDialog::useTheirs()
{
    if (!m_theirs || isBusy())
        return;
    m_base = m_theirs;
    m_form->binder().rebase(*m_theirs, m_overtaken);
    m_theirs.reset();
    message().clear();
    mainButton()->setText(tr("&Save"));
    updateButtons();
    m_form->firstEditor()->setFocus(Qt::OtherFocusReason);
}

void ContactDialog::remedyChosen(const QString &id)
{
    if (isBusy())
        return;
    if (id == "restore"_L1) {
        Q_EMIT restoreRequested(m_holder);
        dismiss();
    } else {
        leaveFor(id == "open"_L1 ? &ContactDialog::openRequested : &ContactDialog::lookRequested);
    }
}

void ContactDialog::leaveFor(void (ContactDialog::*signal)(const ContactId &))
{
    m_discards.confirmDiscard(title())->onFinished(this, [this, signal](const Result<bool> &isOk) {
        if (!isOk || !*isOk)
            return;
        Q_EMIT(this->*signal)(m_holder.id);
        dismiss();
    });
}

} // namespace roster
