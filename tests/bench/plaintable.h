// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace roster::bench {

//! One measurement of the plain way.
struct PlainMeasure
{
    QString name;
    double ms = 0;
    int rows = 0;
};

//! The same questions put the plain way: a QSqlQueryModel over the store's file with a
//! QSortFilterProxyModel and a QTableView. `file` is opened read-only. Each search as LIKE with the
//! sort in SQL, each sort by the proxy.
QList<PlainMeasure> measurePlainTable(const QString &file, const QStringList &searches);

} // namespace roster::bench
