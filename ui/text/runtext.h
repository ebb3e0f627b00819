// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "core/domain/runhold.h"

namespace roster {

//! What a run's action is about, by name, for its words.
struct RunWords
{
    BulkAction action;
    //! Name of the tag, the company, the new owner or the attribute; empty where there is none.
    QString thing;
    //! Label of the only contact; empty for several.
    QString person;
    //! The attribute's new value as people read it; empty when it is cleared.
    QString value = {};
    //! What the person called the batch; may be empty.
    QString name = {};
};

//! What an Update is about, as far as words go.
enum class UpdateKind { Owner, Attribute, Emails, Other };
UpdateKind updateKindOf(const ContactPatch &patch);

//! What is being done: "Archiving “Churned in May”", "Adding VIP to 12 contacts".
QString runTitle(const RunWords &words, int total);
//! "412 of 2,000".
QString runCountText(int settled, int total);
//! How fast: "160 a second", "12 a minute"; empty while it is not known.
QString runRateText(double perSecond);
//! How long: "9 s left", "about 3 minutes left".
QString runTimeLeftText(qint64 seconds);
//! Why it waits: "Intercom’s limit: goes on in 12 s". `now`: Unix seconds.
QString runHoldText(const RunHold &hold, qint64 now);

//! When it ended well for `count` contacts: "Archived Ada Lovelace", "Added VIP to 12 contacts".
QString runDoneText(const RunWords &words, int count);

//! What undoing the action is called: "Undo archive".
QString undoText(BulkAction::Kind kind);

//! "34 archived": what a run did to `count` contacts.
QString doneText(BulkAction::Kind kind, int count);
//! "3 not archived".
QString failedText(BulkAction::Kind kind, int count);
//! "12 archived, 1 not archived, 3 untouched": the whole report in one line.
QString reportText(BulkAction::Kind kind, const BulkReport &report);
//! What became of one contact: "Archived", "Tag added".
QString doneWord(BulkAction::Kind kind);

} // namespace roster
