// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactrow.h"
#include "ui/contacts/keyset.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <list>
#include <unordered_map>
#include <vector>

namespace roster {

//! The rows of a long ordered list of keys that were looked at last. A row that is missing is read
//! together with its page of the list; the rows that were read and used longest ago go first. Rows
//! stay held by their key when the order changes. Knows nothing of models.
class RowWindow
{
public:
    using Read = std::function<QList<ContactRow>(const std::vector<RowKey> &)>;

    explicit RowWindow(Read read, int pageSize = 48, int maxRows = 2048)
        : m_read(std::move(read))
        , m_pageSize(pageSize)
        , m_maxRows(static_cast<size_t>(maxRows))
    {
    }

    //! The row of `order[row]`. The reference lives until the next call.
    const ContactRow &at(const std::vector<RowKey> &order, int row)
    {
        const RowKey key = order[static_cast<size_t>(row)];
        auto held = m_rows.find(key);
        if (held == m_rows.end()) {
            readPage(order, row / m_pageSize);
            held = m_rows.find(key);
        }
        m_batches.splice(m_batches.begin(), m_batches, held->second.batch);
        return held->second.row;
    }

    //! It can be had without reading.
    bool holds(RowKey key) const { return m_rows.find(key) != m_rows.end(); }

    //! Those of the `count` keys from `order[first]` on that are not held.
    std::vector<RowKey> missing(const std::vector<RowKey> &order, int first, int count) const
    {
        const auto begin = order.begin() + first;
        std::vector<RowKey> keys;
        std::copy_if(begin, begin + count, std::back_inserter(keys),
                     [this](RowKey key) { return !holds(key); });
        return keys;
    }

    //! Holds what was read of `keys`, in their order.
    void put(const std::vector<RowKey> &keys, QList<ContactRow> rows)
    {
        while (!m_batches.empty() &&
               (m_rows.size() + keys.size() > m_maxRows || m_batches.size() >= maxBatches))
            dropOldest();
        // A row that could not be read keeps its place, and its key.
        rows.resize(static_cast<qsizetype>(keys.size()));
        m_batches.push_front(keys);
        for (size_t i = 0; i < keys.size(); ++i) {
            ContactRow &row = rows[static_cast<qsizetype>(i)];
            row.key = keys[i];
            m_rows[keys[i]] = {std::move(row), m_batches.begin()};
        }
    }

    //! The next look at one of `keys` reads it again.
    void forget(const KeySet &keys)
    {
        std::erase_if(m_rows, [&](const auto &held) { return keys.contains(held.first); });
    }

    //! Calls `f(const ContactRow &)` for every row held.
    template <class F>
    void forEachHeld(F f) const
    {
        for (const auto &[key, held] : m_rows)
            f(held.row);
    }

    int heldRows() const { return static_cast<int>(m_rows.size()); }

private:
    static constexpr size_t maxBatches = 256;
    //! Rows that were read together are dropped together.
    using Batch = std::vector<RowKey>;
    struct Held
    {
        ContactRow row;
        std::list<Batch>::iterator batch;
    };

    void readPage(const std::vector<RowKey> &order, int number)
    {
        const int first = number * m_pageSize;
        const Batch keys =
            missing(order, first, std::min(m_pageSize, static_cast<int>(order.size()) - first));
        put(keys, m_read(keys));
    }

    void dropOldest()
    {
        const auto oldest = std::prev(m_batches.end());
        for (const RowKey key : *oldest) {
            const auto held = m_rows.find(key);
            if (held != m_rows.end() && held->second.batch == oldest)
                m_rows.erase(held);
        }
        m_batches.pop_back();
    }

    Read m_read;
    int m_pageSize;
    size_t m_maxRows;
    std::unordered_map<RowKey, Held> m_rows;
    std::list<Batch> m_batches;
};

} // namespace roster
