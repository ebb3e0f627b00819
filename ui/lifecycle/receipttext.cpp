// SPDX-License-Identifier: MIT
#include "ui/lifecycle/receipttext.h"

#include "ui/text/fieldtext.h"
#include "ui/text/reltime.h"
#include "ui/widgets/plainwords.h"

#include <QtCore/QCoreApplication>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReceiptText)
};

QString doneText(const Receipt &receipt)
{
    switch (receipt.kind) {
    case Receipt::Kind::Deleted:
        return Words::tr("Deleted for good");
    case Receipt::Kind::Blocked:
        return Words::tr("Blocked for good");
    case Receipt::Kind::Merged:
        break;
    }
    return Words::tr("Merged into a user for good");
}

QString certaintyText(const Receipt &receipt)
{
    return receipt.isCertain ? Words::tr("Intercom said that it is done")
                             : Words::tr("Not certain: the answer was lost");
}

void appendPerson(QList<RecordLine> &lines, const BulkTarget &contact, const QString &title)
{
    lines.append({title, contact.label, {}});
    if (contact.email != contact.label)
        lines.append({fieldTitle(ContactField::Email), contact.email, {}});
    if (contact.role != Role::Other)
        lines.append({fieldTitle(ContactField::Role), roleTitle(contact.role), {}});
    lines.append({fieldTitle(ContactField::Id), contact.id.text(), {}});
}

} // namespace

QString personText(const BulkTarget &contact)
{
    for (const QString &text : {contact.label, contact.email}) {
        const QString words = inSentence(text);
        if (!words.isEmpty())
            return words;
    }
    return contact.id.text();
}

QString receiptTitle(const Receipt &receipt)
{
    const QString who = personText(receipt.contact);
    switch (receipt.kind) {
    case Receipt::Kind::Deleted:
        return receipt.isCertain ? Words::tr("Deleted %1").arg(who)
                                 : Words::tr("Perhaps deleted %1").arg(who);
    case Receipt::Kind::Blocked:
        return receipt.isCertain ? Words::tr("Blocked %1").arg(who)
                                 : Words::tr("Perhaps blocked %1").arg(who);
    case Receipt::Kind::Merged:
        break;
    }
    const QString into = personText(receipt.into);
    return receipt.isCertain ? Words::tr("Merged %1 into %2").arg(who, into)
                             : Words::tr("Perhaps merged %1 into %2").arg(who, into);
}

QList<RecordLine> receiptLines(const Receipt &receipt, const QTimeZone &zone)
{
    QList<RecordLine> lines{{Words::tr("What"), doneText(receipt), {}},
                            {Words::tr("Outcome"), certaintyText(receipt), {}}};
    const bool isMerge = receipt.kind == Receipt::Kind::Merged;
    appendPerson(lines, receipt.contact, isMerge ? Words::tr("Lead") : Words::tr("Who"));
    if (isMerge)
        appendPerson(lines, receipt.into, Words::tr("User"));
    lines.append(
        {Words::tr("When"),
         RelTime::exact(QDateTime::fromSecsSinceEpoch(receipt.at, Qt::UTC), zone, QLocale()),
         {}});
    lines.append({Words::tr("Token of"), receipt.by, {}});
    lines.append({Words::tr("Request id"), receipt.requestId, {}});
    return lines;
}

QString receiptAsText(const Receipt &receipt, const QTimeZone &zone)
{
    QStringList text;
    for (const RecordLine &line : receiptLines(receipt, zone)) {
        const QString value = line.value.simplified();
        if (!value.isEmpty())
            text.append(Words::tr("%1: %2", "what, value").arg(line.label, value));
    }
    return text.join(QLatin1Char('\n'));
}

} // namespace roster
