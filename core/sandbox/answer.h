// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>

#include <utility>

namespace roster::sandbox {

//! The workspace's answer to a Request: a status, a JSON body and the headers only the workspace
//! knows.
struct Answer
{
    int status = 200;
    QJsonValue body;                                  //!< an object; null means an empty body
    QList<std::pair<QByteArray, QByteArray>> headers; //!< X-Request-Id always, Link where needed

    //! The value of a header by its exact name; empty when it is not there.
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key == name)
                return value;
        }
        return {};
    }
};

} // namespace roster::sandbox
