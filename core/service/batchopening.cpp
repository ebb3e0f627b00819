// SPDX-License-Identifier: MIT
#include "core/service/batchopening.h"

#include "core/async/clock.h"
#include "core/service/bulkrun.h"
#include "core/store/store.h"

#include <utility>

namespace roster {

namespace {

//! Looked up at once: a fraction of a frame of the reading thread, which others wait for too.
constexpr qsizetype LookUpGroup = 250;

} // namespace

BatchOpening::BatchOpening(const ServiceParts &parts, BulkRun *run, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_run(run)
{
}

void BatchOpening::start(bool hasTurn)
{
    m_hasTurn = hasTurn;
    if (!hasTurn)
        return write();
    m_run->total() == 1 ? lookUpOne() : lookUp();
}

void BatchOpening::goOn(BatchId batch, bool isLookedUp)
{
    m_run->m_batch = batch;
    m_isOpen = true;
    m_isLookedUp = isLookedUp;
}

void BatchOpening::takeTurn()
{
    if (std::exchange(m_hasTurn, true))
        return;
    if (m_isOpen)
        m_isLookedUp ? becomeReady() : lookUp();
}

void BatchOpening::write()
{
    BatchHeader batch;
    batch.name = m_run->name();
    batch.action = m_run->action();
    batch.scope = m_parts.store.journal().scope();
    batch.workspaceName = m_parts.identity.name;
    batch.tokenOwner = m_parts.identity.tokenOwner.name;
    batch.at = m_parts.clock.now().toSecsSinceEpoch();
    batch.undoes = m_run->undoes();
    m_parts.store.journal()
        .openBatch(batch, m_run->targets(), m_before)
        ->onFinished(this, [this](const Result<BatchId> &id) { written(id); });
}

void BatchOpening::written(const Result<BatchId> &batch)
{
    if (!batch)
        return Q_EMIT failed(batch.error());
    m_run->m_batch = *batch;
    m_isOpen = true;
    Q_EMIT opened();
    if (m_run->isSettled())
        return;
    if (m_isLookedUp)
        becomeReady();
    else if (m_hasTurn)
        lookUp();
}

//! At once: somebody waits for it, and the reading thread may have a long query.
void BatchOpening::lookUpOne()
{
    ContactReader &reader = m_parts.store.reader();
    const ContactId &id = m_run->targets().constFirst().id;
    BeforeAction before;
    if (const std::optional<Contact> contact = reader.contact(id))
        before = beforeAction(m_run->action(), *contact, reader.record(id));
    m_before = ownValues({before});
    keep();
}

//! What a run that takes an earlier one back expects to find was given to it: the copy here may
//! know of a later change, which must not be overwritten.
QList<BeforeAction> BatchOpening::ownValues(QList<BeforeAction> found) const
{
    if (m_run->undoes() != 0) {
        for (BeforeAction &before : found)
            before.earlier = {};
    }
    return found;
}

void BatchOpening::lookUp()
{
    const QList<BulkTarget> group = m_run->targets().mid(m_before.size(), LookUpGroup);
    if (group.isEmpty())
        return keep();
    QList<ContactId> ids;
    for (const BulkTarget &target : group)
        ids.append(target.id);
    m_parts.store.reader()
        .before(m_run->action(), ids)
        ->onFinished(this, [this](const Result<QList<BeforeAction>> &found) { lookedUp(found); });
}

void BatchOpening::lookedUp(const Result<QList<BeforeAction>> &found)
{
    if (m_run->isSettled())
        return;
    if (!found)
        return Q_EMIT failed(found.error());
    m_before.append(ownValues(*found));
    lookUp();
}

void BatchOpening::keep()
{
    m_isLookedUp = true;
    remember();
    if (!m_isOpen)
        return write();
    m_parts.store.journal()
        .keepBefore(m_run->batch(), m_run->targets(), m_before)
        ->onFinished(this, [this](const Result<Done> &kept) {
            if (m_run->isSettled())
                return;
            if (!kept)
                return Q_EMIT failed(kept.error());
            becomeReady();
        });
}

void BatchOpening::remember()
{
    for (qsizetype i = 0; i < m_before.size(); ++i)
        m_run->remember(i, m_before.at(i).wasSo, m_before.at(i).earlier);
}

void BatchOpening::becomeReady()
{
    m_before = {};
    m_isReady = true;
    m_run->begin();
    Q_EMIT ready();
}

} // namespace roster
