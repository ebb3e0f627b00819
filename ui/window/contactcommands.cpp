// SPDX-License-Identifier: MIT
#include "ui/window/contactcommands.h"

#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "core/service/undohistory.h"
#include "ui/archive/archivesheet.h"
#include "ui/archive/restoresheet.h"
#include "ui/archive/runreportsheet.h"
#include "ui/companies/attachcompanysheet.h"
#include "ui/companies/detachcompanysheet.h"
#include "ui/edit/contactdialog.h"
#include "ui/tags/addtagsheet.h"
#include "ui/tags/removetagsheet.h"
#include "ui/text/errortext.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/runstrip.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QWidget>

namespace roster {

namespace {

using Kind = BulkAction::Kind;

} // namespace

ContactCommands::ContactCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void ContactCommands::createContact()
{
    if (m_session)
        openDialog(new ContactDialog(m_parts.theme, *m_session, m_parts.prompts, &m_parts.window));
}

void ContactCommands::editContact(const ContactId &id)
{
    const auto contact = m_session ? m_session->book().contact(id) : std::nullopt;
    if (contact)
        openDialog(new ContactDialog(m_parts.theme, *m_session, m_parts.prompts, *contact,
                                     &m_parts.window));
}

void ContactCommands::openDialog(ContactDialog *dialog)
{
    connect(dialog, &ContactDialog::saved, this, [this](const Contact &contact) {
        say(tr("Saved %1").arg(contact.label()));
        Q_EMIT openRequested(contact.id);
    });
    connect(dialog, &ContactDialog::openRequested, this, &ContactCommands::openRequested);
    connect(dialog, &ContactDialog::lookRequested, this, &ContactCommands::lookRequested);
    connect(dialog, &ContactDialog::restoreRequested, this,
            [this](const BulkTarget &target) { restore({target}); });
    dialog->open();
}

void ContactCommands::archive(const QList<BulkTarget> &targets)
{
    if (!m_session || targets.isEmpty())
        return;
    const BulkAction action{Kind::Archive, {}, {}};
    if (targets.size() == 1)
        return run(action, targets);
    auto *sheet = new ArchiveSheet(m_parts.theme, targets, &m_parts.window);
    connect(sheet, &ReviewSheet::confirmed, this,
            [this, action](const QList<BulkTarget> &confirmed, const QString &name) {
                run(action, confirmed, name);
            });
    sheet->open();
}

void ContactCommands::restore(const QList<BulkTarget> &targets)
{
    if (!m_session || targets.isEmpty())
        return;
    const BulkAction action{Kind::Restore, {}, {}};
    if (targets.size() == 1)
        return run(action, targets);
    auto *sheet = new RestoreSheet(m_parts.theme, targets, &m_parts.window);
    connect(sheet, &ReviewSheet::confirmed, this,
            [this, action](const QList<BulkTarget> &confirmed, const QString &name) {
                run(action, confirmed, name);
            });
    sheet->open();
}

void ContactCommands::addTag(const QList<BulkTarget> &targets)
{
    if (!m_session || targets.isEmpty())
        return;
    auto *sheet = new AddTagSheet(m_parts.theme, *m_session, targets, &m_parts.window);
    connect(sheet, &RunSheet::runStarted, this,
            [this](BulkRun *run) { follow(run, Remember::Yes); });
    sheet->open();
}

void ContactCommands::removeTag(const QList<BulkTarget> &targets)
{
    if (!m_session || targets.isEmpty())
        return;
    auto *sheet = new RemoveTagSheet(m_parts.theme, *m_session, targets, &m_parts.window);
    connect(sheet, &RunSheet::runStarted, this,
            [this](BulkRun *run) { follow(run, Remember::Yes); });
    sheet->open();
}

void ContactCommands::attachCompany(const QList<BulkTarget> &targets)
{
    if (!m_session || targets.isEmpty())
        return;
    auto *sheet = new AttachCompanySheet(m_parts.theme, *m_session, targets, &m_parts.window);
    connect(sheet, &RunSheet::runStarted, this,
            [this](BulkRun *run) { follow(run, Remember::Yes); });
    sheet->open();
}

void ContactCommands::detachCompany(const QList<BulkTarget> &targets)
{
    if (!m_session || targets.isEmpty())
        return;
    auto *sheet = new DetachCompanySheet(m_parts.theme, *m_session, targets, &m_parts.window);
    connect(sheet, &RunSheet::runStarted, this,
            [this](BulkRun *run) { follow(run, Remember::Yes); });
    sheet->open();
}

void ContactCommands::removeTagNow(const BulkTarget &target, const TagId &tag)
{
    if (m_session)
        run({Kind::RemoveTag, tag, {}}, {target});
}

void ContactCommands::detachCompanyNow(const BulkTarget &target, const CompanyId &company)
{
    if (m_session)
        run({Kind::DetachCompany, {}, company}, {target});
}

void ContactCommands::run(const BulkAction &action, const QList<BulkTarget> &targets,
                          const QString &name)
{
    if (m_session)
        follow(m_session->contacts().runBulk(action, targets, name), Remember::Yes);
}

void ContactCommands::undo()
{
    BulkRun *run = m_session ? m_session->undoHistory().undo() : nullptr;
    if (run)
        follow(run, Remember::No);
    else
        say(tr("Nothing to undo"));
}

void ContactCommands::redo()
{
    BulkRun *run = m_session ? m_session->undoHistory().redo() : nullptr;
    if (run)
        follow(run, Remember::No);
    else
        say(tr("Nothing to redo"));
}

void ContactCommands::copyEmails(const QList<BulkTarget> &targets)
{
    QStringList emails;
    for (const BulkTarget &target : targets) {
        if (!target.email.isEmpty())
            emails.append(target.email);
    }
    if (!emails.isEmpty())
        copy(emails.join(QLatin1Char('\n')),
             emails.size() == 1
                 ? tr("Email copied")
                 : tr("%Ln emails copied", nullptr, static_cast<int>(emails.size())));
}

void ContactCommands::copyRecords(const QList<BulkTarget> &targets)
{
    QStringList records;
    for (const BulkTarget &target : targets)
        records.append(QString::fromUtf8(m_session->book().record(target.id)));
    const QString text =
        records.size() == 1
            ? records.constFirst()
            : QLatin1Char('[') + records.join(QStringLiteral(",\n")) + QLatin1Char(']');
    copy(text, tr("JSON copied"));
}

void ContactCommands::copy(const QString &text, const QString &said)
{
    QGuiApplication::clipboard()->setText(text);
    say(said);
}

RunWords ContactCommands::wordsOf(const BulkRun *run) const
{
    RunWords words{run->action(), {}, {}};
    const ContactBook &book = m_session->book();
    if (!words.action.tag.isEmpty())
        words.thing = book.tagName(words.action.tag);
    if (!words.action.company.isEmpty())
        words.thing = book.companyName(words.action.company);
    if (run->total() == 1) {
        const QString label = run->targets().constFirst().label;
        words.person = label.isEmpty() ? tr("contact without a name") : label;
    }
    return words;
}

void ContactCommands::follow(BulkRun *run, Remember remember)
{
    const RunWords words = wordsOf(run);
    if (remember == Remember::Yes)
        m_session->undoHistory().remember(run);
    m_parts.strip.follow(run, words);
    connect(run, &Operation::finished, this,
            [this, run, words, remember] { ended(run, words, remember); });
}

void ContactCommands::ended(BulkRun *run, const RunWords &words, Remember remember)
{
    const Result<BulkReport> &result = run->result();
    if (!result) {
        if (result.error().kind != ErrorKind::Cancelled)
            say(errorLine(result.error(), doingOf(run->action().kind)));
        return;
    }
    if (result->failed() > 0 || !result->untouched.isEmpty())
        return report(run);
    offerUndo(run, words, remember);
}

void ContactCommands::offerUndo(BulkRun *run, const RunWords &words, Remember remember)
{
    const QString text = runDoneText(words, run->total());
    if (remember == Remember::No)
        return say(text);
    Toast *toast = m_parts.toasts.show(text, tr("Undo"));
    const BatchId batch = run->batch();
    connect(toast, &Toast::actionTriggered, this, [this, batch] {
        BulkRun *back = m_session ? m_session->undoHistory().undoBatch(batch) : nullptr;
        if (back)
            follow(back, Remember::No);
    });
}

void ContactCommands::report(BulkRun *run)
{
    const BulkReport &result = *run->result();
    if (run->total() == 1 && !result.settled.isEmpty())
        return reportOne(run, result.settled.constFirst());
    auto *sheet = new RunReportSheet(m_parts.theme, run->action(), result, &m_parts.window);
    connect(sheet, &RunReportSheet::retryRequested, this,
            [this](const BulkAction &action, const QList<BulkTarget> &targets) {
                this->run(action, targets);
            });
    sheet->open();
}

void ContactCommands::reportOne(BulkRun *run, const BulkOutcome &outcome)
{
    const ApiError &error = outcome.result.error();
    const ErrorText words = errorText(error, doingOf(run->action().kind));
    const QString text = words.title + QStringLiteral(". ") + words.sentence;
    if (!error.canRetry())
        return say(text);
    Toast *toast = m_parts.toasts.show(text, tr("Try again"));
    connect(
        toast, &Toast::actionTriggered, this,
        [this, action = run->action(), target = outcome.target] { this->run(action, {target}); });
}

void ContactCommands::say(const QString &text)
{
    m_parts.toasts.show(text);
}

} // namespace roster
