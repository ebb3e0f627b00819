// SPDX-License-Identifier: MIT
#include "ui/window/copycommands.h"

#include "core/service/session.h"
#include "ui/bulk/contactwords.h"
#include "ui/widgets/toaststack.h"

#include <QtCore/QLocale>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace roster {

namespace {

QList<ContactId> idsOf(const Chosen &chosen)
{
    QList<ContactId> ids;
    for (const BulkTarget &target : chosen.targets)
        ids.append(target.id);
    return ids;
}

} // namespace

CopyCommands::CopyCommands(Session &session, ToastStack &toasts, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_toasts(toasts)
{
}

void CopyCommands::copyEmails(const Chosen &chosen)
{
    QStringList emails;
    for (const BulkTarget &target : chosen.targets) {
        if (!target.email.isEmpty())
            emails.append(target.email);
    }
    if (emails.isEmpty())
        m_toasts.show(tr("There is no email to copy."));
    else
        copy(emails.join(QLatin1Char('\n')),
             emails.size() == 1
                 ? tr("Email copied")
                 : tr("%Ln emails copied", nullptr, static_cast<int>(emails.size())));
}

void CopyCommands::copyText(const Chosen &chosen)
{
    if (isTooMany(chosen))
        return;
    ContactBook &book = m_session.book();
    const QList<ContactRow> rows = book.rows(book.keysOf(idsOf(chosen)));
    copy(contactsAsText(rows, book, m_session.identity().timeZone), tr("Text copied"));
}

void CopyCommands::copyRecords(const Chosen &chosen)
{
    if (isTooMany(chosen))
        return;
    QStringList records;
    for (const BulkTarget &target : chosen.targets) {
        if (const QByteArray record = m_session.book().record(target.id); !record.isEmpty())
            records.append(QString::fromUtf8(record));
    }
    const QString text =
        records.size() == 1
            ? records.constFirst()
            : QLatin1Char('[') + records.join(QStringLiteral(",\n")) + QLatin1Char(']');
    copy(text, tr("JSON copied"));
}

void CopyCommands::copyCurl(const Chosen &chosen)
{
    if (!isTooMany(chosen))
        copy(contactsAsCurl(idsOf(chosen), m_session.address()),
             tr("cURL copied, without the token"));
}

bool CopyCommands::isTooMany(const Chosen &chosen)
{
    if (chosen.targets.size() <= mostContacts)
        return false;
    Toast *toast = m_toasts.show(
        tr("More than %1 contacts are for a file.").arg(QLocale().toString(mostContacts)),
        tr("Export…"));
    connect(toast, &Toast::actionTriggered, this,
            [this, chosen] { Q_EMIT exportRequested(chosen); });
    return true;
}

void CopyCommands::copy(const QString &text, const QString &said)
{
    QGuiApplication::clipboard()->setText(text);
    m_toasts.show(said);
}

} // namespace roster
