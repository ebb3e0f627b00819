// SPDX-License-Identifier: MIT
#include "ui/record/addnotesheet.h"

#include "core/service/recordservice.h"
#include "core/service/session.h"
#include "ui/record/notetext.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/plainwords.h"

#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

AddNoteSheet::AddNoteSheet(const Theme &theme, Session &session, const BulkTarget &contact,
                           Prompts &prompts, QWidget *host)
    : TaskSheet(theme, u"addNoteSheet"_s, host, &prompts)
    , m_session(session)
    , m_contact(contact.id)
    , m_text(new QPlainTextEdit(this))
{
    setTitle(tr("Add a note"));
    setSubtitle(tr("on %1", "a contact").arg(firstWords(contact.label, 120)));
    m_text->setObjectName(u"noteEdit"_s);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(120);
    auto *field = new FormField(theme, u"noteField"_s, tr("&Note"), m_text, this);
    const QString author = session.identity().tokenOwner.name.simplified();
    field->setHint(author.isEmpty()
                       ? tr("Notes cannot be changed or removed later.")
                       : tr("Signed by %1. Notes cannot be changed or removed later.").arg(author));
    body()->addWidget(field);
    setFirstFocus(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { updateButtons(); });
    addFooter(u"addNoteButton"_s, tr("&Add note"));
    updateButtons();
}

bool AddNoteSheet::isDirty() const
{
    return !m_text->toPlainText().trimmed().isEmpty();
}

bool AddNoteSheet::canProceed() const
{
    return isDirty();
}

void AddNoteSheet::explain()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void AddNoteSheet::proceed()
{
    RecordService *service = m_session.records();
    if (!service)
        return;
    OperationOf<Note> *adding = service->addNote(m_contact, htmlOfWords(m_text->toPlainText()));
    m_text->setReadOnly(true);
    adding->onFinished(this, [this](const Result<Note> &note) {
        m_text->setReadOnly(false);
        if (!note)
            return showError(note.error(), Doing::AddingNote);
        Q_EMIT added(m_contact);
        dismiss();
    });
    hold(adding, tr("Adding the note"));
}

} // namespace roster
