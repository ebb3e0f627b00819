// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace roster {

//! Sees every statement before it runs and may make it fail: how tests let each database call fail
//! in turn. Called in the thread of the statement, from several threads at once.
class StatementHook
{
public:
    virtual ~StatementHook() = default;

    //! False: `sql` is not run and counts as failed.
    virtual bool allows(const QString &sql) = 0;
};

} // namespace roster
