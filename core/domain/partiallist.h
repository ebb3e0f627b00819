// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>

namespace roster {

//! A list of which perhaps only the first entries are known: Intercom embeds at most ten tags,
//! companies or notes in a contact and tells the total beside them.
template <class T>
struct PartialList
{
    QList<T> items;
    //! How many there are in all; never less than items.size() once isComplete.
    int total = 0;

    //! Every entry is known.
    bool isComplete() const { return items.size() >= total; }

    //! A list of which nothing is missing.
    static PartialList complete(QList<T> all)
    {
        const int count = static_cast<int>(all.size());
        return {std::move(all), count};
    }

    friend bool operator==(const PartialList &, const PartialList &) = default;
};

} // namespace roster
