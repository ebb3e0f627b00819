// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/transport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedtransport.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace roster::test {

//! A server that exists only in the time of a FakeClock: it counts calls in windows of ten seconds
//! of its own clock, refuses what is beyond the limit, and needs a random time to get a request and
//! to have its answer read. Others may use it too. Everything that counts is counted here.
class WindowServer final : public Transport
{
public:
    using Millis = std::chrono::milliseconds;

    struct Habits
    {
        int limit = 1667;
        //! A trip there and back takes at least, and at most.
        Millis fastest{80};
        Millis slowest{120};
        //! The server's clock when ours began, in milliseconds.
        qint64 startsAt = 1'700'000'000'000;
        //! Whether answers tell of the time and of the limit.
        bool tellsDate = true;
        //! Calls that others make in each second.
        double others = 0;
    };

    //! What happened in one window.
    struct Window
    {
        int answered = 0;
        int refused = 0;
        int ofOthers = 0;
    };

    WindowServer(FakeClock &clock, const Habits &habits, quint32 seed)
        : m_clock(clock)
        , m_habits(habits)
        , m_random(seed)
    {
    }

    void setEndpoint(const Endpoint &endpoint) override { m_endpoint = endpoint; }
    const Endpoint &endpoint() const override { return m_endpoint; }

    Exchange *send(const HttpRequest &request) override
    {
        auto *exchange = new ModelExchange(&m_owner);
        const Millis trip(std::uniform_int_distribution<qint64>(
            m_habits.fastest.count(), m_habits.slowest.count())(m_random));
        // A part of the way there, which may overtake; the rest is the work and the way back.
        const Millis there(std::uniform_int_distribution<qint64>(0, trip.count() / 4)(m_random));
        m_mostOpen = std::max(m_mostOpen, ++m_open);
        m_clock.after(there, exchange, [this, exchange, request, rest = trip - there] {
            const HttpResponse answer = count(request);
            m_clock.after(rest, exchange, [this, exchange, answer] {
                --m_open;
                exchange->end(answer);
            });
        });
        return exchange;
    }

    //! Lets the others have what they want in this moment; called once for each millisecond.
    void letOthersCall()
    {
        m_owed += m_habits.others / 1000;
        for (; m_owed >= 1; m_owed -= 1) {
            Window &window = present();
            if (window.answered + window.ofOthers < m_habits.limit)
                ++window.ofOthers;
        }
    }

    //! By the number of the window.
    const std::map<qint64, Window> &windows() const { return m_windows; }
    //! Answered with 200, by lane.
    int answered(Lane lane) const { return m_answered.at(static_cast<size_t>(lane)); }
    int refused() const
    {
        int sum = 0;
        for (const auto &[number, window] : m_windows)
            sum += window.refused;
        return sum;
    }
    //! Of the requests under way at once.
    int mostOpen() const { return m_mostOpen; }

private:
    struct ModelExchange final : Exchange
    {
        using Exchange::Exchange;
        void abort() override { deleteLater(); }
        void end(const HttpResponse &answer)
        {
            deleteLater();
            Q_EMIT finished(answer);
        }
    };

    qint64 now() const { return m_habits.startsAt + m_clock.steady().count(); }
    Window &present() { return m_windows[now() / 10'000]; }

    HttpResponse count(const HttpRequest &request)
    {
        Window &window = present();
        const int used = window.answered + window.ofOthers;
        const bool isAllowed = used < m_habits.limit;
        ++(isAllowed ? window.answered : window.refused);
        m_answered.at(static_cast<size_t>(request.lane)) += isAllowed ? 1 : 0;
        const int left = m_habits.limit - used - (isAllowed ? 1 : 0);
        HttpResponse answer = told(isAllowed ? 200 : 429);
        answer.headers = {{"X-RateLimit-Limit", QByteArray::number(m_habits.limit)},
                          {"X-RateLimit-Remaining", QByteArray::number(left)},
                          {"X-RateLimit-Reset", QByteArray::number((now() / 10'000 + 1) * 10)}};
        if (m_habits.tellsDate) {
            const QDateTime date = QDateTime::fromSecsSinceEpoch(now() / 1000, Qt::UTC);
            answer.headers.append(
                {"Date", QLocale::c()
                             .toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                             .toLatin1()});
        }
        return answer;
    }

    FakeClock &m_clock;
    Habits m_habits;
    std::mt19937 m_random;
    Endpoint m_endpoint;
    std::map<qint64, Window> m_windows;
    std::array<int, 3> m_answered{};
    double m_owed = 0;
    int m_open = 0;
    int m_mostOpen = 0;
    //! Last, so that exchanges go first.
    QObject m_owner;
};

} // namespace roster::test
