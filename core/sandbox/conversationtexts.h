// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace roster::sandbox::seed {

//! What a conversation is about: how it begins, and what is said in turn. Texts are as messages
//! carry them, mostly HTML.
struct Thread
{
    QString subject; //!< of an e-mail
    QString opening;
    QStringList theirs; //!< what the contact answers; at least one
    QStringList ours;   //!< what the team answers; at least one
    QString note;       //!< what the team tells itself
};

//! All of them, in the order of their numbers. What stands in a database are the numbers: add new
//! ones at the end.
[[nodiscard]] const QList<Thread> &threads();

} // namespace roster::sandbox::seed
