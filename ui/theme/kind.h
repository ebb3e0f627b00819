// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QWidget;

namespace roster {

//! Names the look of a plain Qt widget to the style sheet (the dynamic property "kind") and
//! restyles it. Kinds: QPushButton "primary", "quiet", "link", "rowLink", "danger", "inverse",
//! "inverseStrong" (none: secondary, with a border); QToolButton "icon" (none: the same);
//! QLabel "caption", "muted", "small", "strong", "person", "sheetTitle", "pageTitle", "cardTitle",
//! "label", "problem", "badge"; QFrame "card", "toolbar", "surface", "sidebar", "strip", "list",
//! "line"; QRadioButton "segment".
void setKind(QWidget &widget, const QString &kind);

//! Sets a dynamic property that the style sheet selects by, and restyles \a widget when it changed.
void setStyleFlag(QWidget &widget, const char *property, const QVariant &value);

} // namespace roster
