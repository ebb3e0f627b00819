// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <utility>

namespace roster {

//! What a server answered, whatever its status.
struct HttpResponse
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    //! An earlier send of the same request left and got no usable answer: what is answered here may
    //! be its doing ("not found" after an archive whose answer was lost).
    bool isAfterUnanswered = false;

    //! The header's value; names are compared without case; empty when absent.
    QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
    bool isSuccess() const { return status >= 200 && status < 300; }

    friend bool operator==(const HttpResponse &, const HttpResponse &) = default;
};

} // namespace roster
