// SPDX-License-Identifier: MIT
#include "ui/archive/journalexport.h"

#include <QtCore/QDateTime>

namespace roster {

namespace {

QString stateName(JournalState state)
{
    return state == JournalState::Applied ? QStringLiteral("archived")
                                          : QStringLiteral("not certain");
}

} // namespace

QList<QStringList> journalRows(const QList<ArchiveBatch> &batches)
{
    // Names of columns are for programs too, so they are not translated.
    QList<QStringList> rows{{QStringLiteral("contact_id"), QStringLiteral("name"),
                             QStringLiteral("email"), QStringLiteral("role"),
                             QStringLiteral("archived_at"), QStringLiteral("state"),
                             QStringLiteral("batch"), QStringLiteral("workspace"),
                             QStringLiteral("region"), QStringLiteral("archived_by")}};
    for (const ArchiveBatch &batch : batches) {
        for (const ArchivedContact &contact : batch.contacts) {
            const QDateTime at = QDateTime::fromSecsSinceEpoch(contact.archivedAt, Qt::UTC);
            rows.append({contact.id.text(), contact.label, contact.email, roleName(contact.role),
                         at.toString(Qt::ISODate), stateName(contact.state), batch.name,
                         batch.workspaceName, batch.region, batch.tokenOwner});
        }
    }
    return rows;
}

int contactCount(const QList<ArchiveBatch> &batches)
{
    qsizetype count = 0;
    for (const ArchiveBatch &batch : batches)
        count += batch.contacts.size();
    return static_cast<int>(count);
}

} // namespace roster
