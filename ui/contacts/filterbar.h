// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/filter/filteredit.h"

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;
class QScrollArea;

namespace roster {

class ConditionPopup;
class ElidedLabel;
class FilterChip;
class FilterChips;
class PickPopup;
class Theme;

//! The conditions of the table as chips: a click changes one in a small window, "+ Filter" lists
//! what can be asked, Delete removes, Ctrl+Space switches off and on. Groups stand in frames; the
//! "and" or "or" between chips and groups can be switched. The bar grows by lines, then scrolls. At
//! its end stands how many contacts there are. `theme` and `book` must outlive it.
class FilterBar : public QFrame
{
    Q_OBJECT

public:
    FilterBar(const Theme &theme, ContactBook &book, QWidget *parent = nullptr);

    //! The conditions, those that are off included; text and order are those of a new query.
    const ContactQuery &filter() const { return m_filter; }
    bool isFiltered() const;
    //! A condition about `field` is on.
    bool asksFor(FilterField field) const;

    //! By which days dates are told; the time zone is said where dates are entered.
    void setDays(const FilterDays &days) { m_days = days; }
    //! Adds a button behind the chips: "Save view". Shown and hidden by whoever added it.
    void addButton(QPushButton *button);

public Q_SLOTS:
    //! Shows the conditions of `query`; its text and order are not looked at. Emits nothing.
    void setFilter(const roster::ContactQuery &query);
    //! How many match, and how many there are in all (-1: not said).
    void setResultCount(int count, int total = -1);
    //! Of how many contacts it cannot be told yet whether they match; said in a line of its own
    //! below the chips, 0 says nothing.
    void setUntold(qsizetype count);
    //! Takes every condition away.
    void clear();
    //! Tags, companies, admins or attributes are called otherwise now.
    void namesChanged();
    //! Opens the list of what can be asked.
    void addFilter();

Q_SIGNALS:
    //! Somebody changed the conditions.
    void filterChanged(const roster::ContactQuery &filter);
    //! The archive was picked in the list of what can be asked.
    void archivedRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectChips();
    QString untoldText(int count) const;
    void updateHeight();
    void change(const ContactFilter &filter);
    void display(ContactFilter filter);

    // Editing (filterbarediting.cpp)
    void askSubject(int group, const QWidget &anchor);
    void offerSubjects(PickPopup *popup, int group);
    void editNew(int group, const FilterCondition &condition);
    void editAt(ConditionPlace place);
    void openEditor(const FilterCondition &condition, const QWidget &anchor, bool isNew);
    void takeEdited(const FilterCondition &condition);
    void editingEnded(bool isKept);
    void remove(ConditionPlace place);
    void switchOnOff(ConditionPlace place);
    void openMenu(ConditionPlace place, const QPoint &globalPosition);

    //! The condition that is being edited.
    struct Editing
    {
        ContactFilter before;
        ConditionPlace place;
        //! Of a new one that is not in the filter yet.
        int newGroup = -1;
    };

    const Theme &m_theme;
    ContactBook &m_book;
    ContactQuery m_filter;
    FilterDays m_days;
    Editing m_editing;
    QScrollArea *m_scroll;
    FilterChips *m_chips;
    QPushButton *m_clear;
    ElidedLabel *m_untold;
    QLabel *m_count;
};

} // namespace roster
