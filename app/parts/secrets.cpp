// SPDX-License-Identifier: MIT
#include "app/parts/secrets.h"

#include <qt6keychain/keychain.h>

namespace roster {

namespace {

const QString ServiceName = QStringLiteral("Roster");

ApiError keychainError(const QKeychain::Job *job)
{
    return ApiError::storage(job->errorString());
}

ApiError notFound()
{
    ApiError error;
    error.kind = ErrorKind::NotFound;
    return error;
}

//! Starts `job` and settles `operation` with Done or the keychain's error.
void run(QKeychain::Job *job, OperationOf<Done> *operation)
{
    QObject::connect(job, &QKeychain::Job::finished, operation, [operation](QKeychain::Job *done) {
        if (done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound)
            operation->settle(Done{});
        else
            operation->settle(keychainError(done));
    });
    job->start();
}

} // namespace

Secrets::Secrets(QString profileKey, bool useKeychain, QObject *parent)
    : QObject(parent)
    , m_profileKey(std::move(profileKey))
    , m_useKeychain(useKeychain)
{
}

QString Secrets::entryName(const QString &workspaceKey) const
{
    return m_profileKey.isEmpty() ? workspaceKey : m_profileKey + QLatin1Char('|') + workspaceKey;
}

OperationOf<Done> *Secrets::probe()
{
    auto *operation = new OperationOf<Done>(this);
    if (!m_useKeychain) {
        operation->settle(ApiError::storage(QStringLiteral("no keychain wanted")));
        return operation;
    }
    auto *job = new QKeychain::ReadPasswordJob(ServiceName);
    job->setInsecureFallback(false);
    job->setKey(entryName(QStringLiteral("probe")));
    connect(job, &QKeychain::Job::finished, operation, [this, operation](QKeychain::Job *done) {
        m_isAvailable =
            done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound;
        if (m_isAvailable)
            operation->settle(Done{});
        else
            operation->settle(keychainError(done));
    });
    job->start();
    return operation;
}

void Secrets::remember(const QString &workspaceKey, const QByteArray &token)
{
    m_tokens.insert(workspaceKey, token);
}

OperationOf<Done> *Secrets::keep(const QString &workspaceKey, const QByteArray &token)
{
    remember(workspaceKey, token);
    auto *operation = new OperationOf<Done>(this);
    if (!m_isAvailable) {
        operation->settle(ApiError::storage(QStringLiteral("no keychain")));
        return operation;
    }
    auto *job = new QKeychain::WritePasswordJob(ServiceName);
    job->setInsecureFallback(false);
    job->setKey(entryName(workspaceKey));
    job->setBinaryData(token);
    run(job, operation);
    return operation;
}

OperationOf<QByteArray> *Secrets::read(const QString &workspaceKey)
{
    auto *operation = new OperationOf<QByteArray>(this);
    if (m_tokens.contains(workspaceKey)) {
        operation->settle(m_tokens.value(workspaceKey));
        return operation;
    }
    if (!m_isAvailable) {
        operation->settle(notFound());
        return operation;
    }
    auto *job = new QKeychain::ReadPasswordJob(ServiceName);
    job->setInsecureFallback(false);
    job->setKey(entryName(workspaceKey));
    connect(job, &QKeychain::Job::finished, operation,
            [this, operation, job, workspaceKey](QKeychain::Job *done) {
                if (done->error() == QKeychain::EntryNotFound || job->binaryData().isEmpty()) {
                    operation->settle(notFound());
                } else if (done->error() != QKeychain::NoError) {
                    operation->settle(keychainError(done));
                } else {
                    remember(workspaceKey, job->binaryData());
                    operation->settle(job->binaryData());
                }
            });
    job->start();
    return operation;
}

OperationOf<Done> *Secrets::forget(const QString &workspaceKey)
{
    m_tokens.remove(workspaceKey);
    auto *operation = new OperationOf<Done>(this);
    if (!m_isAvailable) {
        operation->settle(Done{});
        return operation;
    }
    auto *job = new QKeychain::DeletePasswordJob(ServiceName);
    job->setInsecureFallback(false);
    job->setKey(entryName(workspaceKey));
    run(job, operation);
    return operation;
}

QString workspaceTokenKey(Region region, const QString &workspaceId)
{
    return regionCode(region) + QLatin1Char('/') + workspaceId;
}

} // namespace roster
