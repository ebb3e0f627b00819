// SPDX-License-Identifier: MIT
#include "ui/window/contactcommands.h"

#include "core/service/session.h"
#include "ui/archive/momenttext.h"
#include "ui/archive/reviewsheet.h"
#include "ui/bulk/attributesheet.h"
#include "ui/bulk/bulkreviewer.h"
#include "ui/bulk/exportsheet.h"
#include "ui/bulk/ownersheet.h"
#include "ui/companies/attachcompanysheet.h"
#include "ui/companies/detachcompanysheet.h"
#include "ui/edit/contactdialog.h"
#include "ui/tags/addtagsheet.h"
#include "ui/tags/removetagsheet.h"
#include "ui/text/reviewtext.h"
#include "ui/widgets/plainwords.h"
#include "ui/window/lifecycledesk.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QWidget>

namespace roster {

namespace {

using Kind = BulkAction::Kind;

} // namespace

ContactCommands::ContactCommands(const Parts &parts, RunKeeper &runs, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_runs(runs)
{
}

void ContactCommands::setSession(Session *session)
{
    dropReview();
    m_session = session;
    m_runs.setSession(session);
    delete m_life;
    m_life = nullptr;
    if (!session)
        return;
    m_life = new LifecycleDesk(m_parts, *session, this);
    connect(m_life, &LifecycleDesk::openRequested, this, &ContactCommands::openRequested);
    connect(m_life, &LifecycleDesk::archiveRequested, this,
            [this](const BulkTarget &contact) { archive({{contact}}); });
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
        m_runs.say(tr("Saved %1").arg(contact.label()));
        Q_EMIT openRequested(contact.id);
    });
    connect(dialog, &ContactDialog::openRequested, this, &ContactCommands::openRequested);
    connect(dialog, &ContactDialog::lookRequested, this, &ContactCommands::lookRequested);
    connect(dialog, &ContactDialog::leftAsTheirs, this, [this](const Contact &contact) {
        m_runs.say(tr("%1 stays as it was saved elsewhere.").arg(inSentence(contact.label())));
        Q_EMIT openRequested(contact.id);
    });
    connect(dialog, &ContactDialog::runStarted, this,
            [this](BulkRun *run) { m_runs.follow(run, RunKeeper::Remember::Yes); });
    connect(dialog, &ContactDialog::rescued, this, &ContactCommands::goOnEditing);
    dialog->open();
}

void ContactCommands::goOnEditing(const Contact &contact, const ContactDraft &typed)
{
    auto *dialog =
        new ContactDialog(m_parts.theme, *m_session, m_parts.prompts, contact, &m_parts.window);
    openDialog(dialog);
    if (dialog->fillIn(typed))
        return;
    dialog->dismiss();
    Q_EMIT openRequested(contact.id);
}

void ContactCommands::archive(const Chosen &chosen)
{
    BulkAction action;
    action.kind = Kind::Archive;
    act(action, chosen);
}

void ContactCommands::restore(const Chosen &chosen)
{
    BulkAction action;
    action.kind = Kind::Restore;
    act(action, chosen);
}

void ContactCommands::unsubscribe(const Chosen &chosen)
{
    BulkAction action;
    action.kind = Kind::Update;
    action.patch.fields.emplace(ContactField::UnsubscribedFromEmails, true);
    act(action, chosen);
}

void ContactCommands::act(const BulkAction &action, const Chosen &chosen)
{
    if (!m_session || chosen.isEmpty())
        return;
    dropReview();
    if (chosen.targets.size() == 1 && chosen.hidden == 0)
        m_runs.run(action, chosen.targets);
    else
        review(action, chosen);
}

void ContactCommands::review(const BulkAction &action, const Chosen &chosen)
{
    dropReview();
    m_reviewer =
        new BulkReviewer(m_session->book(), m_runs.wordsOf(action), chosen, m_workspaceSize, this);
    connect(m_reviewer, &BulkReviewer::reviewed, this, &ContactCommands::showReview);
    m_reviewer->start();
}

void ContactCommands::dropReview()
{
    if (!m_reviewer)
        return;
    m_reviewer->disconnect(this);
    m_reviewer->deleteLater();
    m_reviewer = nullptr;
}

bool ContactCommands::isCovered() const
{
    return Sheet::topmostIn(&m_parts.window) || Sheet::topmostIn(m_parts.window.window());
}

void ContactCommands::showReview(BulkReview review)
{
    m_reviewer = nullptr;
    // Whoever opened another sheet meanwhile does something else now.
    if (isCovered())
        return;
    if (review.changing.isEmpty())
        return m_runs.say(nothingToDoText(review.words));
    review.suggestedName = suggestedName(review.words);
    auto *sheet = new ReviewSheet(m_parts.theme, review, &m_parts.window);
    connect(sheet, &ReviewSheet::confirmed, this,
            [this, action = review.words.action](const QList<BulkTarget> &targets,
                                                 const QString &name) {
                m_runs.run(action, targets, name);
            });
    sheet->open();
}

QString ContactCommands::suggestedName(const RunWords &words) const
{
    const QString context = m_context ? m_context() : QString();
    if (!context.isEmpty())
        return tr("%1: %2", "what was done, to whom").arg(reviewNoun(words), context);
    const QTimeZone zone(m_session->identity().timeZone);
    const QDateTime now =
        QDateTime::fromSecsSinceEpoch(m_session->now(), zone.isValid() ? zone : QTimeZone::utc());
    const QLocale locale;
    return tr("%1 %2, %3", "what was done, day, time")
        .arg(reviewNoun(words), locale.toString(now.date(), tr("d MMM", "a day of this year")),
             locale.toString(now.time(), QLocale::ShortFormat));
}

template <class SheetType>
void ContactCommands::pick(const Chosen &chosen)
{
    if (!m_session || chosen.isEmpty())
        return;
    dropReview();
    openPicking(new SheetType(m_parts.theme, *m_session, chosen.targets, &m_parts.window), chosen);
}

void ContactCommands::openPicking(RunSheet *sheet, const Chosen &chosen)
{
    connect(sheet, &RunSheet::runStarted, this,
            [this](BulkRun *run) { m_runs.follow(run, RunKeeper::Remember::Yes); });
    connect(
        sheet, &RunSheet::actionChosen, this,
        [this, chosen](const BulkAction &action) { review(action, chosen); }, Qt::QueuedConnection);
    sheet->open();
}

void ContactCommands::addTag(const Chosen &chosen)
{
    pick<AddTagSheet>(chosen);
}

void ContactCommands::removeTag(const Chosen &chosen)
{
    pick<RemoveTagSheet>(chosen);
}

void ContactCommands::attachCompany(const Chosen &chosen)
{
    pick<AttachCompanySheet>(chosen);
}

void ContactCommands::detachCompany(const Chosen &chosen)
{
    pick<DetachCompanySheet>(chosen);
}

void ContactCommands::setOwner(const Chosen &chosen)
{
    pick<OwnerSheet>(chosen);
}

void ContactCommands::setAttribute(const Chosen &chosen)
{
    pick<AttributeSheet>(chosen);
}

void ContactCommands::removeTagNow(const BulkTarget &target, const TagId &tag)
{
    BulkAction action;
    action.kind = Kind::RemoveTag;
    action.tag = tag;
    m_runs.run(action, {target});
}

void ContactCommands::detachCompanyNow(const BulkTarget &target, const CompanyId &company)
{
    BulkAction action;
    action.kind = Kind::DetachCompany;
    action.company = company;
    m_runs.run(action, {target});
}

LifecycleRules ContactCommands::lifecycleRulesOf(const ContactId &id) const
{
    return m_life ? m_life->rulesOf(id) : lifecycleRulesOfMany();
}

void ContactCommands::convertToUser(const ContactId &lead)
{
    if (m_life)
        m_life->convert(lead);
}

void ContactCommands::mergeIntoUser(const ContactId &lead)
{
    if (m_life)
        m_life->merge(lead);
}

void ContactCommands::mergeInto(const ContactId &lead, const ContactId &user)
{
    if (m_life)
        m_life->mergeInto(lead, user);
}

void ContactCommands::deleteContact(const ContactId &id)
{
    if (m_life)
        m_life->remove(id);
}

void ContactCommands::blockContact(const ContactId &id)
{
    if (m_life)
        m_life->block(id);
}

void ContactCommands::showReceipts()
{
    if (m_life)
        m_life->showReceipts();
}

void ContactCommands::exportContacts(const Chosen &chosen)
{
    if (!m_session || chosen.isEmpty())
        return;
    dropReview();
    auto *sheet = new ExportSheet(m_parts.theme, *m_session, chosen.targets, m_parts.prompts,
                                  &m_parts.window);
    if (!m_exportedColumns.isEmpty())
        sheet->setChosen(m_exportedColumns);
    connect(sheet, &ExportSheet::exported, this,
            [this](int count, const QString &path, const QStringList &columns) {
                m_exportedColumns = columns;
                const QString name = QFileInfo(path).fileName();
                m_runs.say((count == 1 ? tr("1 contact exported to “%1”")
                                       : tr("%Ln contacts exported to “%1”", nullptr, count))
                               .arg(name));
            });
    sheet->open();
}

} // namespace roster
