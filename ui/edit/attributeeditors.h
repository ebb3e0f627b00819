// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"
#include "core/domain/dataattribute.h"

#include "ui/text/fieldtext.h"

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

class QWidget;

namespace roster {

class FieldEditor;
class Theme;

//! The attributes that a form for `contact` shows: those of the workspace that may be written, and
//! those that only the record has, with the type that their values suggest. By label.
QList<DataAttribute> editableAttributes(const QList<DataAttribute> &known, const Contact *contact);

//! An editor for values of the attribute's type; it can be unset. Its widget belongs to `parent`
//! and is called `objectName` with the kind of the widget at its end.
FieldEditor *makeAttributeEditor(const Theme &theme, const DataAttribute &attribute,
                                 const QString &objectName, const QTimeZone &zone, QWidget *parent);

} // namespace roster
