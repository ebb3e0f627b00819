// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/keysoperation.h"
#include "core/domain/contactbook.h"
#include "ui/contacts/cellwords.h"
#include "ui/contacts/changeplan.h"
#include "ui/contacts/rowwindow.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QElapsedTimer>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace roster {

//! The contacts of one query as a table: the keys in their order, and a window of rows that is read
//! from the book as it is looked at. `rowCount()` is always exact.
//!
//! The order of a query is worked out elsewhere: the rows of before stay until it is here, and an
//! answer to an older query is dropped. Facts about contacts come in through the slots; they are
//! gathered for one turn of the event loop, then changed rows are told, and the order is asked for
//! anew and applied with the fewest changes. The model is reset only when a new query's order
//! comes. `book` must outlive it.
class ContactTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum DataRole {
        RowRole = Qt::UserRole + 1, //!< ContactRow.
        KeyRole,                    //!< RowKey as qlonglong.
        SummaryRole,                //!< The row in one sentence.
    };

    //! `now`: Unix seconds, what "2 h ago" is told by.
    ContactTableModel(ContactBook &book, std::function<qint64()> now, QObject *parent = nullptr);

    const ContactQuery &query() const { return m_query; }
    //! Asks for the order of `query`. Nothing happens when it is the present one.
    void setQuery(const ContactQuery &query);
    //! The order of the present query is not here yet.
    bool isLoading() const { return m_isNewQuery; }
    //! An order has been here at least once.
    bool hasLoaded() const { return m_hasLoaded; }

    const std::vector<RowKey> &order() const { return m_order; }
    //! The row of `row`; read when needed. The reference lives until the next call.
    const ContactRow &rowAt(int row) const { return m_window.at(m_order, row); }
    //! The row can be shown without reading it.
    bool isHeld(int row) const { return m_window.holds(keyAt(row)); }
    //! Has these rows read in a thread; fetched() follows, unless another fetch or a change comes
    //! first.
    void fetch(RowSpan rows);
    RowKey keyAt(int row) const { return m_order[static_cast<size_t>(row)]; }
    ContactId idAt(int row) const { return rowAt(row).id; }
    //! -1 when it is not in the table.
    int rowOf(RowKey key) const;
    int rowOf(const ContactId &id) const;
    const CellWords &words() const { return m_words; }
    ContactBook &book() const { return m_book; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    //! Changes the query's order. While words are looked for, the column alone decides from then
    //! on.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

public Q_SLOTS:
    //! These contacts are new in the book or changed there (also: restored).
    void contactsStored(const QList<roster::ContactId> &ids);
    //! These have left the book (archived, vanished).
    void contactsRemoved(const QList<roster::ContactId> &ids);
    //! Tags, companies or admins are called otherwise now.
    void namesChanged();
    //! Asks for the order of the present query, for the first time or again.
    void refresh();

Q_SIGNALS:
    //! A new query's order is on its way.
    void loading();
    //! An order arrived and was applied.
    void loaded();
    //! The book could not answer; the rows of before stay.
    void failed(const roster::ApiError &error);
    //! Rows that were asked for by fetch() are held.
    void fetched();
    void queryChanged(const roster::ContactQuery &query);
    //! Around every change of order(), whatever signals of the base class tell it.
    void orderAboutToChange(bool isNewQuery);
    void orderChanged(bool isNewQuery);
    //! Contacts have left the book. `keys` are those of them whose key is known: perhaps none. The
    //! others are not in order() any more when loaded() comes next.
    void keysGone(const roster::KeySet &keys);

private:
    void ask();
    void take(std::vector<RowKey> order);
    void flushFacts();
    void flushRemoved();
    void flushStored();
    void takeOut(const KeySet &keys);
    void tellChanged(const KeySet &keys);
    void forget(const KeySet &keys);
    void dropFetch();
    KeySet heldKeysOf(const QList<ContactId> &ids) const;
    void planElsewhere(std::vector<RowKey> order);
    void endTaking();
    void apply(const ChangePlan &plan, std::vector<RowKey> order);
    void applySteps(const ChangePlan &plan, const std::vector<RowKey> &order);
    void applyLayout(const ChangePlan &plan, std::vector<RowKey> order);
    void append(const std::vector<RowKey> &keys);
    void removeRowsOf(RowSpan span);
    void permute(std::vector<RowKey> order);
    void scheduleRefresh();

    ContactBook &m_book;
    CellWords m_words;
    mutable RowWindow m_window;
    QPointer<Operation> m_fetching;
    std::vector<RowKey> m_order;
    //! Changes with m_order.
    quint64 m_orderVersion = 0;
    ContactQuery m_query;
    QPointer<KeysOperation> m_asked;
    quint64 m_generation = 0;
    bool m_isNewQuery = false;
    bool m_hasLoaded = false;
    bool m_isAsking = false;
    //! An order is here, and how to get to it is found out; the number tells the latest.
    bool m_isPlanning = false;
    quint64 m_planNumber = 0;
    bool m_isStale = false;
    QElapsedTimer m_askedSince;
    QElapsedTimer m_answeredSince;
    qint64 m_lastTookMs = 0;
    QTimer m_refreshTimer;
    QTimer m_factsTimer;
    QList<ContactId> m_stored;
    QList<ContactId> m_removed;
    //! Taken out since the order was last asked for: an answer from before must not bring them
    //! back.
    KeySet m_gone;
};

} // namespace roster

Q_DECLARE_METATYPE(roster::ContactRow)
