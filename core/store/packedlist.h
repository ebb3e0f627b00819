// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/partiallist.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QStringList>

#include <vector>

namespace roster {

//! Ids as one text column: one a line, cheap to take apart by the hundred.
template <class T>
QString packed(const QList<T> &ids)
{
    QString text = QLatin1String("");
    for (const T &id : ids) {
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        text += id.text();
    }
    return text;
}

//! The list that packed() made.
template <class T>
PartialList<T> unpacked(const QString &text, int total)
{
    PartialList<T> list;
    list.total = total;
    if (text.isEmpty())
        return list;
    for (const QStringView part : QStringView(text).split(QLatin1Char('\n')))
        list.items.append(T(part.toString()));
    return list;
}

//! Ids as a JSON array, the form in which statements take lists.
template <class T>
QString jsonOf(const QList<T> &ids)
{
    QJsonArray array;
    for (const T &id : ids)
        array.append(id.text());
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

//! Keys as a JSON array.
inline QString jsonOf(const std::vector<qint64> &keys)
{
    QString text = QStringLiteral("[");
    for (const qint64 key : keys) {
        if (text.size() > 1)
            text += QLatin1Char(',');
        text += QString::number(key);
    }
    return text + QLatin1Char(']');
}

} // namespace roster
