// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/netfailure.h"
#include "core/net/transport.h"

#include <QtCore/QTimer>
#include <QtNetwork/QNetworkReply>

#include <chrono>

namespace roster {

class OneShotBody;

//! One request on a QNetworkAccessManager. It owns the reply, and tells our own abort, a timeout
//! and Qt's errors apart, which the reply alone does not.
class QnamExchange final : public Exchange
{
    Q_OBJECT

public:
    //! How long without any progress, and the largest body taken.
    struct Limits
    {
        std::chrono::milliseconds timeout{30'000};
        qint64 largestBody = 64 * 1024 * 1024;
    };

    explicit QnamExchange(QObject *parent)
        : Exchange(parent)
    {
    }
    ~QnamExchange() override;

    //! Follows `reply`, whose body was sent from `body` (nullptr when there was none), and owns
    //! both.
    void follow(QNetworkReply *reply, OneShotBody *body, const Limits &limits);
    //! Finishes with `failure` in a later turn of the event loop; nothing is sent.
    void refuse(const SendFailure &failure);

    bool isUnderWay() const { return m_reply != nullptr; }
    void abort() override;

private:
    void collect();
    void finishTooLarge();
    void finishReply();
    void finish(const HttpOutcome &outcome);
    void dropReply();
    Left left() const;

    QNetworkReply *m_reply = nullptr;
    OneShotBody *m_body = nullptr;
    Limits m_limits;
    QTimer m_patience;
    QByteArray m_collected;
    bool m_wasSent = false;
    bool m_isTimedOut = false;
    bool m_isOver = false;
};

} // namespace roster
