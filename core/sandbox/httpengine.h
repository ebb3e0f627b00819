// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/httpexchange.h"
#include "core/sandbox/sandboxoptions.h"

#include <QString>

#include <functional>
#include <memory>

namespace roster::sandbox {

//! HTTP/1.1 on 127.0.0.1: one thread, one coroutine a connection, replies held back by timers.
//! Whatever arrives, it goes on serving. Its source is the one file that includes Boost.
class HttpEngine
{
public:
    using Handler = std::function<HttpReply(const HttpCall &)>;
    using Refusal = std::function<HttpReply(int status)>;

    //! Both functions are called on the thread that is in run(); \a refusal for what is no HTTP.
    HttpEngine(HttpLimits limits, Handler handler, Refusal refusal);
    ~HttpEngine();
    HttpEngine(const HttpEngine &) = delete;
    HttpEngine &operator=(const HttpEngine &) = delete;

    //! Opens \a port (0 = any free one). Empty when it worked, else why not.
    [[nodiscard]] QString listen(quint16 port);
    [[nodiscard]] quint16 port() const;

    //! Serves until stop().
    void run();

    //! Ends run(): closes the port and every connection. From any thread.
    void stop();

    //! Runs \a task inside run(). From any thread.
    void post(std::function<void()> task);

    //! True: closes the port, though it stays ours, and every connection. Only inside run().
    void refuse(bool isRefusing);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace roster::sandbox
