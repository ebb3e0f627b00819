// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/id.h"

#include <QtCore/QList>
#include <QtCore/QObject>

namespace roster {

//! Where the parts of a session say why contacts left the store or came back; what was stored or
//! journalled is told by the Store. ContactService passes all of it on to the windows.
class Facts : public QObject
{
    Q_OBJECT

public:
    explicit Facts(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

Q_SIGNALS:
    void contactsArchived(const QList<roster::ContactId> &ids);
    void contactsRestored(const QList<roster::ContactId> &ids);
    void contactsVanished(const QList<roster::ContactId> &ids);
    void contactsRemoved(const QList<roster::ContactId> &ids);
};

} // namespace roster
