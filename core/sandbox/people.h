// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/businesses.h"
#include "core/sandbox/contactrow.h"
#include "core/sandbox/workspaceoptions.h"

#include <QList>
#include <QSet>

namespace roster::sandbox::seed {

//! One made-up person with what hangs on the record.
struct Person
{
    ContactRow row;
    QList<qint64> tags;
    QList<qint64> companies; //!< seqs
};

//! Makes people one after the other; the nth is the same whatever comes after it.
class People
{
public:
    People(const WorkspaceOptions &options, QList<Business> businesses);

    //! Person number \a index; call with 0, 1, 2, … in order, for emails are kept apart.
    [[nodiscard]] Person make(int index);

private:
    [[nodiscard]] QString uniqueEmail(const QString &local, const QString &domain, qint64 salt);

    const WorkspaceOptions &m_options;
    QList<Business> m_businesses;
    QSet<quint64> m_emails; //!< hashes of the emails given so far
    QString m_shared;       //!< what a couple of users with own external ids share
};

//! The contact of the official examples: external id 70, tagged by hand.
[[nodiscard]] Person personOfTheExamples(const WorkspaceOptions &options);

} // namespace roster::sandbox::seed
