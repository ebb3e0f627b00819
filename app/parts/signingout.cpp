// SPDX-License-Identifier: MIT
#include "app/parts/signingout.h"

#include "app/parts/secrets.h"
#include "core/service/workspacesession.h"

namespace roster {

using What = SignOutLeftover::What;

SigningOut::SigningOut(const Parts &parts, SignOut how, OperationOf<SignOutLeftovers> *operation)
    : QObject(operation)
    , m_keeper(parts.keeper)
    , m_secrets(parts.secrets)
    , m_operation(operation)
    , m_session(&parts.session)
    , m_place{parts.session.address().region, parts.session.identity().id}
    , m_how(how)
{
    connect(m_session, &QObject::destroyed, this, &SigningOut::removeFiles);
    emptyCopy();
    if (how == SignOut::WipeJournal)
        emptyJournal();
    forgetToken();
}

void SigningOut::emptyCopy()
{
    ++m_parts;
    const QString path = m_session->storage().contactsFile;
    m_session->wipeCopy()->onFinished(this, [this, path](const Result<QList<ContactId>> &emptied) {
        if (emptied)
            m_emptied = path;
        partEnded();
    });
}

void SigningOut::emptyJournal()
{
    const StorageState storage = m_session->storage();
    // Another is in use in its place.
    if (const auto problem = storage.problem(StorageProblem::Subject::Journal))
        note(What::Journal, problem->path);
    ++m_parts;
    m_session->eraseJournal()->onFinished(
        this, [this, path = storage.journalFile](const Result<Done> &erased) {
            if (!erased)
                note(What::Journal, path);
            partEnded();
        });
}

void SigningOut::forgetToken()
{
    ++m_parts;
    m_secrets.forget(workspaceTokenKey(m_place.region, m_place.workspaceId))
        ->onFinished(this, [this](const Result<Done> &forgotten) {
            if (!forgotten)
                note(What::Token);
            partEnded();
        });
}

void SigningOut::partEnded()
{
    if (--m_parts > 0)
        return;
    m_session = nullptr;
    Q_EMIT emptied();
}

void SigningOut::removeFiles()
{
    const QStringList left = m_keeper.removeContacts(m_place);
    for (const QString &path : left) {
        // Emptied already: such a file holds nothing of anybody.
        if (path != m_emptied)
            note(What::Contacts, path);
    }
    if (m_how == SignOut::WipeJournal) {
        for (const QString &path : m_keeper.damagedJournals())
            note(What::DamagedJournal, path);
    }
    m_operation->settle(m_left);
}

void SigningOut::note(What what, const QString &path)
{
    m_left.append({what, path});
}

} // namespace roster
