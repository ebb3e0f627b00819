// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/region.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

namespace roster {

//! Tokens, kept in the operating system's keychain (QtKeychain) or, where there is none, in memory
//! until the program ends. Never written anywhere else. UI thread; no call waits.
class Secrets : public QObject
{
    Q_OBJECT

public:
    //! How tokens of this profile are called in the keychain. With `useKeychain` false everything
    //! stays in memory.
    Secrets(QString profileKey, bool useKeychain, QObject *parent = nullptr);

    //! Asks the keychain once whether it works; isAvailable() is right after that.
    OperationOf<Done> *probe();
    //! The keychain answered.
    bool isAvailable() const { return m_isAvailable; }

    //! Remembers a token until the program ends.
    void remember(const QString &workspaceKey, const QByteArray &token);
    //! Remembers it and writes it to the keychain. Fails with Storage when it could not be written;
    //! it is remembered all the same.
    OperationOf<Done> *keep(const QString &workspaceKey, const QByteArray &token);
    //! The token, from memory or the keychain; NotFound when there is none.
    OperationOf<QByteArray> *read(const QString &workspaceKey);
    //! Forgets it in both places.
    OperationOf<Done> *forget(const QString &workspaceKey);

private:
    QString entryName(const QString &workspaceKey) const;

    QString m_profileKey;
    bool m_useKeychain;
    bool m_isAvailable = false;
    QHash<QString, QByteArray> m_tokens;
};

//! What Secrets calls the token of that workspace.
QString workspaceTokenKey(Region region, const QString &workspaceId);

} // namespace roster
