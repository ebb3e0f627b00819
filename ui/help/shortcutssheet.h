// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/sheet.h"

#include <QtGui/QKeySequence>

namespace roster {

//! One line of the list of shortcuts.
struct ShortcutLine
{
    QString group;
    QString text;
    //! Any of them does it.
    QList<QKeySequence> keys;
};

//! The list of shortcuts, by group, as the window's actions have them.
class ShortcutsSheet : public Sheet
{
    Q_OBJECT

public:
    //! `lines` in the order shown; lines of a group stand together.
    ShortcutsSheet(const Theme &theme, const QList<ShortcutLine> &lines, QWidget *host);

private:
    QWidget *makeGroup(const QString &title, const QList<ShortcutLine> &lines);
};

//! The keys of a line as the platform writes them: "Ctrl+Z", "F5 or Ctrl+R".
QString keysText(const QList<QKeySequence> &keys);

} // namespace roster
