// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace roster::sandbox {

//! A request as the sandbox met it, in the order of arrival. For tests and benches, which count
//! here.
struct SeenRequest
{
    QByteArray method;
    QString path; //!< decoded; as sent when it could not be decoded
    QByteArray query;
    QByteArray body;
    QByteArray version;       //!< Intercom-Version as sent
    QByteArray authorization; //!< only for tests: never write it anywhere
    int status = 0;           //!< what was answered; 0 = closed or left hanging without an answer
    bool applied = false;     //!< the workspace carried it out and said 2xx, whatever was answered
    qint64 atMs = 0;          //!< Unix milliseconds of the arrival
};

} // namespace roster::sandbox
