// SPDX-License-Identifier: MIT
#include "core/service/sweepcheck.h"

#include "core/async/clock.h"
#include "core/net/dispatcher.h"
#include "core/service/crew.h"
#include "core/service/fetchcontact.h"
#include "core/store/freshness.h"
#include "core/store/store.h"

namespace roster {

SweepCheck::SweepCheck(const ServiceParts &parts, qint64 generation, OperationOf<Done> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_operation(operation)
{
    m_parts.store.endSweep(generation)
        ->onFinished(this, [this](const Result<QList<ContactId>> &unseen) {
            if (m_operation->isSettled())
                return;
            if (unseen)
                addDoubtful(*unseen);
            else
                m_operation->settle(unseen.error());
        });
}

// What vanished lately is not believed to a search, which may lag; it may have come back all the
// same.
void SweepCheck::addDoubtful(const QList<ContactId> &unseen)
{
    const qint64 lately = m_parts.clock.now().toSecsSinceEpoch() - searchLag.count();
    m_parts.store.sync().vanished()->onFinished(
        this, [this, unseen, lately](const Result<QList<VanishedContact>> &vanished) {
            if (m_operation->isSettled())
                return;
            if (!vanished)
                return m_operation->settle(vanished.error());
            QList<ContactId> asked = unseen;
            for (const VanishedContact &contact : *vanished) {
                if (contact.noticedAt >= lately)
                    asked.append(contact.id);
            }
            ask(asked);
        });
}

void SweepCheck::ask(const QList<ContactId> &unseen)
{
    new Crew(
        static_cast<int>(unseen.size()),
        [this] { return m_parts.dispatcher.width(Lane::Background); },
        [this, unseen](int i, QObject *owner) { return askFor(unseen.at(i), owner); }, m_operation);
}

OperationOf<Done> *SweepCheck::askFor(const ContactId &id, QObject *owner)
{
    auto *step = new OperationOf<Done>(owner);
    auto *look = new OperationOf<Contact>(step);
    new FetchContact(m_parts, id, look, Lane::Background);
    step->setCanceller([guard = QPointer<Operation>(look)] {
        if (guard)
            guard->cancel();
    });
    look->onFinished(step, [step](const Result<Contact> &contact) {
        // That it is gone is an answer, and FetchContact has told it.
        if (!contact && contact.error().kind != ErrorKind::NotFound)
            return step->settle(contact.error());
        step->settle(Done{});
    });
    return step;
}

} // namespace roster
