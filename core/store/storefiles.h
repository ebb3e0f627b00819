// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/storejob.h"

namespace roster {

//! Why a file of a Store could not be used.
struct FileProblem
{
    StoreFile file = StoreFile::Contacts;
    ApiError error;
    QString path;

    friend bool operator==(const FileProblem &, const FileProblem &) = default;
};

//! The two files of a Store, ready to be opened by its threads.
struct StoreFiles
{
    QString contacts;
    QString journal;
    //! Damaged files that were put aside, by their new names.
    QStringList setAside;
    //! Files in whose place the other one is used.
    QList<FileProblem> problems;
};

//! What to make ready. An empty `fallback`: there is nothing to use in its place.
struct WantedFile
{
    QString path;
    QString fallback;
};

//! Opens, makes or migrates both, and sees whether they can be written; where one cannot be used
//! nothing is done to it and its fallback is taken.
Result<StoreFiles> prepareStoreFiles(const WantedFile &contacts, const WantedFile &journal,
                                     StatementHook *hook);

} // namespace roster
