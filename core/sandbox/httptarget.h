// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <optional>

namespace roster::sandbox {

//! A request target, taken apart.
struct HttpTarget
{
    QString path;    //!< decoded; an encoded slash stays "%2F", so that it makes no new segment
    QUrlQuery query; //!< a `+` is a space, as in forms
    QByteArray rawQuery;
};

//! Takes \a target apart; the absolute form ("http://host/path") is understood too. Nothing is
//! returned for a broken percent-encoding, text that is not UTF-8, a NUL, or no leading slash.
[[nodiscard]] std::optional<HttpTarget> parseTarget(const QByteArray &target);

} // namespace roster::sandbox
