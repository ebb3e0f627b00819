// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"

#include <QtCore/QPointer>
#include <QtCore/QSaveFile>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace roster {

//! Saves the file behind an address that a stranger wrote, for its owner alone, all of it or
//! nothing. No token, cookie or password travels; https, or http to this machine, also after a
//! redirect. Belongs to `operation`, which it settles: Invalid for an address that is not asked,
//! Storage when the file cannot be written, Protocol for one that is too large.
class FileDownload : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        qint64 largest = qint64(200) * 1024 * 1024;
        //! Without a byte for this long it is given up.
        int patienceMs = 30'000;
    };

    FileDownload(const QUrl &url, const QString &path, const Limits &limits,
                 OperationOf<Done> *operation);
    ~FileDownload() override;

private:
    void start(const QUrl &url);
    void take();
    void finish();
    void end(const Result<Done> &result);

    Limits m_limits;
    OperationOf<Done> *m_operation;
    QSaveFile m_file;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QPointer<QNetworkReply> m_reply;
    QTimer m_patience;
    bool m_isTimedOut = false;
    qint64 m_taken = 0;
};

} // namespace roster
