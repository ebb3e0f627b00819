// SPDX-License-Identifier: MIT
#include "core/service/crew.h"

namespace roster {

namespace {

constexpr int MostFailures = 3;

} // namespace

Crew::Crew(int steps, std::function<int()> width, Step step, OperationOf<Done> *operation)
    : QObject(operation)
    , m_operation(operation)
    , m_width(std::move(width))
    , m_step(std::move(step))
    , m_steps(steps)
{
    operation->setCanceller([this] {
        for (auto *open : findChildren<Operation *>(QString(), Qt::FindDirectChildrenOnly))
            open->cancel();
    });
    pump();
}

void Crew::pump()
{
    while (m_next < m_steps && m_open < m_width() && m_failures < MostFailures) {
        ++m_open;
        m_step(m_next++, this)->onFinished(this, [this](const Result<Done> &end) { ended(end); });
    }
    if (m_open > 0)
        return;
    m_error ? m_operation->settle(*m_error) : m_operation->settle(Done{});
}

void Crew::ended(const Result<Done> &end)
{
    --m_open;
    if (m_operation->isSettled())
        return;
    m_failures = end ? 0 : m_failures + 1;
    if (!end && !m_error)
        m_error = end.error();
    pump();
}

} // namespace roster
