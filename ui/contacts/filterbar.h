// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace roster {

class FilterChip;
class PickPopup;
class Theme;

//! The conditions of the table as chips in a row: role, tag, company, owner; what is not set is
//! behind "+ Filter". At the row's end stands how many contacts there are. `theme` and `book` must
//! outlive it.
class FilterBar : public QFrame
{
    Q_OBJECT

public:
    FilterBar(const Theme &theme, ContactBook &book, QWidget *parent = nullptr);

    //! Role, tag, company and owner; text and order are those of a new query.
    const ContactQuery &filter() const { return m_filter; }
    bool isFiltered() const;

public Q_SLOTS:
    //! Shows the conditions of `query`; its text and order are not looked at. Emits nothing.
    void setFilter(const roster::ContactQuery &query);
    void setResultCount(int count);
    //! Takes every condition away.
    void clear();
    //! Tags, companies or admins are called otherwise now.
    void namesChanged();

Q_SIGNALS:
    //! Somebody changed the conditions.
    void filterChanged(const roster::ContactQuery &filter);

private:
    FilterChip *makeChip(const QString &objectName, bool isRemovable);
    void connectChips();
    void change(const ContactQuery &filter);
    void relabel();
    void openRoles();
    void openPopup(const QWidget &chip, void (FilterBar::*ask)(PickPopup *));
    void askConditions(PickPopup *popup);
    void askTag(PickPopup *popup);
    void askCompany(PickPopup *popup);
    void askOwner(PickPopup *popup);

    const Theme &m_theme;
    ContactBook &m_book;
    ContactQuery m_filter;
    FilterChip *m_role;
    FilterChip *m_tag;
    FilterChip *m_company;
    FilterChip *m_owner;
    FilterChip *m_add;
    QPushButton *m_clear;
    QLabel *m_count;
};

} // namespace roster
