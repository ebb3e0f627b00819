// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"

namespace roster {

//! A file that is asked for.
struct FileQuestion
{
    //! Of the window that asks: "Export views".
    QString title;
    //! "views.json": offered as the name of a new file.
    QString name;
    //! "Saved views (*.json)".
    QString filter;
};

//! The questions that windows ask before something is lost. Injected, so that nothing asks by
//! itself and tests can answer. Each answer comes later, exactly once; false when the question was
//! closed. UI thread.
class Prompts
{
public:
    virtual ~Prompts() = default;

    //! Throw away what was typed into the sheet called `title`?
    virtual OperationOf<bool> *confirmDiscard(const QString &title) = 0;
    //! Give the sandbox back fresh, losing what was changed in it?
    virtual OperationOf<bool> *confirmResetSandbox() = 0;

    //! The path of a file to read; empty when the question was closed.
    virtual OperationOf<QString> *chooseFileToOpen(const FileQuestion &question) = 0;
    //! The path of a file to write, which may be there already; empty when it was closed.
    virtual OperationOf<QString> *chooseFileToSave(const FileQuestion &question) = 0;
};

} // namespace roster
