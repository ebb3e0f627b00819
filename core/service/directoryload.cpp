// SPDX-License-Identifier: MIT
#include "core/service/directoryload.h"

#include "core/api/adminjson.h"
#include "core/api/attributejson.h"
#include "core/api/companyjson.h"
#include "core/api/endpoints.h"
#include "core/api/tagjson.h"
#include "core/service/call.h"
#include "core/store/store.h"

namespace roster {

DirectoryLoad::DirectoryLoad(const ServiceParts &parts, OperationOf<Done> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_operation(operation)
{
    readTags();
}

void DirectoryLoad::next(const Result<Done> &stored, void (DirectoryLoad::*step)())
{
    if (m_operation->isSettled())
        return;
    if (!stored)
        return m_operation->settle(stored.error());
    (this->*step)();
}

void DirectoryLoad::readTags()
{
    call(m_parts.dispatcher, m_operation, api::tags(Lane::Background), api::readTags,
         [this](const Result<QList<Tag>> &tags) {
             if (!tags)
                 return m_operation->settle(tags.error());
             m_parts.store.storeTags(*tags)->onFinished(m_operation, [this](const auto &stored) {
                 next(stored, &DirectoryLoad::readAdmins);
             });
         });
}

void DirectoryLoad::readAdmins()
{
    call(m_parts.dispatcher, m_operation, api::admins(Lane::Background), api::readAdmins,
         [this](const Result<QList<Admin>> &admins) {
             if (!admins)
                 return m_operation->settle(admins.error());
             m_parts.store.storeAdmins(*admins)->onFinished(
                 m_operation,
                 [this](const auto &stored) { next(stored, &DirectoryLoad::readAttributes); });
         });
}

void DirectoryLoad::readAttributes()
{
    call(m_parts.dispatcher, m_operation, api::dataAttributes(Lane::Background),
         api::readDataAttributes, [this](const Result<QList<DataAttribute>> &attributes) {
             if (!attributes)
                 return m_operation->settle(attributes.error());
             m_parts.store.storeAttributes(*attributes)
                 ->onFinished(m_operation, [this](const Result<Done> &stored) {
                     if (m_operation->isSettled())
                         return;
                     if (!stored)
                         return m_operation->settle(stored.error());
                     readCompanies(1);
                 });
         });
}

void DirectoryLoad::readCompanies(int page)
{
    callForPage(
        m_parts.dispatcher, m_operation, api::companies(page, api::LargestPage, Lane::Background),
        api::readCompanies, [this, page](const Result<Page<Company>> &answer) {
            if (!answer)
                return m_operation->settle(answer.error());
            const bool isReachable = page * api::LargestPage < api::ReachableCompanies;
            const int following = isReachable ? answer->next.toInt() : 0;
            m_parts.store.storeCompanies(answer->items)
                ->onFinished(m_operation, [this, page, following](const Result<Done> &stored) {
                    if (m_operation->isSettled())
                        return;
                    if (!stored)
                        return m_operation->settle(stored.error());
                    if (following > page)
                        return readCompanies(following);
                    m_operation->settle(Done{});
                });
        });
}

} // namespace roster
