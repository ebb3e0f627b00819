// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <chrono>
#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

namespace roster {

//! Reads one small file from an address that somebody else chose: without token, cookies, stored
//! passwords or a referrer, over https (over http only on this machine, where that is allowed), not
//! more than so many bytes and not longer than so long. Redirects are followed a few times and
//! never to another scheme. Deletes itself once it has told; destroyed before, it tells nothing.
class PictureDownload : public QObject
{
    Q_OBJECT

public:
    struct Rules
    {
        qint64 mostBytes = qint64(1) << 20;
        //! From the first byte asked for to the last one that came.
        std::chrono::milliseconds deadline{20'000};
        int redirects = 3;
        //! http to this machine is all right.
        bool allowsLoopback = false;
    };
    using Then = std::function<void(const Result<QByteArray> &)>;

    //! Nothing is told inside of this call. `manager` lives longer.
    PictureDownload(QNetworkAccessManager &manager, const QUrl &url, const Rules &rules, Then then,
                    QObject *parent);
    ~PictureDownload() override;

    //! The address may be asked at all.
    static bool isAllowed(const QUrl &url, bool allowsLoopback);

private:
    void start(const QUrl &url);
    void readSome();
    void replied();
    void follow(const QUrl &from, const QUrl &to);
    void tell(const Result<QByteArray> &result);
    void refuse(ErrorKind kind, const char *why);

    QNetworkAccessManager &m_manager;
    const Rules m_rules;
    Then m_then;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_bytes;
    QTimer m_deadline;
    int m_redirects = 0;
};

} // namespace roster
