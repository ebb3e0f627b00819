// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactfilter.h"
#include "core/domain/filterdays.h"

#include <QtCore/QJsonObject>

namespace roster::api {

//! Why a condition cannot be asked of Intercom's search.
enum class SearchGap {
    NotSearchable, //!< Companies are no field of the search.
    NoSuchTest,    //!< The field has no operator for it.
    NotANumber,    //!< Owners are numbers there, and this id is none.
    TooMany,       //!< More than 15 conditions in one group.
    TooDeep,       //!< It takes conditions inside of an inner group.
};

//! A condition that the search cannot express.
struct UnsaidCondition
{
    int group = 0;
    int condition = 0;
    SearchGap gap = SearchGap::NotSearchable;

    friend bool operator==(const UnsaidCondition &, const UnsaidCondition &) = default;
};

//! A filter as Intercom's search takes it.
struct SearchFilter
{
    //! For SearchBody::query. Empty: nothing of the filter could be said, or nothing is asked.
    QJsonObject query;
    //! What is left out. In a group of which one must hold, a condition that is left out takes
    //! matches away; where all must hold it leaves too many in.
    QList<UnsaidCondition> unsaid;
};

//! The effective conditions of `filter`, as far as the grammar of `POST /contacts/search` allows
//! (groups of at most 15, two levels; Intercom API reference, "Search for contacts"). The numbers
//! in `unsaid` are those of `filter`. Dates are told as whole days of the workspace, whatever
//! moment of the day is sent: `days` has its time zone. `version` is the Intercom-Version that is
//! spoken.
SearchFilter searchFilter(const ContactFilter &filter, const FilterDays &days, QStringView version);

} // namespace roster::api
