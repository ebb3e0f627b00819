// SPDX-License-Identifier: MIT
#include "core/sandbox/faultscript.h"

#include "core/sandbox/httprules.h"
#include "core/sandbox/servedfiles.h"

namespace roster::sandbox {

bool FaultRule::carriesOut() const
{
    switch (action) {
    case FaultAction::CloseBefore:
        return false;
    case FaultAction::CloseAfter:
    case FaultAction::Delay:
    case FaultAction::CutBody:
        return true;
    case FaultAction::Status:
    case FaultAction::Html:
    case FaultAction::Hang:
        return applied.value_or(false);
    case FaultAction::InvalidJson:
    case FaultAction::WrongType:
    case FaultAction::Empty:
        return applied.value_or(true);
    }
    return true;
}

FaultRun::FaultRun(const FaultScript &script)
{
    for (const FaultRule &rule : script.rules())
        m_rules.append({.rule = rule, .seen = 0, .acted = 0});
}

std::optional<FaultRule> FaultRun::next(const QByteArray &method, const QString &path)
{
    // Which picture is fetched when is chance: only rules that name such files have to do with
    // them.
    const bool isServed = isServedPath(path);
    Counted *due = nullptr;
    for (Counted &counted : m_rules) {
        if (isServed && !isServedPath(counted.rule.path))
            continue;
        const bool fits = (counted.rule.method == "*" || counted.rule.method == method) &&
                          matchesPath(counted.rule.path, path);
        if (!fits)
            continue;
        ++counted.seen;
        if (!due && isDue(counted))
            due = &counted;
    }
    if (!due)
        return std::nullopt;
    ++due->acted;
    return due->rule;
}

bool FaultRun::isDue(const Counted &counted)
{
    const FaultRule &rule = counted.rule;
    const int times = rule.times > 0 ? rule.times : rule.nth > 0 ? 1 : 0;
    if (times > 0 && counted.acted >= times)
        return false;
    if (rule.nth > 0)
        return counted.seen >= rule.nth;
    return rule.every <= 1 || counted.seen % rule.every == 0;
}

} // namespace roster::sandbox
