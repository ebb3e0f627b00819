// SPDX-License-Identifier: MIT
// The contact dialog where another contact has the identifiers: opening that one, or restoring it.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "ui/edit/contactdialog.h"
#include "ui/edit/contactform.h"
#include "ui/prompts/prompts.h"
#include "ui/text/reltime.h"
#include "ui/widgets/plainwords.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QList<FormField::Remedy> archivedRemedies()
{
    return {{u"restore"_s, ContactDialog::tr("Restore")},
            {u"look"_s, ContactDialog::tr("Look first")}};
}

} // namespace

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
    const QString name = holder ? inSentence(holder->label()) : QString();
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
    const bool isEmail = field == ContactField::Email;
    m_form->showRemedies(field,
                         isEmail ? tr("An archived contact has this email.")
                                 : tr("An archived contact has this external id."),
                         archivedRemedies());
    m_form->focusFirstProblem();
    // The journal knows whom Roster archived; the name comes a moment later.
    m_session.archive().archived({})->onFinished(
        this, [this, field](const Result<QList<ArchiveBatch>> &batches) {
            if (batches)
                nameHolder(field, *batches);
        });
}

void ContactDialog::nameHolder(ContactField field, const QList<ArchiveBatch> &batches)
{
    for (const ArchiveBatch &batch : batches) {
        for (const ArchivedContact &contact : batch.contacts) {
            if (contact.id != m_holder.id || m_form->binder().isValid())
                continue;
            m_holder = {contact.id, contact.label, contact.email, contact.role};
            const QString when =
                RelTime::relative(QDateTime::fromSecsSinceEpoch(contact.archivedAt),
                                  QDateTime::fromSecsSinceEpoch(m_session.now()));
            const QString text =
                field == ContactField::Email
                    ? tr("An archived contact has this email: %1, archived %2.")
                    : tr("An archived contact has this external id: %1, archived %2.");
            m_form->showRemedies(field, text.arg(inSentence(contact.label), when),
                                 archivedRemedies());
            return;
        }
    }
}

void ContactDialog::remedyChosen(const QString &id)
{
    if (isBusy())
        return;
    if (id == "restore"_L1)
        restoreHolder();
    else
        leaveFor(id == "open"_L1 ? &ContactDialog::openRequested : &ContactDialog::lookRequested);
}

void ContactDialog::restoreHolder()
{
    BulkRun *run = m_session.contacts().restore(m_holder);
    m_form->setEnabled(false);
    // Held first, so that reading the contact is held after the run was let go.
    hold(run, tr("Restoring the contact"));
    run->onFinished(this, [this](const Result<BulkReport> &report) { restored(report); });
    Q_EMIT runStarted(run);
}

void ContactDialog::restored(const Result<BulkReport> &report)
{
    m_form->setEnabled(true);
    m_form->focusFirstProblem();
    if (!report)
        return showError(report.error(), Doing::Restoring);
    for (const BulkOutcome &outcome : report->settled) {
        if (!outcome.result)
            return showError(outcome.result.error(), Doing::Restoring);
    }
    if (!report->untouched.isEmpty())
        return;
    // Restoring reads it, unless that failed.
    if (const std::optional<Contact> contact = m_session.book().contact(m_holder.id))
        finishRescue(*contact);
    else
        readHolder();
}

void ContactDialog::finishRescue(const Contact &contact)
{
    dismiss();
    Q_EMIT rescued(contact, m_form->binder().draft());
}

void ContactDialog::readHolder()
{
    OperationOf<Contact> *reading = m_session.contacts().fetch(m_holder.id);
    m_form->setEnabled(false);
    hold(reading, tr("Reading the contact"));
    reading->onFinished(this, [this](const Result<Contact> &contact) {
        m_form->setEnabled(true);
        m_form->focusFirstProblem();
        if (contact)
            finishRescue(*contact);
        else
            showError(contact.error(), Doing::Loading);
    });
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
