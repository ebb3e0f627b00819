// SPDX-License-Identifier: MIT
#include "core/service/completion.h"

#include "core/api/companyjson.h"
#include "core/api/endpoints.h"
#include "core/service/call.h"
#include "core/service/completelists.h"
#include "core/service/crew.h"
#include "core/store/store.h"

namespace roster {

namespace {

//! How many are looked up in the store at once.
constexpr int BatchSize = 100;

} // namespace

Completion::Completion(const ServiceParts &parts, OperationOf<Done> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_operation(operation)
{
    nextLists();
}

void Completion::nextLists()
{
    m_parts.store.sync()
        .incomplete(m_lastKey, BatchSize)
        ->onFinished(this, [this](const Result<QList<IncompleteContact>> &found) {
            if (m_operation->isSettled())
                return;
            if (!found)
                return m_operation->settle(found.error());
            if (found->isEmpty())
                return nextNames();
            m_lastKey = found->constLast().key;
            work(
                found->size(),
                [this, all = *found](int i, QObject *owner) {
                    auto *step = new OperationOf<Done>(owner);
                    const auto keep = [this](const CompletedLists &lists) {
                        m_lists.append(lists);
                    };
                    new CompleteLists(m_parts, all.at(i), keep, step);
                    return step;
                },
                &Completion::storeLists);
        });
}

void Completion::storeLists()
{
    m_parts.store.sync()
        .storeLists(std::exchange(m_lists, {}))
        ->onFinished(this, [this](const Result<QList<ContactId>> &stored) {
            if (m_operation->isSettled())
                return;
            if (!stored)
                return m_operation->settle(stored.error());
            Q_EMIT progressed();
            if (!m_operation->isSettled())
                nextLists();
        });
}

void Completion::nextNames()
{
    m_parts.store.sync()
        .unnamedCompanies(m_lastCompany, BatchSize)
        ->onFinished(this, [this](const Result<QList<CompanyId>> &found) {
            if (m_operation->isSettled())
                return;
            if (!found)
                return m_operation->settle(found.error());
            if (found->isEmpty()) {
                m_error ? m_operation->settle(*m_error) : m_operation->settle(Done{});
                return;
            }
            m_lastCompany = found->constLast();
            work(
                found->size(),
                [this, all = *found](int i, QObject *owner) {
                    return nameCompany(all.at(i), owner);
                },
                &Completion::nextNames);
        });
}

OperationOf<Done> *Completion::nameCompany(const CompanyId &id, QObject *owner)
{
    auto *step = new OperationOf<Done>(owner);
    call(m_parts.dispatcher, step, api::company(id, Lane::Background), api::readCompany,
         [step, &store = m_parts.store](const Result<Company> &company) {
             // A company that is gone has no name to tell.
             if (!company && company.error().kind == ErrorKind::NotFound)
                 return step->settle(Done{});
             if (!company)
                 return step->settle(company.error());
             store.storeCompanies({*company})->onFinished(step, [step](const Result<Done> &stored) {
                 step->settle(stored);
             });
         });
    return step;
}

void Completion::work(qsizetype count, std::function<OperationOf<Done> *(int, QObject *)> step,
                      void (Completion::*then)())
{
    auto *batch = new OperationOf<Done>(this);
    m_operation->setCanceller([guard = QPointer<Operation>(batch)] {
        if (guard)
            guard->cancel();
    });
    new Crew(
        static_cast<int>(count), [this] { return m_parts.dispatcher.width(Lane::Background); },
        std::move(step), batch);
    batch->onFinished(this, [this, then](const Result<Done> &end) {
        if (m_operation->isSettled())
            return;
        if (!end && !m_error)
            m_error = end.error();
        (this->*then)();
    });
}

} // namespace roster
