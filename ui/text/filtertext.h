// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "core/domain/contactfilter.h"

namespace roster {

//! What people call a subject: "Last seen", "Seats".
QString filterSubjectTitle(const FilterSubject &subject, const ContactBook &book);
//! What people call a test of subjects of `kind`: "is any of", "in the last days".
QString filterTestTitle(FilterTest test, FilterKind kind);
//! A value as people read it: a name for an id, a day in words.
QString filterValueText(const FilterSubject &subject, const QString &value,
                        const ContactBook &book);
//! A condition in a few words: "Tag is any of VIP, Beta".
QString filterConditionText(const FilterCondition &condition, const ContactBook &book);
//! What is wrong with a condition and what helps, in one sentence.
QString filterProblemText(FilterProblem problem);
//! "and" or "or".
QString filterJoinText(FilterJoin join);
//! The conditions that count, joined: "Role is lead and (Tag is VIP or Tag is Beta)".
QString filterSummary(const ContactFilter &filter, const ContactBook &book);

} // namespace roster
