// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"
#include "core/net/endpoint.h"
#include "core/wire/httprequest.h"
#include "core/wire/httpresponse.h"

#include <QtCore/QObject>

#include <variant>

namespace roster {

//! Why a request got no usable answer.
struct SendFailure
{
    ErrorKind kind = ErrorKind::Offline;
    //! No byte of the request can have reached the server.
    bool neverLeft = false;
    //! Sending the same again would end the same: a redirect, an untrusted certificate.
    bool isFinal = false;
    //! The status, when the answer's head came and its body did not; else 0.
    int httpStatus = 0;
    //! Technical words without token or personal data.
    QString detail;

    friend bool operator==(const SendFailure &, const SendFailure &) = default;
};

//! An answer of any status, or why there is none.
using HttpOutcome = std::variant<HttpResponse, SendFailure>;

//! One request on its way. Owned by the transport; deletes itself after finished() or abort().
class Exchange : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Stops it; finished() does not come any more.
    virtual void abort() = 0;

Q_SIGNALS:
    //! Exactly once unless aborted, and never inside Transport::send().
    void finished(const roster::HttpOutcome &outcome);
};

//! Sends requests: once each, without any rule of its own about repeating.
class Transport
{
public:
    virtual ~Transport() = default;

    //! Where requests go from now on; what is under way is not touched.
    virtual void setEndpoint(const Endpoint &endpoint) = 0;
    virtual const Endpoint &endpoint() const = 0;

    //! Starts a request. The exchange is deleted by itself later; never null.
    virtual Exchange *send(const HttpRequest &request) = 0;
};

} // namespace roster
