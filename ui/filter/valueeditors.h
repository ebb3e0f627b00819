// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "core/domain/filterdays.h"

class QWidget;

namespace roster {

class Theme;
class ValueEditor;

//! The editor for the values that `test` takes of `subject`; nullptr when it takes none. Two equal
//! keys of valueEditorKey() mean that the one of before can stay.
ValueEditor *makeValueEditor(const Theme &theme, const FilterSubject &subject, FilterTest test,
                             const ContactBook &book, const FilterDays &days, QWidget *parent);
//! Tells editors of one subject apart.
int valueEditorKey(const FilterSubject &subject, FilterTest test);

} // namespace roster
