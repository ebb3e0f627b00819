// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/changefeed.h"
#include "core/store/indexquery.h"
#include "core/store/keysjob.h"
#include "core/store/storevalues.h"

namespace roster {

//! Keeps an index true to the file: builds it, follows changes, answers queries. Used in the
//! index's thread alone.
class IndexKeeper
{
public:
    //! `stop` ends building.
    IndexKeeper(FactsReader facts, std::stop_token stop)
        : m_facts(std::move(facts))
        , m_stop(std::move(stop))
    {
    }

    //! Reads everything, unless there is an index. An error, also when it was stopped: there is
    //! none then.
    Result<Done> build(Database &file);
    //! Takes in what changed. False: the index has to be built again. Nothing to do without one.
    bool follow(Database &file, const StoreChanges &changes);
    //! Answers a query from the index; while there is none, from the file, and if that cannot,
    //! builds the index first.
    Result<std::vector<RowKey>> find(Database &file, const ContactQuery &query,
                                     const std::stop_token &stop, const KeysJob::Begin &begin);
    bool hasIndex() const { return m_held != nullptr; }
    //! Bytes of memory in use, about.
    size_t footprint() const { return m_held ? m_held->index.footprint() : 0; }

private:
    struct Held
    {
        ContactIndex index;
        IndexQuery query{index};
    };
    Result<Done> fill(Database &file, ContactIndex &index) const;
    bool followNames(Database &file, ContactIndex &index) const;
    bool followContacts(Database &file, const std::vector<RowKey> &keys, ContactIndex &index) const;

    const FactsReader m_facts;
    const std::stop_token m_stop;
    std::unique_ptr<Held> m_held;
};

} // namespace roster
