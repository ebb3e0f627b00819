// SPDX-License-Identifier: MIT
#include "core/service/identityprobe.h"

#include "core/api/adminjson.h"
#include "core/api/endpoints.h"
#include "core/service/call.h"

namespace roster {

namespace {

//! Somebody sits in front of it and can ask again: one retry, not several timeouts in a row.
Dispatcher::Options quickly()
{
    Dispatcher::Options options;
    options.retry.retries = 1;
    return options;
}

//! Keeps what a probe needs, as a child of its operation.
class Probe : public QObject
{
public:
    Probe(std::unique_ptr<Transport> transport, Clock &clock,
          OperationOf<WorkspaceIdentity> *operation)
        : QObject(operation)
        , m_transport(std::move(transport))
        , m_dispatcher(*m_transport, clock, quickly())
    {
        call(m_dispatcher, operation, api::me(), api::readMe,
             [operation](const Result<WorkspaceIdentity> &identity) {
                 operation->settle(identity);
             });
    }

private:
    std::unique_ptr<Transport> m_transport;
    Dispatcher m_dispatcher;
};

} // namespace

OperationOf<WorkspaceIdentity> *probeIdentity(std::unique_ptr<Transport> transport, Clock &clock,
                                              QObject *owner)
{
    auto *operation = new OperationOf<WorkspaceIdentity>(owner);
    new Probe(std::move(transport), clock, operation);
    return operation;
}

} // namespace roster
