// SPDX-License-Identifier: MIT
// How the filter bar's conditions are added and changed.
#include "ui/contacts/filterbar.h"

#include "ui/contacts/pickpopup.h"
#include "ui/filter/conditionpopup.h"
#include "ui/filter/filterchips.h"
#include "ui/filter/filtersubjects.h"
#include "ui/widgets/filterchip.h"

#include <QtWidgets/QMenu>

#include <algorithm>
#include <utility>

namespace roster {

namespace {

const QString NewGroup = QStringLiteral("newGroup");
const QString Archived = QStringLiteral("archived");

} // namespace

void FilterBar::addFilter()
{
    m_chips->addChip()->click();
}

void FilterBar::askSubject(int group, const QWidget &anchor)
{
    auto *popup = new PickPopup(m_theme, this);
    offerSubjects(popup, group);
    popup->openBelow(anchor);
}

void FilterBar::offerSubjects(PickPopup *popup, int group)
{
    const QList<SubjectChoice> choices = subjectChoices(m_book);
    QList<PickItem> items;
    for (const SubjectChoice &choice : choices)
        items.append(choice.item);
    items.append({Archived, tr("Archived"), tr("their own list"), false});
    const auto groups = static_cast<int>(m_filter.filter.groups.size());
    if (groups == 1 && group == 0)
        items.append({NewGroup, tr("New group…"), tr("and / or"), false});
    popup->ask(tr("Filter by"), items, [this, popup, choices, group, groups](const QString &id) {
        if (id == NewGroup)
            return offerSubjects(popup, groups);
        if (id == Archived)
            return Q_EMIT archivedRequested();
        const auto chosen = std::find_if(choices.begin(), choices.end(), [&id](const auto &choice) {
            return choice.item.id == id;
        });
        popup->close();
        editNew(group, newCondition(chosen->subject));
    });
}

void FilterBar::editNew(int group, const FilterCondition &condition)
{
    m_editing = {m_filter.filter, {}, group};
    const bool isQuickRole =
        condition.subject.field == FilterField::Role && m_chips->roleChip()->isVisible();
    openEditor(condition, isQuickRole ? *m_chips->roleChip() : *m_chips->addChip(), true);
}

void FilterBar::editAt(ConditionPlace place)
{
    const FilterCondition *condition = conditionAt(m_filter.filter, place);
    if (!condition)
        return;
    m_editing = {m_filter.filter, place, -1};
    openEditor(*condition, *m_chips->chipAt(place), false);
}

void FilterBar::openEditor(const FilterCondition &condition, const QWidget &anchor, bool isNew)
{
    auto *popup = new ConditionPopup(m_theme, m_book, m_days, this);
    popup->edit(condition, isNew);
    connect(popup, &ConditionPopup::changed, this, &FilterBar::takeEdited);
    connect(popup, &ConditionPopup::ended, this, &FilterBar::editingEnded);
    connect(popup, &ConditionPopup::removeRequested, this, [this] { remove(m_editing.place); });
    popup->openBelow(anchor);
}

void FilterBar::takeEdited(const FilterCondition &condition)
{
    ContactFilter filter = m_filter.filter;
    if (!m_editing.place.isValid())
        m_editing.place = addCondition(filter, m_editing.newGroup, condition);
    else if (conditionAt(filter, m_editing.place))
        filter.groups[m_editing.place.group].conditions[m_editing.place.index] = condition;
    change(filter);
}

void FilterBar::editingEnded(bool isKept)
{
    const ConditionPlace place = m_editing.place;
    if (!isKept)
        change(m_editing.before);
    // What was edited has the keyboard next: its chip may be a new one.
    if (FilterChip *chip = m_chips->chipAt(place))
        chip->setFocus(Qt::PopupFocusReason);
    else
        m_chips->addChip()->setFocus(Qt::PopupFocusReason);
}

void FilterBar::remove(ConditionPlace place)
{
    ContactFilter filter = m_filter.filter;
    removeCondition(filter, place);
    change(filter);
}

void FilterBar::switchOnOff(ConditionPlace place)
{
    ContactFilter filter = m_filter.filter;
    if (!conditionAt(filter, place))
        return;
    bool &isOn = filter.groups[place.group].conditions[place.index].isOn;
    isOn = !isOn;
    change(filter);
}

void FilterBar::openMenu(ConditionPlace place, const QPoint &globalPosition)
{
    const FilterCondition *condition = conditionAt(m_filter.filter, place);
    if (!condition)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("filterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Edit…")), &QAction::triggered, this,
            [this, place] { editAt(place); });
    connect(menu->addAction(condition->isOn ? tr("Switch off") : tr("Switch on")),
            &QAction::triggered, this, [this, place] { switchOnOff(place); });
    QAction *move = menu->addAction(tr("Move to a group of its own"));
    move->setEnabled(m_filter.filter.groups.at(place.group).conditions.size() > 1);
    connect(move, &QAction::triggered, this, [this, place] {
        ContactFilter filter = m_filter.filter;
        moveToOwnGroup(filter, place);
        change(filter);
    });
    menu->addSeparator();
    connect(menu->addAction(tr("Remove")), &QAction::triggered, this,
            [this, place] { remove(place); });
    menu->popup(globalPosition);
}

} // namespace roster
