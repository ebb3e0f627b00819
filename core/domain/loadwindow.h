// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QString>

namespace roster {

//! One of the disjoint searches that a workspace is read by, and how far it has been read. Days are
//! whole days of the workspace's time zone, since Intercom's search cuts there.
struct LoadWindow
{
    //! Its place in the plan, from 0.
    int number = 0;
    //! Contacts created from the one day to the other, both included; not valid: no bound there.
    QDate firstDay;
    QDate lastDay;
    //! Contacts without a date of creation instead.
    bool isUndated = false;
    //! Of those only contacts whose id ends like this; empty: all of them.
    QString idEnding;

    //! Where reading goes on; empty: at the beginning.
    QString cursor;
    //! Contacts created later have been given to other windows since; not valid: none were.
    QDate lastOwnDay;
    //! The day that the last page ended in; not valid before the first page.
    QDate reachedDay;
    //! How many contacts there may be in it, a guess that nothing relies on, and how many have
    //! come.
    int expected = 0;
    int seen = 0;
    bool isDone = false;

    friend bool operator==(const LoadWindow &, const LoadWindow &) = default;
};

//! A walk through the whole workspace, as it is kept between two starts.
struct LoadState
{
    enum class Kind {
        None,
        FirstLoad, //!< Fills the store.
        Sweep,     //!< Looks for contacts that are gone.
    };

    Kind kind = Kind::None;
    //! When it began: Unix seconds of the server's clock.
    qint64 startedAt = 0;
    //! The store's number of a sweep.
    qint64 generation = 0;
    //! What the server claimed at the beginning.
    int total = 0;
    QList<LoadWindow> windows;

    friend bool operator==(const LoadState &, const LoadState &) = default;
};

} // namespace roster
