// SPDX-License-Identifier: MIT
#include "core/store/storefiles.h"

#include "core/store/databasefile.h"

namespace roster {

namespace {

struct Kind
{
    StoreFile file;
    Database::Use use;
    const Schema &schema;
};

Result<Done> prepare(const QString &path, const Kind &kind, StatementHook *hook, StoreFiles &files)
{
    Database::Options options;
    options.file = path;
    options.use = kind.use;
    options.hook = hook;
    return openFile(options, kind.schema).map([&files](const OpenedFile &opened) {
        if (!opened.setAside.isEmpty())
            files.setAside.append(opened.setAside);
        return Done{};
    });
}

//! The path that can be used.
Result<QString> choose(const WantedFile &wanted, const Kind &kind, StatementHook *hook,
                       StoreFiles &files)
{
    Result<Done> isReady = prepare(wanted.path, kind, hook, files);
    if (isReady)
        return wanted.path;
    if (wanted.fallback.isEmpty())
        return isReady.error();
    files.problems.append({kind.file, isReady.error(), wanted.path});
    isReady = prepare(wanted.fallback, kind, hook, files);
    if (!isReady)
        return isReady.error();
    return wanted.fallback;
}

} // namespace

Result<StoreFiles> prepareStoreFiles(const WantedFile &contacts, const WantedFile &journal,
                                     StatementHook *hook)
{
    StoreFiles files;
    const Result<QString> second = choose(
        journal, {StoreFile::Journal, Database::Use::WriteDurably, journalSchema()}, hook, files);
    if (!second)
        return second.error();
    const Result<QString> first = choose(
        contacts, {StoreFile::Contacts, Database::Use::Write, contactsSchema()}, hook, files);
    if (!first)
        return first.error();
    files.contacts = *first;
    files.journal = *second;
    return files;
}

} // namespace roster
