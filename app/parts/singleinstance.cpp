// SPDX-License-Identifier: MIT
#include "app/parts/singleinstance.h"

#include "app/parts/profile.h"
#include "app/parts/runtimedirectory.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QThread>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>

namespace roster {

namespace {

constexpr int PatienceMs = 2000;
constexpr int RetryMs = 50;
const QByteArray Question = QByteArrayLiteral("raise\n");
const QByteArray Answer = QByteArrayLiteral("raised\n");

//! The same for everyone who means this folder, and short: socket paths have little room.
QString nameOf(const QString &folder)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QByteArray meant = (canonical.isEmpty() ? folder : canonical).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(meant, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("roster-") + QString::fromLatin1(hash.left(16));
}

} // namespace

SingleInstance::SingleInstance(const Profile &profile, QObject *parent)
    : QObject(parent)
    , m_server(new QLocalServer(this))
{
    const QString folder = profile.dataDir();
    const bool canLock = QDir().mkpath(folder) && QFileInfo(folder).isWritable();
    const QString name = QDir(runtimeDirectory()).filePath(nameOf(folder));
    m_lockPath = canLock ? folder + QStringLiteral("/roster.lock") : name + QStringLiteral(".lock");
    m_socketPath = name + QStringLiteral(".socket");
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *socket = m_server->nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine() || socket->readLine() != Question)
                return;
            Q_EMIT raiseRequested();
            socket->write(Answer);
            socket->flush();
        });
    });
}

SingleInstance::~SingleInstance()
{
    // While the lock is still held: nobody else's socket is taken away.
    m_server->close();
}

SingleInstance::Claim SingleInstance::claim()
{
    m_lock = std::make_unique<QLockFile>(m_lockPath);
    // It is held for as long as the program runs; only a dead owner makes it stale.
    m_lock->setStaleLockTime(0);
    const QDeadlineTimer deadline(PatienceMs);
    for (;;) {
        if (m_lock->tryLock(0)) {
            listen();
            return Claim::Ours;
        }
        // Without a lock there is nobody to ask: the profile is told to be unwritable elsewhere.
        if (m_lock->error() != QLockFile::LockFailedError)
            return Claim::Ours;
        if (askToRaise())
            return Claim::Raised;
        if (deadline.hasExpired())
            break;
        // It may be starting or ending in this moment.
        QThread::msleep(RetryMs);
    }
    QString host;
    QString program;
    m_lock->getLockInfo(&m_otherProcess, &host, &program);
    m_lock.reset();
    return Claim::Unheard;
}

void SingleInstance::listen()
{
    // What a dead process left; we hold the lock.
    QLocalServer::removeServer(m_socketPath);
    m_server->listen(m_socketPath);
}

bool SingleInstance::askToRaise() const
{
    QLocalSocket socket;
    const QDeadlineTimer deadline(PatienceMs);
    const auto left = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    socket.connectToServer(m_socketPath);
    if (!socket.waitForConnected(left()))
        return false;
    socket.write(Question);
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(left()))
            return false;
    }
    return socket.readLine() == Answer;
}

} // namespace roster
