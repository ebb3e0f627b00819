// SPDX-License-Identifier: MIT
#include "ui/bulk/contactwords.h"

#include "ui/bulk/listednames.h"
#include "ui/contacts/cellwords.h"
#include "ui/text/fieldtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ContactWords)
};

QString momentText(std::optional<qint64> seconds, const QTimeZone &zone)
{
    return seconds ? QLocale().toString(QDateTime::fromSecsSinceEpoch(*seconds, zone),
                                        QLocale::LongFormat)
                   : QString();
}

QString textOfRow(const ContactRow &row, const ContactBook &book, const QTimeZone &zone)
{
    using F = ContactField;
    const QString role = row.role == Role::Other ? QString() : roleTitle(row.role);
    const QList<std::pair<F, QString>> facts = {
        {F::Email, row.email},
        {F::Phone, row.phone},
        {F::Role, role},
        {F::ExternalId, row.externalId},
        {F::Owner, book.adminName(row.owner)},
        {F::Tags,
         listedNames(row.tags, u", "_s, [&](const TagId &id) { return book.tagName(id); })},
        {F::Companies, listedNames(row.companies, u", "_s,
                                   [&](const CompanyId &id) { return book.companyName(id); })},
        {F::LastSeenAt, momentText(row.lastSeenAt, zone)},
        {F::CreatedAt, momentText(row.createdAt, zone)},
        {F::Id, row.id.text()}};
    QStringList lines{CellWords::title(row)};
    for (const auto &[field, text] : facts) {
        if (!text.isEmpty())
            lines.append(Words::tr("%1: %2", "field, value").arg(fieldTitle(field), text));
    }
    return lines.join(u'\n');
}

} // namespace

QString contactsAsText(const QList<ContactRow> &rows, const ContactBook &book,
                       const QByteArray &zone)
{
    const QTimeZone told(zone);
    QStringList texts;
    for (const ContactRow &row : rows) {
        if (!row.id.isEmpty())
            texts.append(textOfRow(row, book, told.isValid() ? told : QTimeZone::utc()));
    }
    return texts.join(u"\n\n"_s);
}

QString contactsAsCurl(const QList<ContactId> &ids, const WorkspaceAddress &address)
{
    QStringList commands;
    for (const ContactId &id : ids) {
        QUrl url = address.baseUrl;
        QString path = url.path();
        if (path.endsWith(u'/'))
            path.chop(1);
        url.setPath(path + u"/contacts/"_s + id.text());
        QString quoted = url.toString(QUrl::FullyEncoded);
        quoted.replace(u'\'', u"%27"_s);
        commands.append(uR"(curl '%1' -H "Authorization: Bearer $INTERCOM_TOKEN")"
                        uR"( -H 'Intercom-Version: %2' -H 'Accept: application/json')"_s.arg(
                            quoted, address.version));
    }
    return commands.join(u'\n');
}

} // namespace roster
