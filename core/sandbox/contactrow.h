// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/database.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace roster::sandbox {

//! Where a contact stands in its life; the numbers are stored.
enum class ContactState { Active = 0, Archived = 1, Deleted = 2, Merged = 3, Blocked = 4 };

//! One row of the contact table. A null QString is SQL's NULL; "" is a cleared email.
struct ContactRow
{
    qint64 seq = 0; //!< the row's number; 0 = not stored yet
    QString id;
    ContactState state = ContactState::Active;
    bool isLead = false;
    QString externalId;
    QString email;
    QString phone;
    QString name;
    std::optional<qint64> ownerId;
    bool hasHardBounced = false;
    bool markedAsSpam = false;
    bool unsubscribed = false;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    std::optional<qint64> signedUpAt;
    std::optional<qint64> lastSeenAt;
    std::optional<qint64> lastRepliedAt;
    std::optional<qint64> lastContactedAt;
    std::optional<qint64> lastOpenedAt;
    std::optional<qint64> lastClickedAt;
    QString browser;
    QString browserLanguage;
    QString os;
    QString country;
    QString region;
    QString city;
    QString countryCode;
    QString continentCode;
    std::optional<qint64> pushEnabled; //!< 0 or 1
    QJsonObject attributes;
    QJsonObject extra; //!< the rarely set members, by their API names
    std::optional<qint64> deletedAt;
};

//! The stored columns after seq, in the order of read() and values().
[[nodiscard]] const QStringList &contactColumns();
//! "a.seq, a.id, …" for \a alias: what read() expects.
[[nodiscard]] QString contactSelection(const QString &alias);
//! The row under the cursor of \a rows, selected by contactSelection().
[[nodiscard]] ContactRow readContact(const Rows &rows);
//! The values of contactColumns() to be stored, with the folded texts for search made anew.
[[nodiscard]] QVariantList contactValues(const ContactRow &row);

//! \a text as search compares it; null stays null.
[[nodiscard]] QString folded(const QString &text);

} // namespace roster::sandbox
