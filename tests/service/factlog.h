// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operation.h"
#include "core/service/contactservice.h"

#include <QtCore/QStringList>

namespace roster::test {

//! What the service tells, in its order: "stored a b", "archived a", "finished". Facts about other
//! contacts than those asked for are left out.
class FactLog : public QObject
{
public:
    FactLog(ContactService &service, const QList<ContactId> &about)
        : m_about(about)
    {
        note(service, &ContactService::contactsStored, QStringLiteral("stored"));
        note(service, &ContactService::contactsArchived, QStringLiteral("archived"));
        note(service, &ContactService::contactsRestored, QStringLiteral("restored"));
        note(service, &ContactService::contactsVanished, QStringLiteral("vanished"));
        note(service, &ContactService::contactsRemoved, QStringLiteral("removed"));
    }

    void watch(Operation *operation)
    {
        connect(operation, &Operation::finished, this,
                [this] { m_lines.append(QStringLiteral("finished")); });
    }

    //! Each line once, in the order of the first time.
    QStringList kinds() const
    {
        QStringList kinds = m_lines;
        kinds.removeDuplicates();
        return kinds;
    }
    const QStringList &lines() const { return m_lines; }
    int count(const QString &line) const { return static_cast<int>(m_lines.count(line)); }

private:
    void note(ContactService &service, void (ContactService::*fact)(const QList<ContactId> &),
              const QString &word)
    {
        connect(&service, fact, this, [this, word](const QList<ContactId> &ids) {
            for (const ContactId &id : ids) {
                if (m_about.isEmpty() || m_about.contains(id))
                    m_lines.append(word);
            }
        });
    }

    QList<ContactId> m_about;
    QStringList m_lines;
};

} // namespace roster::test
