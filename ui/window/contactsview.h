// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactquery.h"
#include "core/service/syncer.h"
#include "ui/contacts/contactselection.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/theme/icons.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace roster {

class Actions;
class Banner;
class ContactTableView;
class EmptyState;
class FilterBar;
class FoundBook;
class RemoteFinder;
class SelectionBar;
class Session;
class SkeletonOverlay;
class Theme;

//! The middle of the window: filters, the table with its states (loading, empty, no results), and
//! the bar that floats while something is selected.
class ContactsView : public QWidget
{
    Q_OBJECT

public:
    ContactsView(const Theme &theme, Session &session, const Actions &actions, QWidget *parent);

    ContactTableModel &model() { return *m_model; }
    ContactSelection &selection() { return *m_selection; }
    ContactTableView &table() { return *m_table; }
    FilterBar &filters() { return *m_filters; }
    RemoteFinder &finder() { return *m_finder; }

    //! What is asked for besides text and order: from sidebar and filter bar.
    void setFilter(const ContactQuery &filter);
    //! The text of the search field; taken after a short rest in typing.
    void setText(const QString &text);
    //! Takes what was typed just now without a rest.
    void settleText();
    //! Text, conditions and order at once, as a saved view has them.
    void showQuery(const ContactQuery &query);
    //! How many contacts there are to filter.
    void setTotal(int total);
    //! By which days dates in filters are told: the workspace's, now.
    FilterDays days() const;
    //! Takes text and filters away.
    void clearFilters();
    //! Asks Intercom what the table is asked.
    void searchRemotely();
    //! Selects the contact once it is in the table; takes filters away when they hide it.
    void reveal(const ContactId &id);
    //! The table shows what Intercom found, not what the store holds.
    bool isShowingFound() const;
    //! A contact is waited for, to be selected.
    bool isRevealing() const { return !m_wanted.isEmpty(); }

Q_SIGNALS:
    void selectionChanged();
    void menuRequested(const QPoint &globalPosition);
    void newContactRequested();
    //! "Try again" where a refresh failed and nothing is there to show.
    void refreshRequested();
    //! Text and filters were taken away.
    void filtersCleared();
    //! How many of all contacts the table shows; -1 while it shows all of them.
    void counted(int found, int total);

private:
    void build(const Actions &actions);
    void fillSelectionBar(const Actions &actions);
    void connectModel();
    void connectFinding(const Actions &actions);
    void applyQuery();
    bool isNarrowed() const;
    void tellCount();
    void waitForTomorrow();
    void showState();
    bool tellEmpty(Icons::Name icon, const QString &title, const QString &text);
    QString noResultsText() const;
    void tellUntold(qsizetype count);
    void showEmpty();
    void showNoResults();
    void showSelectionBar();
    QString selectionText(int hidden) const;
    void revealWanted();

    const Theme &m_theme;
    Session &m_session;
    FoundBook *m_book;
    ContactTableModel *m_model;
    ContactSelection *m_selection;
    ContactTableView *m_table;
    FilterBar *m_filters;
    Banner *m_banner;
    RemoteFinder *m_finder;
    SelectionBar *m_bar;
    SkeletonOverlay *m_skeleton;
    EmptyState *m_empty;
    ContactQuery m_filter;
    QString m_text;
    QTimer m_typing;
    QTimer m_tomorrow;
    int m_total = 0;
    ContactId m_wanted;
};

} // namespace roster
