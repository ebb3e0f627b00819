// SPDX-License-Identifier: MIT
#include "ui/record/activitytext.h"

#include "ui/widgets/plainwords.h"

#include <QtCore/QCoreApplication>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ActivityText)
};

using Kind = BulkAction::Kind;

QString updateText(const RunWords &words, bool isBack)
{
    switch (updateKindOf(words.action.patch)) {
    case UpdateKind::Owner:
        if (isBack)
            return Words::tr("Owner put back");
        return words.thing.isEmpty() ? Words::tr("Owner removed")
                                     : Words::tr("Owner set to %1").arg(words.thing);
    case UpdateKind::Attribute:
        if (isBack)
            return Words::tr("%1 put back", "an attribute").arg(words.thing);
        return words.value.isEmpty()
                   ? Words::tr("%1 cleared", "an attribute").arg(words.thing)
                   : Words::tr("%1 set to %2", "an attribute").arg(words.thing, words.value);
    case UpdateKind::Emails:
        return isBack ? Words::tr("Emails as before") : Words::tr("Unsubscribed from emails");
    case UpdateKind::Other:
        break;
    }
    return isBack ? Words::tr("Values put back") : Words::tr("Changed");
}

QString deedText(const RunWords &words)
{
    switch (words.action.kind) {
    case Kind::Archive:
        return Words::tr("Archived");
    case Kind::Restore:
        return Words::tr("Restored");
    case Kind::AddTag:
        return Words::tr("Tag %1 added").arg(words.thing);
    case Kind::RemoveTag:
        return Words::tr("Tag %1 removed").arg(words.thing);
    case Kind::AttachCompany:
        return Words::tr("Company %1 attached").arg(words.thing);
    case Kind::DetachCompany:
        return Words::tr("Company %1 detached").arg(words.thing);
    case Kind::Update:
        return updateText(words, false);
    case Kind::PutBack:
        return updateText(words, true);
    }
    return {};
}

QString receiptText(const Receipt &receipt)
{
    switch (receipt.kind) {
    case Receipt::Kind::Deleted:
        return receipt.isCertain ? Words::tr("Deleted") : Words::tr("Perhaps deleted");
    case Receipt::Kind::Blocked:
        return receipt.isCertain ? Words::tr("Blocked") : Words::tr("Perhaps blocked");
    case Receipt::Kind::Merged:
        break;
    }
    const QString lead = firstWords(receipt.contact.label, 80);
    return receipt.isCertain ? Words::tr("Lead %1 merged into this user").arg(lead)
                             : Words::tr("Lead %1 perhaps merged into this user").arg(lead);
}

} // namespace

QString activityTitle(const ActivityEntry &entry, const RunWords &words)
{
    if (entry.receipt)
        return receiptText(*entry.receipt);
    const QString deed = firstWords(deedText(words), 300);
    if (entry.wasSo)
        return Words::tr("%1: it was so already", "what was done").arg(deed);
    switch (entry.state) {
    case JournalState::Applied:
        return deed;
    case JournalState::Restored:
        return Words::tr("%1, taken back since", "what was done").arg(deed);
    case JournalState::NotApplied:
        return Words::tr("%1: did not happen", "what was tried").arg(deed);
    case JournalState::Intended:
    case JournalState::Unknown:
        break;
    }
    return Words::tr("%1: not certain", "what was tried").arg(deed);
}

QString activityFacts(const ActivityEntry &entry, const QString &at)
{
    QStringList facts;
    if (!at.isEmpty())
        facts.append(at);
    if (!entry.by.isEmpty())
        facts.append(Words::tr("by %1", "a teammate").arg(firstWords(entry.by, 60)));
    if (!entry.batchName.isEmpty())
        facts.append(Words::tr("“%1”", "a batch's name").arg(firstWords(entry.batchName, 80)));
    return facts.join(QStringLiteral(" · "));
}

} // namespace roster
