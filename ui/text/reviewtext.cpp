// SPDX-License-Identifier: MIT
#include "ui/text/reviewtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace roster {

namespace {

using Kind = BulkAction::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReviewText)
};

//! An action's words, with %1 for the tag, company, owner or attribute and %2 for its value.
struct Patterns
{
    //! "Archive": what the batch is called, and with a question mark after whom.
    QString title;
    QString change;
    QString alreadyOne;
    QString alreadyMany;
    QString button;
    QString noun;
};

Patterns ownerPatterns(const RunWords &words)
{
    if (words.thing.isEmpty())
        return {Words::tr("Remove the owner of %2?"), Words::tr("will have no owner"),
                Words::tr("has no owner already"),    Words::tr("have no owner already"),
                Words::tr("&Remove owner of %2"),     Words::tr("No owner")};
    return {Words::tr("Make %1 the owner of %2?"), Words::tr("will be owned by %1"),
            Words::tr("is owned by %1 already"),   Words::tr("are owned by %1 already"),
            Words::tr("&Set owner of %2"),         Words::tr("Owner %1")};
}

Patterns attributePatterns(const RunWords &words)
{
    if (words.value.isEmpty())
        return {Words::tr("Clear %1 of %2?"),   Words::tr("will have no %1"),
                Words::tr("has no %1 already"), Words::tr("have no %1 already"),
                Words::tr("&Clear for %2"),     Words::tr("%1 cleared")};
    return {Words::tr("Set %1 of %2?"),
            Words::tr("will have %1 %3"),
            Words::tr("has this value already"),
            Words::tr("have this value already"),
            Words::tr("&Set for %2"),
            Words::tr("%1 %3")};
}

Patterns updatePatterns(const RunWords &words)
{
    switch (updateKindOf(words.action.patch)) {
    case UpdateKind::Owner:
        return ownerPatterns(words);
    case UpdateKind::Attribute:
        return attributePatterns(words);
    case UpdateKind::Emails:
        return {Words::tr("Unsubscribe %2 from emails?"),
                Words::tr("will get no emails any more"),
                Words::tr("is unsubscribed already"),
                Words::tr("are unsubscribed already"),
                Words::tr("&Unsubscribe %2"),
                Words::tr("Unsubscribed")};
    case UpdateKind::Other:
        break;
    }
    return {Words::tr("Change %2?"),     Words::tr("will be changed"), Words::tr("is so already"),
            Words::tr("are so already"), Words::tr("&Change %2"),      Words::tr("Changed")};
}

Patterns patternsOf(const RunWords &words)
{
    switch (words.action.kind) {
    case Kind::Archive:
        return {Words::tr("Archive %2?"),
                Words::tr("will be archived"),
                Words::tr("is archived or gone already"),
                Words::tr("are archived or gone already"),
                Words::tr("&Archive %2"),
                Words::tr("Archived")};
    case Kind::Restore:
        return {Words::tr("Restore %2?"),       Words::tr("will be restored"),
                Words::tr("is active already"), Words::tr("are active already"),
                Words::tr("&Restore %2"),       Words::tr("Restored")};
    case Kind::AddTag:
        return {Words::tr("Add %1 to %2?"),        Words::tr("will get the tag %1"),
                Words::tr("has this tag already"), Words::tr("have this tag already"),
                Words::tr("&Add to %2"),           Words::tr("Added %1")};
    case Kind::RemoveTag:
        return {Words::tr("Remove %1 from %2?"),     Words::tr("will lose the tag %1"),
                Words::tr("does not have this tag"), Words::tr("do not have this tag"),
                Words::tr("&Remove from %2"),        Words::tr("Removed %1")};
    case Kind::AttachCompany:
        return {Words::tr("Attach %1 to %2?"),    Words::tr("will be attached to %1"),
                Words::tr("is attached already"), Words::tr("are attached already"),
                Words::tr("&Attach to %2"),       Words::tr("Attached %1")};
    case Kind::DetachCompany:
        return {Words::tr("Detach %1 from %2?"),    Words::tr("will be detached from %1"),
                Words::tr("is not attached to it"), Words::tr("are not attached to it"),
                Words::tr("&Detach from %2"),       Words::tr("Detached %1")};
    case Kind::Update:
        return updatePatterns(words);
    case Kind::PutBack:
        break;
    }
    return {Words::tr("Put back what %2 had before?"),
            Words::tr("will be put back"),
            Words::tr("is so already"),
            Words::tr("are so already"),
            Words::tr("&Put back %2"),
            Words::tr("Put back")};
}

//! One pass, whatever placeholders the names hold: %1 the thing, %2 the people, %3 the value.
QString filled(const QString &pattern, const RunWords &words, const QString &people = {})
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar next = i + 1 < pattern.size() ? pattern.at(i + 1) : QChar();
        if (pattern.at(i) != u'%' || next < u'1' || next > u'3') {
            text += pattern.at(i);
            continue;
        }
        text += next == u'1' ? words.thing : next == u'2' ? people : words.value;
        ++i;
    }
    return text;
}

} // namespace

QString reviewTitle(const RunWords &words, int changing, int chosen)
{
    const QLocale locale;
    QString people = changing == 1 ? Words::tr("this contact")
                                   : Words::tr("these %Ln contacts", nullptr, changing);
    if (changing != chosen)
        people = Words::tr("%1 of these %2 contacts")
                     .arg(locale.toString(changing), locale.toString(chosen));
    return filled(patternsOf(words).title, words, people);
}

QString reviewChangeText(const RunWords &words)
{
    return filled(patternsOf(words).change, words);
}

QString reviewAlreadyText(const RunWords &words, int count)
{
    const Patterns patterns = patternsOf(words);
    const QString so = filled(count == 1 ? patterns.alreadyOne : patterns.alreadyMany, words);
    return count == 1 ? Words::tr("%1 and stays as it is").arg(so)
                      : Words::tr("%1 and stay as they are").arg(so);
}

QString reviewUncountedText(const RunWords &words)
{
    return updateKindOf(words.action.patch) == UpdateKind::Attribute
               ? Words::tr("How many of them have this value already, or another, was not counted.")
               : Words::tr("How many of them are so already was not counted.");
}

QString reviewReplacedText(const RunWords &words, int count)
{
    switch (updateKindOf(words.action.patch)) {
    case UpdateKind::Owner:
        return count == 1 ? Words::tr("of them has another owner now")
                          : Words::tr("of them have another owner now");
    case UpdateKind::Attribute:
        return count == 1 ? Words::tr("of them has another value now, which is replaced")
                          : Words::tr("of them have another value now, which is replaced");
    case UpdateKind::Emails:
    case UpdateKind::Other:
        break;
    }
    return {};
}

QString reviewCaution(const RunWords &words)
{
    switch (words.action.kind) {
    case Kind::Archive:
        return Words::tr("Exactly these, however the list changes meanwhile. You can restore them "
                         "from Archived unless somebody merges or deletes them elsewhere. While "
                         "they are archived, Intercom hides their conversations from lists.");
    case Kind::Restore:
        return Words::tr("They become active again, with the same data as before. A contact that "
                         "was merged or deleted in the meantime cannot be restored.");
    case Kind::AddTag:
    case Kind::RemoveTag:
    case Kind::AttachCompany:
    case Kind::DetachCompany:
    case Kind::Update:
    case Kind::PutBack:
        break;
    }
    return Words::tr("Exactly these, however the list changes meanwhile. You can undo it while "
                     "nobody else changes them; what Intercom starts because of it, such as a "
                     "workflow, is not undone.");
}

QString reviewButtonText(const RunWords &words, int count)
{
    return filled(patternsOf(words).button, words, QLocale().toString(count));
}

QString reviewNoun(const RunWords &words)
{
    return filled(patternsOf(words).noun, words);
}

QString nothingToDoText(const RunWords &words)
{
    return Words::tr("Nothing to do: all of them %1.", "have the tag already")
        .arg(filled(patternsOf(words).alreadyMany, words));
}

} // namespace roster
