// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>
#include <QtCore/QRunnable>
#include <QtCore/QThreadPool>

#include <utility>

namespace roster {

//! Runs `work()` in the thread pool and gives its value to `then(value)` in the application's
//! thread, where `context` lives, in a later turn of the event loop; not at all when `context` is
//! gone by then. `work` must not touch anything that belongs to another thread.
template <class Work, class Then>
void inBackground(QObject *context, Work work, Then then)
{
    // Not QFuture::then(): Qt 6.4 looks at the context in the thread of the pool, where it may go
    // at any moment.
    auto run = [guard = QPointer<QObject>(context), work = std::move(work),
                then = std::move(then)]() mutable {
        auto tell = [guard, then = std::move(then), value = work()]() mutable {
            if (guard)
                then(value);
        };
        if (QCoreApplication *application = QCoreApplication::instance())
            QMetaObject::invokeMethod(application, std::move(tell), Qt::QueuedConnection);
    };
    QThreadPool::globalInstance()->start(QRunnable::create(std::move(run)));
}

} // namespace roster
