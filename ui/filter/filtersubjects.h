// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/tags/pickmodel.h"

namespace roster {

//! Something that contacts can be filtered by, in a list to pick from.
struct SubjectChoice
{
    PickItem item;
    FilterSubject subject;
};

//! Everything that can be asked in this workspace: the fields, then its custom attributes by name
//! with their types.
QList<SubjectChoice> subjectChoices(const ContactBook &book);

//! A new condition about `subject`, with the test that is wanted most and no values.
FilterCondition newCondition(const FilterSubject &subject);

} // namespace roster
