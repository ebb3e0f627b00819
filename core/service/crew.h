// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"

#include <functional>

namespace roster {

//! Works a list of steps off, several at a time. A step that fails does not stop the others; when
//! several in a row have failed, no more are begun. Settles its operation at the end, with the
//! first error if there was one, and is the child of it. Cancelling cancels the open steps.
class Crew : public QObject
{
    Q_OBJECT

public:
    //! Begins step `i` of the list; the handle is `owner`'s.
    using Step = std::function<OperationOf<Done> *(int i, QObject *owner)>;

    //! `width` tells how many may be open at once, asked anew before each.
    Crew(int steps, std::function<int()> width, Step step, OperationOf<Done> *operation);

private:
    void pump();
    void ended(const Result<Done> &end);

    OperationOf<Done> *m_operation;
    std::function<int()> m_width;
    Step m_step;
    const int m_steps;
    int m_next = 0;
    int m_open = 0;
    int m_failures = 0;
    std::optional<ApiError> m_error;
};

} // namespace roster
