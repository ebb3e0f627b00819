// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactquery.h"
#include "core/domain/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QUuid>

namespace roster {

//! A query under a name, with the look of the table. A value; the filter may hold conditions that
//! are off.
struct SavedView
{
    //! Stays when the view is renamed.
    QUuid id;
    QString name;
    QString text;
    ContactFilter filter;
    SortColumn sortColumn = SortColumn::LastSeenAt;
    Qt::SortOrder sortOrder = Qt::DescendingOrder;
    //! Widths, order and visibility of the columns as the window writes them; core only keeps them.
    QByteArray columns;

    //! What the table is asked for. `days` is the caller's, for dates belong to where one is.
    ContactQuery query(const FilterDays &days) const;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

//! The views in their order, as a file that people may keep and hand on: JSON with a version.
//! Conditions that cannot be asked are left out.
QByteArray savedViewsToJson(const QList<SavedView> &views);
//! Reads it back. All or nothing: a file of a newer version, words and members that are not known,
//! and conditions that cannot be asked are refused, an error of kind Protocol names the place.
Result<QList<SavedView>> savedViewsFromJson(const QByteArray &json);

} // namespace roster
