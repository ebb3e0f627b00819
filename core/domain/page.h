// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace roster {

//! One page of a list. `next` is what to ask the following page with: a cursor, or a page number
//! where the list is paged by number; empty on the last page. `total` is what the server claims.
template <class T>
struct Page
{
    QList<T> items;
    QString next;
    int total = 0;

    friend bool operator==(const Page &, const Page &) = default;
};

} // namespace roster
