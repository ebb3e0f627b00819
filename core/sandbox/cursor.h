// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace roster::sandbox {

//! The place a cursor list goes on from: base64 of [sort value in ms, id, page number].
struct Cursor
{
    QJsonValue sortValue; //!< what the last record was sorted by; null when it has none
    QString id;           //!< the last record's id
    qint64 page = 1;      //!< the number of the page that follows

    [[nodiscard]] QString encoded() const;
    //! Nothing when \a text is no cursor of any list.
    [[nodiscard]] static std::optional<Cursor> decode(const QString &text);
};

} // namespace roster::sandbox
