// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactquery.h"
#include "core/store/contacttext.h"
#include "core/store/indexcolumns.h"
#include "core/store/slotorder.h"
#include "core/store/textarena.h"

namespace roster {

//! All that queries ask of the contacts, in memory: a text of each for words, small numbers for
//! conditions, and the order of every column. Takes in contacts one by one; orders follow when they
//! are asked for. Used in one thread at a time. About 180 bytes a contact; see footprint().
class ContactIndex
{
public:
    ContactIndex();

    //! Room for about so many contacts.
    void reserve(size_t contacts, size_t textBytes);
    //! Takes in a contact, new or changed. False: it does not fit in (the text has grown past what
    //! can be numbered, or a new key is not the largest): build a new index.
    bool put(const IndexedContact &contact);
    //! Forgets the contact, if it is there.
    void remove(RowKey key);
    //! Which attributes are dates. True: they are others than before, and the texts that are here
    //! are out of date.
    bool setDateAttributes(const QSet<QString> &names) { return m_words.setDateAttributes(names); }
    //! Folded names by id.
    void setTagNames(const QHash<QString, QString> &names);
    void setCompanyNames(const QHash<QString, QString> &names);
    void setAdminNames(const QHash<QString, QString> &names);
    //! Sorts every column of text now, so that the first click on one does not. False: stopped.
    bool sortColumns(const std::stop_token &stop);

    //! How many contacts there are.
    size_t count() const { return m_count; }
    const IndexColumns &columns() const { return m_columns; }
    const ContactText &words() const { return m_words; }
    const TextArena &texts() const { return m_texts; }
    //! The slots that hold a contact; its size is that of the index.
    const SlotSet &alive() const { return m_alive; }
    //! Counts changes: equal numbers, equal contents.
    quint64 version() const { return m_version; }
    //! The order of a column, up to date.
    const SlotOrder &order(SortColumn column);
    //! Bytes of memory in use, about.
    size_t footprint() const;

private:
    static constexpr size_t columnCount = static_cast<size_t>(SortColumn::UpdatedAt) + 1;
    struct Column
    {
        SlotOrder order;
        //! So much of m_log is in the order.
        size_t seen = 0;
    };

    Slot slotOf(RowKey key) const;
    void note(Slot slot);
    template <class F>
    void noteRenamed(SortColumn column, const SlotSet &renamed, F isConcerned);
    void settleAll();
    void settle(SortColumn column);
    void dropOrder(SortColumn column);
    void keepFewNumericOrders(SortColumn wanted);
    void compactIfWorthIt();
    void compact();

    IndexColumns m_columns;
    TextArena m_texts;
    ContactText m_words;
    SlotSet m_alive;
    size_t m_count = 0;
    quint64 m_version = 0;
    std::array<Column, columnCount> m_orders;
    //! Slots that changed; forgotten once every order that is kept has them in.
    std::vector<Slot> m_log;
    //! The numeric column that was asked for before the last one.
    std::optional<SortColumn> m_lastNumeric;
};

//! What contacts of the index are sorted by in one column.
class IndexSortSource final : public SortSource
{
public:
    IndexSortSource(const ContactIndex &index, SortColumn column)
        : m_index(index)
        , m_column(column)
    {
    }

    SortKey sortKey(Slot slot) const override;
    int compareRest(Slot a, Slot b) const override;
    bool isNumeric() const override;

private:
    std::string_view text(Slot slot) const;
    std::vector<quint32> ranks(Slot slot) const;
    SortKey rankKey(Slot slot) const;

    const ContactIndex &m_index;
    const SortColumn m_column;
};

} // namespace roster
