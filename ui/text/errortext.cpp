// SPDX-License-Identifier: MIT
#include "ui/text/errortext.h"

#include "core/service/batchhistory.h"
#include "core/service/updatecontact.h"
#include "ui/text/storagetext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

//! Why it failed and what helps.
struct Reason
{
    QString sentence;
    QString advice;
};

//! The three titles of one thing that was being done, by what became of it.
struct Titles
{
    QString failed;
    QString unknown;
    QString unreadable;
};

Titles titlesOfContact(Doing doing)
{
    switch (doing) {
    case Doing::CreatingContact:
        return {Words::tr("The contact was not created"),
                Words::tr("It is not certain whether the contact was created"),
                Words::tr("The contact was created, but the answer could not be read")};
    case Doing::SavingContact:
        return {Words::tr("The changes were not saved"),
                Words::tr("It is not certain whether the changes were saved"),
                Words::tr("The changes were saved, but the answer could not be read")};
    case Doing::Archiving:
        return {Words::tr("Not archived"), Words::tr("It is not certain whether it was archived"),
                Words::tr("Archived, but the answer could not be read")};
    default:
        return {Words::tr("Not restored"), Words::tr("It is not certain whether it was restored"),
                Words::tr("Restored, but the answer could not be read")};
    }
}

Titles titlesOfTag(Doing doing)
{
    switch (doing) {
    case Doing::CreatingTag:
        return {Words::tr("The tag was not created"),
                Words::tr("It is not certain whether the tag was created"),
                Words::tr("The tag was created, but the answer could not be read")};
    case Doing::AddingTag:
        return {Words::tr("The tag was not added"),
                Words::tr("It is not certain whether the tag was added"),
                Words::tr("The tag was added, but the answer could not be read")};
    default:
        return {Words::tr("The tag was not removed"),
                Words::tr("It is not certain whether the tag was removed"),
                Words::tr("The tag was removed, but the answer could not be read")};
    }
}

Titles titlesOfCompany(Doing doing)
{
    switch (doing) {
    case Doing::CreatingCompany:
        return {Words::tr("The company was not created"),
                Words::tr("It is not certain whether the company was created"),
                Words::tr("The company was created, but the answer could not be read")};
    case Doing::AttachingCompany:
        return {Words::tr("The company was not attached"),
                Words::tr("It is not certain whether the company was attached"),
                Words::tr("The company was attached, but the answer could not be read")};
    default:
        return {Words::tr("The company was not detached"),
                Words::tr("It is not certain whether the company was detached"),
                Words::tr("The company was detached, but the answer could not be read")};
    }
}

Titles titlesOfLife(Doing doing)
{
    switch (doing) {
    case Doing::DeletingContact:
        return {Words::tr("The contact was not deleted"),
                Words::tr("It is not certain whether the contact was deleted"),
                Words::tr("The contact was deleted, but the answer could not be read")};
    case Doing::BlockingContact:
        return {Words::tr("The contact was not blocked"),
                Words::tr("It is not certain whether the contact was blocked"),
                Words::tr("The contact was blocked, but the answer could not be read")};
    case Doing::ConvertingLead:
        return {Words::tr("The lead did not become a user"),
                Words::tr("It is not certain whether the lead became a user"),
                Words::tr("The lead became a user, but the answer could not be read")};
    default:
        return {Words::tr("The contacts were not merged"),
                Words::tr("It is not certain whether the contacts were merged"),
                Words::tr("The contacts were merged, but the answer could not be read")};
    }
}

Titles titlesOfRecord(Doing doing)
{
    if (doing == Doing::AddingNote) {
        return {Words::tr("The note was not added"),
                Words::tr("It is not certain whether the note was added"),
                Words::tr("The note was added, but the answer could not be read")};
    }
    return {Words::tr("The choice was not saved"),
            Words::tr("It is not certain whether the choice was saved"),
            Words::tr("The choice was saved, but the answer could not be read")};
}

Titles titlesOf(Doing doing)
{
    const auto same = [](const QString &title) { return Titles{title, title, title}; };
    switch (doing) {
    case Doing::Loading:
        return same(Words::tr("Contacts could not be loaded"));
    case Doing::LoadingCompany:
        return same(Words::tr("The company could not be loaded"));
    case Doing::CreatingAttribute:
        return {Words::tr("The attribute was not created"),
                Words::tr("It is not certain whether the attribute was created"),
                Words::tr("The attribute was created, but the answer could not be read")};
    case Doing::ReadingRecord:
        return same(Words::tr("This could not be read"));
    case Doing::Connecting:
        return same(Words::tr("Not connected"));
    case Doing::OpeningSandbox:
        return same(Words::tr("The sandbox could not be opened"));
    case Doing::ChangingStorage:
        return same(Words::tr("The contacts stay where they were"));
    case Doing::Exporting:
        return same(Words::tr("The file was not written"));
    case Doing::ResettingSandbox:
        return same(Words::tr("The sandbox was not reset"));
    case Doing::CreatingContact:
    case Doing::SavingContact:
    case Doing::Archiving:
    case Doing::Restoring:
        return titlesOfContact(doing);
    case Doing::CreatingTag:
    case Doing::AddingTag:
    case Doing::RemovingTag:
        return titlesOfTag(doing);
    case Doing::CreatingCompany:
    case Doing::AttachingCompany:
    case Doing::DetachingCompany:
        return titlesOfCompany(doing);
    case Doing::DeletingContact:
    case Doing::BlockingContact:
    case Doing::ConvertingLead:
    case Doing::MergingContacts:
        return titlesOfLife(doing);
    case Doing::AddingNote:
    case Doing::ChoosingSubscription:
        return titlesOfRecord(doing);
    case Doing::SavingAttachment:
        return same(Words::tr("The file was not saved"));
    }
    return {};
}

QString titleOf(const ApiError &error, Doing doing)
{
    const Titles titles = titlesOf(doing);
    switch (error.effect) {
    case Effect::Unknown:
        return titles.unknown;
    case Effect::Applied:
        return titles.unreadable;
    case Effect::NotApplied:
        break;
    }
    return titles.failed;
}

QString waitAdvice(const ApiError &error)
{
    if (!error.retryAfter)
        return Words::tr("Wait a moment and try again.");
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count();
    return seconds <= 1
               ? Words::tr("Try again in a second.")
               : Words::tr("Try again in %Ln seconds.", nullptr, static_cast<int>(seconds));
}

bool isProxyError(const ApiError &error)
{
    return error.httpStatus == 407 || error.code == QLatin1String("proxy") ||
           error.detail.contains(QLatin1String("proxy"), Qt::CaseInsensitive);
}

Reason offlineReason(const ApiError &error)
{
    if (isProxyError(error)) {
        return {Words::tr("The proxy of this network did not let the request through."),
                Words::tr("Check the proxy in the system's network settings.")};
    }
    return {Words::tr("This computer could not reach Intercom."),
            Words::tr("Check the network connection and try again.")};
}

//! Why no connection came about or no answer came.
Reason connectionReason(const ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::NameNotFound:
        return {Words::tr("The address of the server was not found."),
                Words::tr("Check the network connection; a VPN or DNS filter may be in the way.")};
    case ErrorKind::Tls:
        return {Words::tr("No safe connection could be made: the server's certificate is not "
                          "trusted, or encryption failed."),
                Words::tr("Nothing was sent. Check this computer's clock; on a company network, "
                          "ask for its certificate authority.")};
    case ErrorKind::Timeout:
        if (error.httpStatus == 504) {
            return {Words::tr("Intercom took too long to answer."),
                    Words::tr("Wait a moment and try again.")};
        }
        return {Words::tr("There was no answer in time."),
                Words::tr("The network or Intercom is slow. Try again.")};
    default:
        return offlineReason(error);
    }
}

Reason unauthorizedReason(const ApiError &error)
{
    if (error.code == QLatin1String("token_expired"))
        return {Words::tr("The access token has expired."), Words::tr("Enter a new token.")};
    if (error.code == QLatin1String("token_revoked"))
        return {Words::tr("The access token was revoked."), Words::tr("Enter a new token.")};
    if (error.code == QLatin1String("token_suspended") ||
        error.code == QLatin1String("token_blocked")) {
        return {Words::tr("The access token is blocked."),
                Words::tr("Ask whoever manages the workspace, or enter another token.")};
    }
    return {Words::tr("Intercom does not accept the access token."),
            Words::tr("Check that it was copied whole and that the region is right, or enter a "
                      "new token.")};
}

Reason forbiddenReason(const ApiError &error, Doing doing)
{
    if (error.httpStatus == 402 || error.code == QLatin1String("api_plan_restricted")) {
        return {Words::tr("The workspace's plan does not include this."),
                Words::tr("Ask whoever manages the workspace's subscription.")};
    }
    if (doing == Doing::Connecting) {
        return {Words::tr("The access token is valid, but may not read the workspace."),
                Words::tr("Give it the permissions listed below in Intercom's Developer Hub; then "
                          "enter the new token.")};
    }
    return {Words::tr("The access token may not do this."),
            Words::tr("Give the token the missing permission in Intercom's Developer Hub; then "
                      "enter the new token.")};
}

Reason notFoundReason(const ApiError &error, Doing doing)
{
    const bool isOfTag = doing == Doing::AddingTag || doing == Doing::RemovingTag;
    if (error.code == QLatin1String("tag_not_found") && isOfTag)
        return {Words::tr("The tag does not exist any more."), Words::tr("Choose another tag.")};
    if (error.code == QLatin1String("company_not_found")) {
        return {Words::tr("The company does not exist any more."),
                Words::tr("Choose another company.")};
    }
    if (doing == Doing::Connecting) {
        return {Words::tr("There is no Intercom at this address."),
                Words::tr("Check the region or the address.")};
    }
    if (error.httpStatus == 410 || error.code == QLatin1String("contact_merged"))
        return {Words::tr("The contact was merged into another one."), QString()};
    return {Words::tr("The contact is not active any more: it was archived, deleted or merged."),
            Words::tr("Refresh the list. If Roster archived it, it is under Archived.")};
}

Reason conflictReason(const ApiError &error, Doing doing)
{
    if (doing == Doing::MergingContacts) {
        return {Words::tr("One of the two changed meanwhile: the lead is no lead any more, or the "
                          "user no user."),
                Words::tr("Look at both contacts again.")};
    }
    if (error.code == BatchHistory::atWork()) {
        return {Words::tr("Roster is at work on this batch."),
                Words::tr("Wait until it is done, or stop it.")};
    }
    if (error.code == UpdateContact::changedMeanwhile()) {
        return {Words::tr("Someone changed the contact meanwhile."),
                Words::tr("Look at what changed, then choose what to keep.")};
    }
    if (error.isConflictArchived) {
        return {Words::tr("An archived contact has the same email or external id."),
                Words::tr("Restore that contact, or use another email.")};
    }
    return {Words::tr("Another contact has the same email or external id."),
            Words::tr("Open that contact, or use another email.")};
}

//! Refusals of what was sent, by status.
Reason refusalReason(const ApiError &error)
{
    if (error.code == QLatin1String("earlier_unknown"))
        return {Words::tr("What it was before is not known."),
                Words::tr("Open the contact and set it there.")};
    const QString update = Words::tr("Roster may be too old for this workspace. Look at the "
                                     "details and tell Roster's makers.");
    switch (error.httpStatus) {
    case 405:
    case 406:
        return {Words::tr("Intercom does not offer this at the address."), update};
    case 413:
        return {Words::tr("What was sent is too large."), Words::tr("Shorten it and try again.")};
    case 415:
        return {Words::tr("Intercom did not understand the form of the request."), update};
    case 423:
        return {Words::tr("The contact is locked by something else at Intercom."),
                Words::tr("Wait a moment and try again.")};
    case 422:
        return {Words::tr("Intercom does not accept one of the values."),
                Words::tr("Correct it and try again.")};
    default:
        break;
    }
    if (error.code == QLatin1String("invalid_merge")) {
        return {Words::tr("Intercom does not merge these two: it merges a lead into a user, and "
                          "some versions of its API only duplicates."),
                QString()};
    }
    if (error.code == QLatin1String("not_restorable"))
        return {Words::tr("This contact cannot be restored: it was merged or blocked."), QString()};
    if (error.code == QLatin1String("contact_company_limit_exceeded"))
        return {Words::tr("A contact can belong to 1,000 companies at most."), QString()};
    if (error.code == QLatin1String("intercom_version_invalid")) {
        return {Words::tr("Intercom does not know the API version."),
                Words::tr("Choose another version under Advanced.")};
    }
    return {Words::tr("Intercom did not accept the request."),
            Words::tr("Correct the values and try again.")};
}

Reason serverReason(const ApiError &error)
{
    const QString wait = waitAdvice(error);
    switch (error.httpStatus) {
    case 502:
        return {Words::tr("Something between here and Intercom is not working."), wait};
    case 503:
        return {Words::tr("Intercom is busy or being maintained."), wait};
    case 504:
        return {Words::tr("Intercom took too long to answer."), wait};
    default:
        return {Words::tr("Intercom has a problem of its own."), wait};
    }
}

Reason storageReason(const ApiError &error, Doing doing)
{
    Reason reason{storageCause(error), storageAdvice(error)};
    if (reason.sentence.isEmpty()) {
        reason = {Words::tr("Roster could not write to this computer's disk."),
                  Words::tr("Check free space and permissions, then try again.")};
    }
    const bool isLocal =
        doing == Doing::Loading || doing == Doing::ChangingStorage || doing == Doing::Exporting;
    if (!isLocal)
        reason.advice = Words::tr("Nothing was sent. %1").arg(reason.advice);
    return reason;
}

Reason reasonOf(const ApiError &error, Doing doing)
{
    switch (error.kind) {
    case ErrorKind::Offline:
    case ErrorKind::NameNotFound:
    case ErrorKind::Tls:
    case ErrorKind::Timeout:
        return connectionReason(error);
    case ErrorKind::RateLimited:
        return {Words::tr("Too many requests in a short time; Intercom asks to wait."),
                waitAdvice(error)};
    case ErrorKind::Unauthorized:
        return unauthorizedReason(error);
    case ErrorKind::Forbidden:
        return forbiddenReason(error, doing);
    case ErrorKind::NotFound:
        return notFoundReason(error, doing);
    case ErrorKind::Conflict:
        return conflictReason(error, doing);
    case ErrorKind::Invalid:
        return refusalReason(error);
    case ErrorKind::Server:
        return serverReason(error);
    case ErrorKind::Protocol:
        if (error.code == QLatin1String("not_kept"))
            return {Words::tr("Intercom said that it is done, but nothing changed."),
                    Words::tr("Try again later, or do it in Intercom.")};
        return {Words::tr("The answer could not be read."),
                Words::tr("A proxy or sign-in page may have answered instead of Intercom.")};
    case ErrorKind::Storage:
        return storageReason(error, doing);
    case ErrorKind::Cancelled:
        return {Words::tr("It was stopped."), QString()};
    }
    return {};
}

//! What to do when a write may have happened.
QString adviceOnEffect(const ApiError &error, Doing doing, const QString &advice)
{
    const bool isForGood = doing == Doing::DeletingContact || doing == Doing::BlockingContact ||
                           doing == Doing::MergingContacts;
    switch (error.effect) {
    case Effect::Unknown:
        if (isForGood)
            return Words::tr("Look for the contact before trying again; a receipt of it is kept.");
        if (error.kind == ErrorKind::NotFound)
            return Words::tr("Try to restore it under Archived: that works if it was archived.");
        return Words::tr("Refresh to see whether it happened before trying again.");
    case Effect::Applied:
        return Words::tr("Refresh to see the result; do not repeat it.");
    case Effect::NotApplied:
        break;
    }
    return advice;
}

QString detailsOf(const ApiError &error)
{
    QStringList lines;
    if (error.httpStatus != 0)
        lines.append(Words::tr("HTTP status: %1").arg(error.httpStatus));
    if (!error.code.isEmpty())
        lines.append(Words::tr("Code: %1").arg(error.code));
    if (!error.requestId.isEmpty())
        lines.append(Words::tr("Request id: %1").arg(error.requestId));
    if (!error.message.isEmpty())
        lines.append(Words::tr("Intercom says: %1").arg(error.message));
    if (!error.detail.isEmpty())
        lines.append(Words::tr("Detail: %1").arg(error.detail));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ErrorText errorText(const ApiError &error, Doing doing)
{
    const Reason reason = reasonOf(error, doing);
    return {titleOf(error, doing), reason.sentence, adviceOnEffect(error, doing, reason.advice),
            detailsOf(error)};
}

QString errorLine(const ApiError &error, Doing doing)
{
    const ErrorText text = errorText(error, doing);
    return text.advice.isEmpty() ? text.sentence
                                 : Words::tr("%1 %2").arg(text.sentence, text.advice);
}

Doing doingOf(BulkAction::Kind kind)
{
    switch (kind) {
    case BulkAction::Kind::Archive:
        return Doing::Archiving;
    case BulkAction::Kind::Restore:
        return Doing::Restoring;
    case BulkAction::Kind::AddTag:
        return Doing::AddingTag;
    case BulkAction::Kind::RemoveTag:
        return Doing::RemovingTag;
    case BulkAction::Kind::AttachCompany:
        return Doing::AttachingCompany;
    case BulkAction::Kind::DetachCompany:
        return Doing::DetachingCompany;
    case BulkAction::Kind::Update:
    case BulkAction::Kind::PutBack:
        break;
    }
    return Doing::SavingContact;
}

} // namespace roster
