// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <compare>
#include <functional>
#include <utility>

namespace roster {

//! An identifier of one kind of Intercom object. Ids of different kinds do not convert into each
//! other; an id is unique within a workspace only. The text is opaque: 24 hex digits for contacts
//! and companies, decimal digits for tags and admins.
template <class Kind>
class Id
{
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {
    }

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

using ContactId = Id<struct ContactKind>;
using TagId = Id<struct TagKind>;
using CompanyId = Id<struct CompanyKind>;
using AdminId = Id<struct AdminKind>;
using NoteId = Id<struct NoteKind>;
using SegmentId = Id<struct SegmentKind>;
using SubscriptionTypeId = Id<struct SubscriptionTypeKind>;
using ConversationId = Id<struct ConversationKind>;

} // namespace roster

template <class Kind>
struct std::hash<roster::Id<Kind>>
{
    size_t operator()(const roster::Id<Kind> &id) const noexcept { return qHash(id); }
};
