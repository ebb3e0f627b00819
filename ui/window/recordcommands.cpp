// SPDX-License-Identifier: MIT
#include "ui/window/recordcommands.h"

#include "core/service/contactservice.h"
#include "core/service/recordservice.h"
#include "core/service/session.h"
#include "ui/prompts/prompts.h"
#include "ui/record/addnotesheet.h"
#include "ui/record/conversationsheet.h"
#include "ui/record/jsonsheet.h"
#include "ui/text/errortext.h"
#include "ui/widgets/toaststack.h"

#include <QtCore/QFileInfo>
#include <QtCore/QUrl>
#include <QtWidgets/QWidget>

namespace roster {

namespace {

//! What a stranger called it, without folders, letters that steer, and hidden beginnings.
QString fileNameFor(const Attachment &attachment)
{
    QString name = QFileInfo(attachment.name).fileName();
    name.removeIf([](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
               QStringLiteral("/\\:*?\"<>|").contains(c);
    });
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    constexpr qsizetype longest = 120;
    const QString suffix = QFileInfo(name).suffix().left(10);
    if (name.size() > longest)
        name = name.left(longest) + (suffix.isEmpty() ? QString() : QLatin1Char('.') + suffix);
    return name.isEmpty() ? QStringLiteral("attachment") : name;
}

} // namespace

RecordCommands::RecordCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void RecordCommands::addNote(const BulkTarget &contact)
{
    auto *sheet =
        new AddNoteSheet(m_parts.theme, m_parts.session, contact, m_parts.prompts, &m_parts.window);
    connect(sheet, &AddNoteSheet::added, this, [this](const ContactId &id) {
        m_parts.toasts.show(tr("Note added"));
        // The contact's own record counts its notes.
        m_parts.session.contacts().fetch(id);
    });
    sheet->open();
}

void RecordCommands::readConversation(const Conversation &conversation)
{
    auto *sheet =
        new ConversationSheet({m_parts.theme, m_parts.session}, conversation, &m_parts.window);
    connect(sheet, &ConversationSheet::saveRequested, this, &RecordCommands::saveAttachment);
    sheet->open();
}

void RecordCommands::saveAttachment(const Attachment &attachment)
{
    FileQuestion question;
    question.title = tr("Save attachment");
    question.name = fileNameFor(attachment);
    question.filter = tr("All files (*)");
    m_parts.prompts.chooseFileToSave(question)->onFinished(
        this, [this, attachment](const Result<QString> &path) {
            if (path && !path->isEmpty())
                saveTo(*path, attachment);
        });
}

void RecordCommands::saveTo(const QString &path, const Attachment &attachment)
{
    RecordService *service = m_parts.session.records();
    if (!service)
        return;
    service->saveAttachment(attachment, path)
        ->onFinished(this, [this, name = QFileInfo(path).fileName()](const Result<Done> &saved) {
            m_parts.toasts.show(
                saved ? tr("Saved “%1”").arg(name)
                      : tr("“%1” was not saved: %2", "file, why")
                            .arg(name, errorLine(saved.error(), Doing::SavingAttachment)));
        });
}

void RecordCommands::showJson(const BulkTarget &contact)
{
    const QByteArray record = m_parts.session.book().record(contact.id);
    if (!record.isEmpty())
        (new JsonSheet(m_parts.theme, contact.label, record, &m_parts.window))->open();
}

bool RecordCommands::canOpenOnWeb() const
{
    return !contactWebUrl(m_parts.session.address().region, QStringLiteral("w"),
                          QStringLiteral("c"))
                .isEmpty();
}

void RecordCommands::openOnWeb(const ContactId &contact)
{
    const QUrl url = contactWebUrl(m_parts.session.address().region, m_parts.session.identity().id,
                                   contact.text());
    if (!url.isEmpty())
        Q_EMIT addressRequested(url);
}

void RecordCommands::openLink(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    static const QStringList schemes{QStringLiteral("https"), QStringLiteral("http"),
                                     QStringLiteral("mailto"), QStringLiteral("tel")};
    if (url.isValid() && schemes.contains(url.scheme().toLower()))
        Q_EMIT addressRequested(url);
}

} // namespace roster
