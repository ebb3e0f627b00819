// SPDX-License-Identifier: MIT
#include "core/service/syncer.h"

#include "core/async/clock.h"
#include "core/service/contactwalk.h"
#include "core/service/directoryload.h"
#include "core/service/serviceparts.h"
#include "core/store/store.h"

#include <QtCore/QPointer>

namespace roster {

namespace {

//! Under which name the store keeps when a refresh ended well.
QString finishedName()
{
    return QStringLiteral("refreshed_at");
}

} // namespace

Syncer::Syncer(const ServiceParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<ServiceParts>(parts))
{
    bool isKnown = false;
    const qint64 at = parts.store.meta(finishedName()).toLongLong(&isKnown);
    if (isKnown) {
        m_status.finishedAt = QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
        m_status.isComplete = true;
    }
}

Syncer::~Syncer()
{
    stop();
}

void Syncer::refresh()
{
    if (m_status.state == SyncStatus::State::Loading)
        return;
    SyncStatus status = m_status;
    status.state = SyncStatus::State::Loading;
    status.done = 0;
    status.error.reset();
    tell(status);

    // The two walks go side by side: the first rows need no names, and the names no rows.
    m_pending = 2;
    m_firstError.reset();
    m_contacts = new OperationOf<Done>(this);
    auto *walk = new ContactWalk(*m_parts, m_contacts);
    connect(walk, &ContactWalk::progressed, this, [this](int done, int total) {
        SyncStatus progress = m_status;
        progress.done = done;
        progress.total = total;
        tell(progress);
    });
    m_contacts->onFinished(this, [this](const Result<Done> &end) { endPart(end); });
    m_directory = new OperationOf<Done>(this);
    new DirectoryLoad(*m_parts, m_directory);
    m_directory->onFinished(this, [this](const Result<Done> &end) { endPart(end); });
}

void Syncer::stop()
{
    for (const QPointer<OperationOf<Done>> &part : {m_contacts, m_directory}) {
        if (part)
            part->cancel();
    }
}

void Syncer::endPart(const Result<Done> &end)
{
    if (!end && !m_firstError)
        m_firstError = end.error();
    if (--m_pending > 0)
        return;
    SyncStatus status = m_status;
    if (m_firstError && m_firstError->kind == ErrorKind::Cancelled) {
        status.state = SyncStatus::State::Idle;
    } else if (m_firstError) {
        status.state = SyncStatus::State::Failed;
        status.error = m_firstError;
    } else {
        status.state = SyncStatus::State::UpToDate;
        status.finishedAt = m_parts->clock.now();
        status.total = status.done;
        status.isComplete = true;
        m_parts->store.setMeta(finishedName(),
                               QByteArray::number(status.finishedAt.toSecsSinceEpoch()));
    }
    tell(status);
}

void Syncer::tell(const SyncStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

} // namespace roster
