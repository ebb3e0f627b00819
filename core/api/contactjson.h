// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"
#include "core/domain/contactrow.h"
#include "core/domain/page.h"
#include "core/domain/result.h"

#include <QtCore/QByteArray>

namespace roster::api {

//! A contact and its own JSON, compact: what the store keeps as it came.
struct ContactRecord
{
    Contact contact;
    QByteArray json;

    friend bool operator==(const ContactRecord &, const ContactRecord &) = default;
};

//! What a list of contacts shows of one, and its own JSON as it stands in the list.
struct ListedContact
{
    ContactRow row;
    QByteArray json;

    friend bool operator==(const ListedContact &, const ListedContact &) = default;
};

//! What archiving and restoring answer (schemas Contact Archived, Contact Unarchived).
struct ArchivedState
{
    ContactId id;
    bool isArchived = false;

    friend bool operator==(const ArchivedState &, const ArchivedState &) = default;
};

//! One contact (schema Contact). Required are type, id and role; other members may be missing, and
//! most may be null, which is kept apart. Members that Roster does not know are kept. A member of
//! the wrong type is an error that names it.
Result<Contact> readContact(const QByteArray &json);
//! The same with its JSON.
Result<ContactRecord> readContactRecord(const QByteArray &json);
//! A page of a contact list (schemas Contact List, Company Attached Contacts). Page::next is the
//! cursor.
Result<Page<ContactRecord>> readContacts(const QByteArray &json);
//! The same, but only what a row needs is read and checked: a workspace is loaded with it.
Result<Page<ListedContact>> readListedContacts(const QByteArray &json);
//! The answer of archive and unarchive.
Result<ArchivedState> readArchived(const QByteArray &json);
//! The answer of deleting and blocking (schemas Contact Deleted, Contact Blocked), which says so by
//! a member called `member`; the contact.
Result<ContactId> readEnded(const QByteArray &json, QLatin1String member);

} // namespace roster::api
