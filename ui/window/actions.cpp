// SPDX-License-Identifier: MIT
#include "ui/window/actions.h"

#include "ui/theme/theme.h"
#include "ui/window/actiontable.h"

#include <QtWidgets/QWidget>

namespace roster {

namespace {

QString groupTitle(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Contacts:
        return Actions::tr("Contacts");
    case ActionGroup::Selection:
        return Actions::tr("Undo and selection");
    case ActionGroup::View:
        return Actions::tr("View");
    case ActionGroup::Program:
        break;
    }
    return Actions::tr("Roster");
}

QList<ActionRow> allRows()
{
    return contactActionRows() + windowActionRows();
}

} // namespace

Actions::Actions(QWidget &window, const Theme &theme)
    : QObject(&window)
{
    for (const ActionRow &row : allRows()) {
        auto *action = new QAction(tr(row.text), this);
        action->setObjectName(QLatin1String(row.name));
        action->setShortcuts(row.keys);
        // Return is for the table only: in a field or on a button it means something else.
        action->setShortcutContext(row.id == ActionId::OpenContact ? Qt::WidgetShortcut
                                                                   : Qt::WindowShortcut);
        if (row.icon)
            action->setIcon(theme.icon(*row.icon));
        window.addAction(action);
        m_actions.insert(row.id, action);
    }
    // Where there is little room.
    m_actions.value(ActionId::AddTag)->setIconText(tr("Tag"));
    m_actions.value(ActionId::AttachCompany)->setIconText(tr("Company"));
    m_actions.value(ActionId::Export)->setIconText(tr("Export"));
}

QList<ShortcutLine> Actions::shortcuts() const
{
    QList<ShortcutLine> lines;
    for (const ActionRow &row : allRows()) {
        if (!row.keys.isEmpty())
            lines.append({groupTitle(row.group), tr(row.text), row.keys});
    }
    return lines;
}

} // namespace roster
