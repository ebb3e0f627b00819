// SPDX-License-Identifier: MIT
#include "ui/lifecycle/convertsheet.h"

#include "core/domain/validation.h"
#include "ui/lifecycle/lifecycleport.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 520;

QLabel *addWords(QVBoxLayout *column, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column->addWidget(label);
    return label;
}

} // namespace

ConvertSheet::ConvertSheet(const Theme &theme, LifecyclePort &port, const Contact &lead,
                           QWidget *host)
    : TaskSheet(theme, u"convertSheet"_s, host, nullptr)
    , m_theme(theme)
    , m_port(port)
    , m_lead(lead)
{
    setCardWidth(CardWidth);
    const QString who = inSentence(lead.label());
    setTitle(who.isEmpty() ? tr("Convert this lead to a user?")
                           : tr("Convert %1 to a user?", "a lead").arg(who));
    setSubtitle(tr("A user cannot become a lead again."));
    addWords(body(),
             tr("Only the role changes: tags, companies, notes, conversations and attributes stay. "
                "From then on no other user can have the same external id, or the same email "
                "where there is no external id."),
             this);
    const bool hasEmail = !lead.email().isEmpty();
    const bool hasExternalId = !lead.text(ContactField::ExternalId).isEmpty();
    if (!hasEmail) {
        addField(ContactField::Email, u"email"_s, tr("&Email"), {});
        addField(ContactField::ExternalId, u"externalId"_s, tr("E&xternal id"),
                 hasExternalId ? tr("Left empty, the one that Intercom made for the lead stays.")
                               : tr("A user needs an email or an external id."));
        setFirstFocus(m_fields.at(ContactField::Email).edit);
    }
    addFooter(u"convertButton"_s, tr("&Convert to user"));
    if (hasEmail)
        setFirstFocus(mainButton());
    connect(&message(), &MessageStrip::actionTriggered, this, [this] {
        if (isBusy())
            return;
        dismiss();
        Q_EMIT mergeRequested(m_holder);
    });
}

void ConvertSheet::addField(ContactField field, const QString &name, const QString &label,
                            const QString &hint)
{
    auto *edit = new TextField(m_theme, name + u"Edit"_s, QString(label).remove(u'&'), this);
    auto *frame = new FormField(m_theme, name + u"Field"_s, label, edit, this);
    frame->setHint(hint);
    body()->addWidget(frame);
    m_fields.insert({field, {edit, frame}});
    connect(edit, &QLineEdit::textChanged, this, [this] {
        showProblems(false);
        updateButtons();
    });
}

//! The lead as a user, with what was typed.
ContactDraft ConvertSheet::draft() const
{
    ContactDraft draft = ContactDraft::of(m_lead);
    draft.fields[ContactField::Role] = roleName(Role::User);
    for (const auto &[field, widgets] : m_fields) {
        const QString typed = tidied(widgets.edit->text());
        if (!typed.isEmpty())
            draft.fields[field] = typed;
    }
    return draft;
}

bool ConvertSheet::isDirty() const
{
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [](const auto &each) { return !each.second.edit->text().isEmpty(); });
}

bool ConvertSheet::canProceed() const
{
    return problemsOf(draft(), &m_lead).isEmpty();
}

void ConvertSheet::showProblems(bool isWhole)
{
    const QList<FieldProblem> problems = problemsOf(draft(), &m_lead);
    QWidget *first = nullptr;
    for (const auto &[field, widgets] : m_fields) {
        const auto found =
            std::find_if(problems.begin(), problems.end(),
                         [field = field](const FieldProblem &each) { return each.field == field; });
        const bool canWait = found != problems.end() && (found->problem == Problem::Missing ||
                                                         found->problem == Problem::NotAnEmail);
        const bool isShown = found != problems.end() && (isWhole || !canWait);
        widgets.frame->setProblem(isShown ? problemText(*found) : QString());
        if (isShown && !first)
            first = widgets.edit;
    }
    if (first && isWhole)
        first->setFocus(Qt::OtherFocusReason);
}

void ConvertSheet::explain()
{
    showProblems(true);
}

void ConvertSheet::proceed()
{
    OperationOf<Contact> *converting = m_port.convert(m_lead, draft().patchFrom(m_lead));
    converting->onFinished(this, [this](const Result<Contact> &contact) { settled(contact); });
    hold(converting, tr("Converting the lead"));
}

void ConvertSheet::settled(const Result<Contact> &contact)
{
    if (contact) {
        Q_EMIT converted(*contact);
        dismiss();
        return;
    }
    const ApiError &error = contact.error();
    const auto field = error.field ? m_fields.find(*error.field) : m_fields.end();
    if (error.kind == ErrorKind::Invalid && field != m_fields.end() && !error.message.isEmpty()) {
        field->second.frame->setProblem(tr("Intercom says: %1").arg(error.message));
        field->second.edit->setFocus(Qt::OtherFocusReason);
        return;
    }
    showError(error, Doing::ConvertingLead);
    if (error.kind == ErrorKind::Conflict)
        showTaken(error);
}

void ConvertSheet::showTaken(const ApiError &error)
{
    m_holder = error.conflictingContact;
    if (!m_holder.isEmpty() && !error.isConflictArchived)
        message().setAction(tr("&Merge into that user…"));
}

} // namespace roster
