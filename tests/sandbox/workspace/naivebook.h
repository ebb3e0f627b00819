// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace roster::sandbox::test {

//! A contact as the naive model keeps it.
struct NaiveContact
{
    enum class State { Active, Archived, Deleted };

    QString id;
    QString name;
    QString email; //!< empty = none
    std::optional<QString> externalId;
    bool isLead = false;
    State state = State::Active;
    qint64 deletedAt = 0;
    QSet<QString> tags;
    QSet<QString> companies;
    QSet<QString> optedOut;
    int notes = 0;
};

//! What a workspace should hold, as plain lists searched from end to end; the rules are written
//! down once more, in the simplest way that could be right.
class NaiveBook
{
public:
    QList<NaiveContact> contacts;

    NaiveContact *find(const QString &id)
    {
        for (NaiveContact &contact : contacts) {
            if (contact.id == id)
                return &contact;
        }
        return nullptr;
    }

    //! Deleted contacts end seven days later.
    void pass(qint64 now)
    {
        contacts.removeIf([now](const NaiveContact &contact) {
            return contact.state == NaiveContact::State::Deleted &&
                   now - contact.deletedAt >= 7 * 86400;
        });
    }

    //! Whoever holds the identity that \a wanted would have; leads never stand in the way.
    [[nodiscard]] QList<NaiveContact> holders(const NaiveContact &wanted) const
    {
        QList<NaiveContact> found;
        if (wanted.isLead)
            return found;
        for (const NaiveContact &other : contacts) {
            if (other.isLead || other.id == wanted.id)
                continue;
            const bool sameId = wanted.externalId && other.externalId == wanted.externalId;
            const bool sameEmail = !wanted.externalId && !wanted.email.isEmpty() &&
                                   other.email.toLower() == wanted.email.toLower();
            if (sameId || sameEmail)
                found.append(other);
        }
        return found;
    }

    //! The ids of the active contacts for which \a holds.
    template <typename Predicate>
    [[nodiscard]] QSet<QString> active(Predicate holds) const
    {
        QSet<QString> ids;
        for (const NaiveContact &contact : contacts) {
            if (contact.state == NaiveContact::State::Active && holds(contact))
                ids.insert(contact.id);
        }
        return ids;
    }
};

} // namespace roster::sandbox::test
