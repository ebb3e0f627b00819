// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace roster::sandbox {

//! What goes wrong. "Applied" says whether the workspace has carried the request out by default;
//! FaultRule::applied overrides it for those marked (*).
enum class FaultAction {
    Status,      //!< answers FaultRule::status instead; not applied (*)
    Delay,       //!< only late, otherwise the true answer; applied
    CutBody,     //!< the true answer, the connection closes in the middle of its body; applied
    InvalidJson, //!< the true answer's text, broken off: no JSON any more; applied (*)
    WrongType,   //!< the true answer with every member's type swapped; applied (*)
    Html,        //!< a proxy's page without any of Intercom's headers; status 403; not applied (*)
    Empty,       //!< the true status with no body at all; applied (*)
    CloseBefore, //!< the connection closes without an answer; not applied
    CloseAfter,  //!< the connection closes without an answer; applied
    Hang         //!< no answer, the connection stays open; not applied (*)
};

//! One rule: which requests, which of them, and what happens to those.
struct FaultRule
{
    QByteArray method = "*";             //!< "*" = any
    QString path = QStringLiteral("**"); //!< a glob, see matchesPath()
    int nth = 0;   //!< begins with the nth request that fits, counted from 1; 0 = not used
    int every = 0; //!< each time this many requests fit; 0 = not used
    int times = 0; //!< how often at most; 0 = once with nth, else without end
    FaultAction action = FaultAction::Status;
    int status = 0;  //!< 0 = the action's own (500, or the true answer's)
    int delayMs = 0; //!< the reply waits this long, with any action
    int bytes = -1;  //!< CutBody: bytes of the body that are sent; -1 = half of them
    QList<std::pair<QByteArray, std::optional<QByteArray>>> headers =
        {};                              //!< set, or nothing = left out
    std::optional<QByteArray> body = {}; //!< replaces the body
    std::optional<bool> applied = {};    //!< overrides what the action says

    //! Whether the workspace carries the request out although it goes wrong.
    [[nodiscard]] bool carriesOut() const;
};

//! A script of faults for the sandbox: what shall go wrong, and when.
//!
//! The file is JSON, an object with one member:
//!
//!     { "rules": [
//!         { "method": "POST", "path": "/contacts/*/archive", "nth": 3,
//!           "action": "status", "status": 429, "headers": { "Retry-After": "2",
//!           "X-RateLimit-Reset": null } },
//!         { "path": "/contacts/search", "every": 5, "action": "delay", "delayMs": 3000 },
//!         { "method": "PUT", "nth": 1, "times": 2, "action": "close-after" } ] }
//!
//! `method`: the HTTP method; left out or `*`: any.
//! `path`: a glob over the path; `*` and `?` stay in a segment, `**` is anything; left out: any.
//! `nth`: begin with the nth request that fits, counted from 1. `every`, instead of it: each time
//! this many fit.
//! `times`: at most so often; without it once for `nth`, without end otherwise.
//! `action`: `status`, `delay`, `cut-body`, `invalid-json`, `wrong-type`, `html`, `empty`,
//! `close-before`, `close-after`, `hang`.
//! `status`: 200 to 599; needed by `status`, allowed for those that answer.
//! `headers`: name → text, or null to leave a header out.
//! `body`: JSON, or a text that is sent as it is.
//! `delayMs`: the answer waits this long; with any action.
//! `bytes`: for `cut-body`, how much of the body is sent; without it half.
//! `applied`: true or false, whether the change happens nevertheless.
//!
//! Every rule counts every authorised request that fits it; of the rules that are due the first
//! acts. Pictures need no token and are met only by rules whose path begins with "/avatars/".
class FaultScript
{
public:
    FaultScript() = default;
    explicit FaultScript(QList<FaultRule> rules)
        : m_rules(std::move(rules))
    {
    }

    [[nodiscard]] const QList<FaultRule> &rules() const { return m_rules; }

private:
    QList<FaultRule> m_rules;
};

//! What parseFaultScript() gives: a script, or what is wrong with the text.
struct ParsedFaultScript
{
    FaultScript script;
    QString error; //!< empty when it worked; else names the line or the rule
};

//! Reads the JSON text of a script.
[[nodiscard]] ParsedFaultScript parseFaultScript(const QByteArray &json);

//! A script while it runs: counts the requests. Not thread-safe.
class FaultRun
{
public:
    explicit FaultRun(const FaultScript &script);

    //! Counts one request and gives the rule that acts on it, if any.
    std::optional<FaultRule> next(const QByteArray &method, const QString &path);

private:
    struct Counted
    {
        FaultRule rule;
        int seen = 0;
        int acted = 0;
    };
    static bool isDue(const Counted &counted);

    QList<Counted> m_rules;
};

} // namespace roster::sandbox
