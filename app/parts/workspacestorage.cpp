// SPDX-License-Identifier: MIT
// What becomes of the files of the open workspace: kept elsewhere, or taken away.
#include "app/parts/workspacemanager.h"

#include "app/parts/secrets.h"
#include "app/parts/settings.h"
#include "app/parts/signingout.h"
#include "core/async/background.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/syncer.h"
#include "core/service/workspacesession.h"
#include "core/store/store.h"
#include "core/store/storeerror.h"

#include <algorithm>

namespace roster {

namespace {

//! Contacts are being archived, tagged or the like.
bool isWriting(Session &session)
{
    const auto runs = session.contacts().findChildren<BulkRun *>();
    return std::any_of(runs.begin(), runs.end(),
                       [](const BulkRun *run) { return !run->isFinished(); });
}

} // namespace

StoreKeeper::Place WorkspaceManager::place() const
{
    return {m_session->address().region, m_session->identity().id};
}

OperationOf<Done> *WorkspaceManager::changeStorage(StorageChoice choice)
{
    auto *operation = new OperationOf<Done>(this);
    if (!m_session || isWriting(*m_session)) {
        operation->settle(storeError(StoreProblem::Busy, QStringLiteral("change the storage")));
        return operation;
    }
    const QString from = m_session->storage().contactsFile;
    const QString to = m_parts.keeper.contactsFile(place(), choice);
    const auto goOn = [this, operation, from, to, choice, place = place(), request = m_current,
                       identity = m_session->identity(), isTokenKept = m_session->isTokenKept()] {
        const auto work = [from, to] {
            return from == to ? Result<Done>(Done{}) : StoreKeeper::move(from, to);
        };
        const auto then = [=, this](const Result<Done> &moved) {
            if (moved)
                m_parts.settings.setStorageChoice(place.region, place.workspaceId, choice);
            reopenIn(m_parts.settings.storageChoice(place.region, place.workspaceId), request,
                     identity, isTokenKept, moved ? operation : nullptr);
            if (!moved)
                operation->settle(moved.error());
        };
        inBackground(operation, work, then);
    };
    // The file is whole once the store has closed it.
    connect(m_session.get(), &QObject::destroyed, operation, goOn);
    m_session->syncer().stop();
    close();
    return operation;
}

void WorkspaceManager::reopenIn(StorageChoice choice, const ConnectRequest &request,
                                const WorkspaceIdentity &identity, bool isTokenKept,
                                OperationOf<Done> *operation)
{
    auto opened = m_parts.keeper.open({request.address.region, identity.id}, choice);
    if (opened) {
        startSession(request, identity, isTokenKept, std::move(opened).value());
        showSession(nullptr);
    }
    if (!operation)
        return;
    if (opened)
        operation->settle(Done{});
    else
        operation->settle(opened.error());
}

OperationOf<SignOutLeftovers> *WorkspaceManager::signOut(SignOut how)
{
    auto *operation = new OperationOf<SignOutLeftovers>(this);
    if (!m_session) {
        operation->settle(SignOutLeftovers());
        return operation;
    }
    auto *signingOut =
        new SigningOut({*m_session, m_parts.keeper, m_parts.secrets}, how, operation);
    connect(signingOut, &SigningOut::emptied, this, [this, place = place()] {
        m_parts.settings.setLastWorkspace(std::nullopt);
        m_parts.settings.forgetWorkspace(place.region, place.workspaceId);
        m_current = {};
        close();
    });
    return operation;
}

} // namespace roster
