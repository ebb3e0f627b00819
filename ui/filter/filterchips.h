// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/filter/filteredit.h"

#include <QtWidgets/QWidget>

class QPushButton;

namespace roster {

class FilterChip;
class FlowLayout;
class Theme;

//! The chips of a filter in lines, with the words that join them, and "+ Filter" behind them. One
//! group stands in the open, several in frames. It shows and asks; it changes nothing by itself.
//! `theme` and `book` must outlive it.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    FilterChips(const Theme &theme, const ContactBook &book, QWidget *parent);

    //! Shows `filter`. Chips stay the same widgets unless their number changes; the keyboard stays
    //! where it is, or as near as possible.
    void setFilter(const ContactFilter &filter);
    //! Adds a button behind "+ Filter".
    void addButton(QPushButton *button);
    //! Gives the keyboard to the chip there, or to the nearest.
    void focusChip(ConditionPlace place);
    //! The chip there; nullptr when there is none.
    FilterChip *chipAt(ConditionPlace place) const;
    FilterChip *addChip() const { return m_add; }
    FilterChip *roleChip() const { return m_role; }
    int heightFor(int width) const;

Q_SIGNALS:
    void editRequested(roster::ConditionPlace place);
    void removeRequested(roster::ConditionPlace place);
    void switchRequested(roster::ConditionPlace place);
    void menuRequested(roster::ConditionPlace place, const QPoint &globalPosition);
    //! Something is to be added to `group`; one behind the last is a new group.
    void addRequested(int group, QWidget *anchor);
    void roleRequested();
    //! The word between the conditions of `group` is to be another; -1: between the groups.
    void joinRequested(int group);

private:
    struct Group
    {
        QWidget *frame = nullptr;
        FlowLayout *flow = nullptr;
        QList<FilterChip *> chips;
        QList<QPushButton *> joins;
        FilterChip *add = nullptr;
    };

    void rebuild(const ContactFilter &filter);
    void dispose();
    Group makeGroup(const FilterGroup &group, int number, bool isFramed);
    FilterChip *makeChip(QWidget *parent, ConditionPlace place);
    QPushButton *makeJoin(QWidget *parent, const QString &objectName, int group);
    void relabel(const ContactFilter &filter);
    void relabelJoin(QPushButton *join, FilterJoin how, bool areGroups);
    void setTabOrders();
    ConditionPlace focusedPlace() const;

    const Theme &m_theme;
    const ContactBook &m_book;
    FlowLayout *m_flow;
    FilterChip *m_role;
    FilterChip *m_add;
    QList<Group> m_groups;
    QList<QPushButton *> m_joins;
    QList<QPushButton *> m_buttons;
    QList<qsizetype> m_shape;
};

} // namespace roster
