// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QPushButton>
#include <QToolButton>

namespace roster {

//! Plain Qt buttons with their look, object name and accessible name set. The parent owns them.
//! \a text may hold a mnemonic (&).

//! The one button of a view that does what the view is for.
QPushButton *makePrimaryButton(const QString &objectName, const QString &text, QWidget *parent);
//! A button with a border.
QPushButton *makeButton(const QString &objectName, const QString &text, QWidget *parent);
//! A button that shows its ground only under the pointer.
QPushButton *makeQuietButton(const QString &objectName, const QString &text, QWidget *parent);
//! A button for what destroys; never the default one.
QPushButton *makeDangerButton(const QString &objectName, const QString &text, QWidget *parent);
//! Words in the accent colour, as "Add" beside a caption.
QPushButton *makeLinkButton(const QString &objectName, const QString &text, QWidget *parent);
//! A symbol alone; \a name is its tool tip and accessible name.
QToolButton *makeIconButton(const Theme &theme, const QString &objectName, Icons::Name icon,
                            const QString &name, QWidget *parent);

} // namespace roster
