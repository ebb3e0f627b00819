// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

namespace roster::sandbox::segments {

//! What a segment is made of.
enum class Members { Users, Leads, Companies };

//! How one segment of every sandbox workspace is told. Texts are UTF-8 literals.
struct SegmentRule
{
    const char *name;
    Members members;
    int madeOnDay; //!< days after the workspace itself was made
    //! SQL over the contact c or the company k. MONTH_AGO and TWO_MONTHS_AGO stand for times,
    //! TAGGED for the table of tagged contacts, ASKED_TAG for tag.
    const char *condition;
    qint64 tag = 0; //!< the tag that the condition asks for; 0 = none
};

[[nodiscard]] const QList<SegmentRule> &rules();

} // namespace roster::sandbox::segments
