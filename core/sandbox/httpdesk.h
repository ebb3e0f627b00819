// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/answer.h"
#include "core/sandbox/faultscript.h"
#include "core/sandbox/httpexchange.h"
#include "core/sandbox/ratewindow.h"
#include "core/sandbox/sandboxoptions.h"
#include "core/sandbox/seenrequest.h"

#include <QList>
#include <QMutex>
#include <QString>

#include <functional>
#include <optional>

namespace roster::sandbox {

class Workspace;
struct HttpTarget;

//! What stands between the wire and the workspace: token, version, rate limit, media types, faults,
//! the headers of every answer, and the log of what was seen. Knows no sockets.
//!
//! handle() belongs to one thread; everything else may be called from any.
class HttpDesk
{
public:
    explicit HttpDesk(const SandboxOptions &options);

    //! Answers \a call with the help of \a workspace, and notes it in the log.
    [[nodiscard]] HttpReply handle(const HttpCall &call, Workspace &workspace);

    //! The reply to what is no HTTP request: 400, 413 or 431. Is not logged.
    [[nodiscard]] HttpReply refusal(int status) const;

    void setToken(const QByteArray &token);
    void setLatency(int ms);
    void setRateLimit(int limit);
    void setFaults(const FaultScript &script); //!< counting begins anew

    [[nodiscard]] QList<SeenRequest> seen() const;
    [[nodiscard]] int count(const QByteArray &method, const QString &glob) const;
    void clearSeen();

private:
    struct Context; // what is known about the call at hand

    [[nodiscard]] bool isAuthorized(const QByteArray &authorization) const;
    [[nodiscard]] std::optional<Answer> objection(const HttpCall &call,
                                                  const Context &context) const;
    [[nodiscard]] Answer answer(const HttpCall &call, Context &context, Workspace &workspace) const;
    [[nodiscard]] HttpReply authorizedReply(const HttpCall &call, Context &context,
                                            Workspace &workspace);
    [[nodiscard]] HttpReply fileReply(const HttpCall &call, Context &context);
    [[nodiscard]] HttpReply reasonReply(int status, const Context &context) const;
    [[nodiscard]] HttpReply reply(const Answer &answer, const Context &context) const;
    [[nodiscard]] qint64 nowMs() const;

    void note(const HttpCall &call, const Context &context, const HttpReply &reply);

    const std::function<qint64()> m_clockMs;
    const bool m_keepsLog;
    mutable QMutex m_mutex; // guards all below
    QByteArray m_token;
    int m_latencyMs;
    RateWindow m_rate;
    FaultRun m_faults;
    QList<SeenRequest> m_seen;
};

} // namespace roster::sandbox
