// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/contactquery.h"

namespace roster {

//! A part of a query that Intercom's search cannot be asked: one condition, or the words in the
//! search field.
struct UnaskedPart
{
    bool isText = false;
    //! Means nothing when it is the words.
    FilterCondition condition;

    friend bool operator==(const UnaskedPart &, const UnaskedPart &) = default;
};

//! What Intercom found; the store has all of it.
struct RemoteFindings
{
    QList<ContactId> ids;
    //! The search was ended before its last page: there are more.
    bool isCut = false;

    friend bool operator==(const RemoteFindings &, const RemoteFindings &) = default;
};

//! Finding contacts on Intercom that the store may not hold yet, by the same query as the table's.
//! UI thread.
class RemoteSearch
{
public:
    virtual ~RemoteSearch() = default;

    //! What would be left out of a search for `query`; more would be found then. Pure.
    virtual QList<UnaskedPart> unaskedParts(const ContactQuery &query) const = 0;
    //! Searches (POST /contacts/search) for what can be asked of `query` and stores what it finds
    //! before it finishes. Refused with Invalid when nothing of it can be asked.
    virtual OperationOf<RemoteFindings> *search(const ContactQuery &query) = 0;
};

} // namespace roster
