// SPDX-License-Identifier: MIT
#include <utility> // first: Asio 1.74 uses std::exchange without including it

#include "core/sandbox/httpengine.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include "core/sandbox/httprules.h"

#include <QtGlobal>

#include <chrono>
#include <exception>
#include <optional>
#include <unordered_set>
#include <vector>

namespace roster::sandbox {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;
using Error = boost::system::error_code;
using std::chrono::milliseconds;
using Parser = http::request_parser<http::string_body>;

namespace {

auto into(Error &error)
{
    return net::redirect_error(net::use_awaitable, error);
}

QByteArray bytes(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

HttpCall callFrom(const Parser::value_type &message)
{
    const std::string &body = message.body();
    return {.method = bytes(message.method_string()),
            .target = bytes(message.target()),
            .host = bytes(message[http::field::host]),
            .authorization = bytes(message[http::field::authorization]),
            .version = bytes(message["Intercom-Version"]).trimmed(),
            .accept = bytes(message[http::field::accept]),
            .contentType = bytes(message[http::field::content_type]),
            .contentEncoding = bytes(message[http::field::content_encoding]),
            .body = QByteArray(body.data(), static_cast<qsizetype>(body.size()))};
}

//! The status that answers a request that could not be read; 0 when there is nobody to answer.
int statusOf(const Error &error)
{
    if (error == http::error::header_limit)
        return 431;
    if (error == http::error::body_limit)
        return 413;
    if (error == http::error::end_of_stream || error == http::error::partial_message)
        return 0;
    return error.category() == http::make_error_code(http::error::bad_method).category() ? 400 : 0;
}

//! One client's connection. Lives as long as its coroutine.
struct Connection
{
    explicit Connection(tcp::socket socket)
        : stream(std::move(socket))
        , timer(stream.get_executor())
    {
    }

    // Every operation that waits ends with an error, and the coroutine with it.
    void close()
    {
        isOpen = false;
        stream.close();
        timer.cancel();
    }

    beast::tcp_stream stream;
    net::steady_timer timer;
    beast::flat_buffer buffer;
    bool isOpen = true;
};

} // namespace

struct HttpEngine::Private
{
    using ConnectionPtr = std::shared_ptr<Connection>;

    Private(HttpLimits l, Handler h, Refusal r)
        : limits(l)
        , handler(std::move(h))
        , refusal(std::move(r))
    {
    }

    Error bind(quint16 port);
    void startAccepting();
    void closeConnections();
    net::awaitable<void> acceptAll();
    net::awaitable<void> serve(ConnectionPtr connection);
    net::awaitable<bool> serveOne(ConnectionPtr connection);
    net::awaitable<Error> read(ConnectionPtr connection, Parser &parser);
    net::awaitable<bool> deliver(ConnectionPtr connection, HttpReply reply, bool keepAlive,
                                 bool headOnly);
    net::awaitable<void> drain(ConnectionPtr connection);

    const HttpLimits limits;
    const Handler handler;
    const Refusal refusal;
    net::io_context io{1};
    net::executor_work_guard<net::io_context::executor_type> work{io.get_executor()};
    tcp::acceptor acceptor{io};
    quint16 port = 0;
    bool isRefusing = false; // no connection is taken any more, not even one just accepted
    std::unordered_set<ConnectionPtr> connections;
};

HttpEngine::HttpEngine(HttpLimits limits, Handler handler, Refusal refusal)
    : d(std::make_unique<Private>(limits, std::move(handler), std::move(refusal)))
{
}

HttpEngine::~HttpEngine() = default;

Error HttpEngine::Private::bind(quint16 wanted)
{
    Error error;
    acceptor.close(error);
    acceptor.open(tcp::v4(), error);
    if (!error)
        acceptor.set_option(net::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind({net::ip::address_v4::loopback(), wanted}, error);
    return error;
}

QString HttpEngine::listen(quint16 port)
{
    Error error = d->bind(port);
    if (!error)
        d->acceptor.listen(net::socket_base::max_listen_connections, error);
    if (error)
        return QStringLiteral("cannot listen on 127.0.0.1:%1: %2")
            .arg(port)
            .arg(QString::fromStdString(error.message()));
    d->port = d->acceptor.local_endpoint().port();
    d->startAccepting();
    return {};
}

quint16 HttpEngine::port() const
{
    return d->port;
}

void HttpEngine::run()
{
    d->io.run();
}

void HttpEngine::post(std::function<void()> task)
{
    net::post(d->io, std::move(task));
}

void HttpEngine::stop()
{
    post([this] {
        d->isRefusing = true;
        Error ignored;
        d->acceptor.close(ignored);
        d->closeConnections();
        d->work.reset(); // run() returns when the last coroutine has ended
    });
}

void HttpEngine::refuse(bool isRefusing)
{
    Error error;
    d->isRefusing = isRefusing;
    if (isRefusing) {
        // Bound but not listening: connecting is refused, and nobody else gets the port.
        error = d->bind(d->port);
        d->closeConnections();
    } else {
        if (!d->acceptor.is_open() || d->acceptor.local_endpoint(error).port() != d->port)
            error = d->bind(d->port);
        if (!error)
            d->acceptor.listen(net::socket_base::max_listen_connections, error);
        if (!error)
            d->startAccepting();
    }
    if (error)
        qWarning("sandbox: port %d: %s", d->port, error.message().c_str());
}

void HttpEngine::Private::startAccepting()
{
    net::co_spawn(io, acceptAll(), net::detached);
}

void HttpEngine::Private::closeConnections()
{
    for (const ConnectionPtr &connection : connections)
        connection->close();
}

net::awaitable<void> HttpEngine::Private::acceptAll()
{
    for (;;) {
        Error error;
        tcp::socket socket = co_await acceptor.async_accept(into(error));
        if (isRefusing || error == net::error::operation_aborted ||
            error == net::error::bad_descriptor)
            co_return;
        if (error) { // out of file descriptors, for one: some will be given back
            net::steady_timer pause(io, milliseconds(20));
            co_await pause.async_wait(into(error));
            continue;
        }
        socket.set_option(tcp::no_delay(true), error);
        const auto connection = std::make_shared<Connection>(std::move(socket));
        connections.insert(connection);
        net::co_spawn(io, serve(connection), net::detached);
    }
}

net::awaitable<void> HttpEngine::Private::serve(ConnectionPtr connection)
{
    try {
        while (co_await serveOne(connection)) {
        }
    } catch (const std::exception &problem) { // memory, for one; the other connections go on
        qWarning("sandbox: a connection failed: %s", problem.what());
    }
    connection->close();
    connections.erase(connection);
}

net::awaitable<bool> HttpEngine::Private::serveOne(ConnectionPtr connection)
{
    Parser parser;
    parser.header_limit(limits.headerBytes);
    parser.body_limit(limits.bodyBytes);
    const Error error = co_await read(connection, parser);
    const bool isHostMissing = !error && parser.get().version() >= 11 &&
                               parser.get().find(http::field::host) == parser.get().end();
    const int refused = isHostMissing ? 400 : error ? statusOf(error) : 0;
    if (refused > 0) {
        co_await deliver(connection, refusal(refused), false, false);
        co_await drain(connection);
    }
    if (error || refused > 0 || !connection->isOpen)
        co_return false;
    const bool isHead = parser.get().method() == http::verb::head;
    HttpReply reply = handler(callFrom(parser.get()));
    co_return co_await deliver(connection, std::move(reply), parser.keep_alive(), isHead);
}

net::awaitable<Error> HttpEngine::Private::read(ConnectionPtr connection, Parser &parser)
{
    Error error;
    beast::tcp_stream &stream = connection->stream;
    beast::flat_buffer &buffer = connection->buffer;
    if (buffer.size() == 0) { // nothing pipelined: the next request may take its time
        stream.expires_after(milliseconds(limits.idleMs));
        const std::size_t count =
            co_await stream.async_read_some(buffer.prepare(4096), into(error));
        buffer.commit(count);
        if (error)
            co_return error;
    }
    stream.expires_after(milliseconds(limits.headerMs));
    co_await http::async_read_header(stream, buffer, parser, into(error));
    if (error)
        co_return error;
    stream.expires_after(milliseconds(limits.bodyMs));
    if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await net::async_write(stream, net::buffer(goOn.data(), goOn.size()), into(error));
    }
    if (!error)
        co_await http::async_read(stream, buffer, parser, into(error));
    co_return error;
}

// Sends the reply when its time has come. True when the connection may serve another request.
net::awaitable<bool> HttpEngine::Private::deliver(ConnectionPtr connection, HttpReply reply,
                                                  bool keepAlive, bool headOnly)
{
    using Delivery = HttpReply::Delivery;
    Error error;
    if (reply.delayMs > 0) {
        connection->timer.expires_after(milliseconds(reply.delayMs));
        co_await connection->timer.async_wait(into(error));
    }
    if (!connection->isOpen || reply.delivery == Delivery::Close)
        co_return false;
    if (reply.delivery == Delivery::Hang) {
        connection->stream.expires_never();
        char scratch[512];
        while (!error)
            co_await connection->stream.async_read_some(net::buffer(scratch), into(error));
        co_return false;
    }
    const QByteArray wire =
        wireBytes(reply, keepAlive && reply.delivery == Delivery::Whole, headOnly);
    connection->stream.expires_after(milliseconds(limits.bodyMs));
    co_await net::async_write(connection->stream,
                              net::buffer(wire.data(), static_cast<std::size_t>(wire.size())),
                              into(error));
    co_return !error && keepAlive && reply.delivery == Delivery::Whole;
}

// Takes what a refused client still sends: closing at once would reset the connection and the
// client might never see the reply.
net::awaitable<void> HttpEngine::Private::drain(ConnectionPtr connection)
{
    if (!connection->isOpen)
        co_return;
    Error error;
    connection->stream.socket().shutdown(tcp::socket::shutdown_send, error);
    connection->stream.expires_after(milliseconds(limits.lingerMs));
    std::vector<char> scratch(64 * 1024);
    while (!error)
        co_await connection->stream.async_read_some(net::buffer(scratch), into(error));
}

} // namespace roster::sandbox
