// SPDX-License-Identifier: MIT
#include "core/service/createattribute.h"

#include "core/api/attributejson.h"
#include "core/api/endpoints.h"
#include "core/api/recordendpoints.h"
#include "core/async/clock.h"
#include "core/service/call.h"
#include "core/store/store.h"

#include <algorithm>
#include <array>

namespace roster {

namespace {

using namespace std::chrono_literals;
using Attributes = QList<DataAttribute>;

//! What was under way may arrive after the answer was given up.
constexpr std::array LookDelays = {1s, 4s, 15s};

const DataAttribute *named(const Attributes &attributes, const QString &name)
{
    const auto it = std::find_if(attributes.begin(), attributes.end(),
                                 [&name](const DataAttribute &one) { return one.name == name; });
    return it == attributes.end() ? nullptr : &*it;
}

} // namespace

CreateAttribute::CreateAttribute(const ServiceParts &parts, const NewAttribute &attribute,
                                 OperationOf<DataAttribute> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_attribute(attribute)
    , m_operation(operation)
{
    send();
}

void CreateAttribute::send()
{
    call(m_parts.dispatcher, m_operation, api::createAttribute(m_attribute), api::readDataAttribute,
         [this](const Result<DataAttribute> &made) {
             if (made)
                 return readAll(*made);
             if (made.error().effect == Effect::NotApplied)
                 return m_operation->settle(made);
             lookFor(made.error());
         });
}

void CreateAttribute::lookFor(const ApiError &lost)
{
    if (m_looks >= static_cast<int>(LookDelays.size()))
        return m_operation->settle(lost);
    const auto delay = LookDelays[static_cast<size_t>(m_looks++)];
    m_operation->markWaiting(m_parts.clock.now().addSecs(delay.count()),
                             Operation::WaitReason::Retry);
    m_parts.clock.after(delay, this, [this, lost] {
        if (!m_operation->isSettled())
            readLost(lost);
    });
}

void CreateAttribute::readLost(const ApiError &lost)
{
    call(m_parts.dispatcher, m_operation, api::dataAttributes(), api::readDataAttributes,
         [this, lost](const Result<Attributes> &attributes) {
             const QString name = m_attribute.name.trimmed();
             const DataAttribute *made = attributes ? named(*attributes, name) : nullptr;
             // One that the store knew already is not ours: Intercom would have refused.
             if (!made || named(m_parts.store.reader().attributes(), name))
                 return lookFor(lost);
             store(*attributes, *made);
         });
}

void CreateAttribute::readAll(const DataAttribute &made)
{
    call(m_parts.dispatcher, m_operation, api::dataAttributes(), api::readDataAttributes,
         [this, made](const Result<Attributes> &attributes) {
             // Where they cannot be read, it is there all the same.
             Attributes all = attributes ? *attributes : m_parts.store.reader().attributes();
             if (!named(all, made.name))
                 all.append(made);
             store(all, made);
         });
}

void CreateAttribute::store(const Attributes &attributes, const DataAttribute &made)
{
    m_parts.store.storeAttributes(attributes)
        ->onFinished(m_operation,
                     [this, made](const Result<Done> &) { m_operation->settle(made); });
}

} // namespace roster
