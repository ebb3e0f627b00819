// SPDX-License-Identifier: MIT
#include "core/sandbox/recordtables.h"

namespace roster::sandbox::schema {

using namespace Qt::StringLiterals;

namespace {

QStringList conversationTables()
{
    return {// contact is who began it, or with whom it was begun; NULL when that contact is gone.
            u"CREATE TABLE IF NOT EXISTS conversation(id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " contact INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,"
            " state INTEGER NOT NULL, is_read INTEGER NOT NULL, priority INTEGER NOT NULL,"
            " admin INTEGER, starter INTEGER, channel INTEGER NOT NULL, thread INTEGER,"
            " parts INTEGER NOT NULL, body TEXT, words TEXT, snoozed_until INTEGER,"
            " waiting_since INTEGER, tag INTEGER)"_s,
            u"CREATE TABLE IF NOT EXISTS conversation_contact(conversation INTEGER NOT NULL,"
            " contact INTEGER NOT NULL, added_at INTEGER NOT NULL,"
            " PRIMARY KEY(conversation, contact)) WITHOUT ROWID"_s,
            // What conversations begin with, once each: search reads it here.
            u"CREATE TABLE IF NOT EXISTS conversation_text(thread INTEGER PRIMARY KEY,"
            " subject TEXT NOT NULL, words TEXT NOT NULL)"_s,
            u"CREATE INDEX IF NOT EXISTS conversation_contact_contact"
            " ON conversation_contact(contact, conversation)"_s,
            u"CREATE INDEX IF NOT EXISTS conversation_author ON conversation(contact)"_s,
            u"CREATE INDEX IF NOT EXISTS conversation_updated ON conversation(updated_at, id)"_s};
}

} // namespace

QStringList recordTables()
{
    return QStringList{
               u"CREATE TABLE IF NOT EXISTS visitor(seq INTEGER PRIMARY KEY AUTOINCREMENT,"
               " id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL UNIQUE, email TEXT, phone TEXT,"
               " name TEXT, pseudonym TEXT, created_at INTEGER NOT NULL,"
               " updated_at INTEGER NOT NULL, last_request_at INTEGER,"
               " session_count INTEGER NOT NULL, location TEXT, extra TEXT, attributes TEXT)"_s,
               // An attribute without a row is one that was made in the user interface.
               u"CREATE TABLE IF NOT EXISTS data_attribute_detail(attribute INTEGER PRIMARY KEY,"
               " ui_writable INTEGER NOT NULL, messenger_writable INTEGER,"
               " dependants INTEGER NOT NULL)"_s,
               u"CREATE INDEX IF NOT EXISTS contact_merge_target"
               " ON contact_merge(target, merged_at)"_s} +
           conversationTables();
}

} // namespace roster::sandbox::schema
