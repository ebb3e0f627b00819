// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/sessionfixture.h"

#include <QtCore/QSet>

namespace roster::test {

//! One contact as the sandbox's own database has it.
struct SandboxRow
{
    //! 0 active, 1 archived, 2 deleted.
    int state = 0;
    //! Everything else, tags and companies too.
    QString rest;

    friend bool operator==(const SandboxRow &, const SandboxRow &) = default;
};

//! Reads the file of a sandbox that is stopped; by contact id.
QMap<QString, SandboxRow> readSandbox(const QString &file);

//! Whether, after a run and whatever went wrong in it, journal, store and sandbox agree on which
//! contacts are archived, and nothing outside the frozen list was touched. Made before the run.
class BulkOracle
{
public:
    //! `sandboxFile` is that of the fixture.
    BulkOracle(SessionFixture &fixture, QString sandboxFile);

    //! Somebody else changed these: they are not compared with before.
    void except(const ContactId &id) { m_excepted.insert(id.text()); }
    //! What disagrees, one a line; empty when nothing does. Stops the sandbox. `frozen`: the
    //! contacts of the runs.
    QString disagreements(const QList<BulkTarget> &frozen);

private:
    QMap<QString, QByteArray> contacts();
    QStringList touchedOutside(const QSet<QString> &frozen);

    SessionFixture &m_fixture;
    QString m_sandboxFile;
    QMap<QString, QByteArray> m_before;
    QSet<QString> m_excepted;
};

} // namespace roster::test
