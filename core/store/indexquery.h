// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "core/store/indexsearch.h"

#include <functional>

namespace roster {

//! Answers queries from an index.
class IndexQuery
{
public:
    //! `index` lives longer.
    explicit IndexQuery(ContactIndex &index)
        : m_index(index)
        , m_search(index)
    {
    }

    //! The keys that match, in order; nothing when it was stopped. `begin` is told the first of
    //! them before the rest is put in order.
    std::optional<std::vector<RowKey>> run(const ContactQuery &query, const std::stop_token &stop,
                                           const std::function<void(const FirstKeys &)> &begin);

private:
    //! How many slots have so many points.
    using Counts = std::array<size_t, 256>;
    //! The points of every slot, and of how many it cannot be told.
    struct Scores
    {
        std::vector<quint8> own;
        //! Those of the search as they are; else own.
        const std::vector<quint8> *shared = nullptr;
        qsizetype untold = 0;

        const std::vector<quint8> &points() const { return shared ? *shared : own; }
    };

    std::optional<Scores> scoresOf(const ContactQuery &query, const std::stop_token &stop);
    std::vector<RowKey> all(const SlotOrder &order, bool isDescending) const;
    std::vector<RowKey> first(const SlotOrder &order, bool isDescending,
                              const std::vector<quint8> &points, const Counts &counts) const;
    std::vector<RowKey> ranked(const SlotOrder &order, bool isDescending,
                               const std::vector<quint8> &points, const Counts &counts) const;

    ContactIndex &m_index;
    IndexSearch m_search;
};

} // namespace roster
