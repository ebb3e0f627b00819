// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/bulkrun.h"
#include "ui/prompts/tasksheet.h"

namespace roster {

class Picker;
class Session;

//! A sheet that picks one thing by name and then runs an action with it over frozen contacts. For
//! one contact it waits for the end and shows what went wrong; for several it closes when the run
//! begins, whose progress and report are the window's.
class RunSheet : public TaskSheet
{
    Q_OBJECT

public:
    RunSheet(const Theme &theme, const QString &objectName, Session &session,
             const QList<BulkTarget> &targets, QWidget *host);

    const QList<BulkTarget> &targets() const { return m_targets; }
    Picker &picker() { return *m_picker; }

Q_SIGNALS:
    //! The run has begun: follow it, and remember it for undo.
    void runStarted(roster::BulkRun *run);

protected:
    Session &session() const { return m_session; }
    //! Takes the picker that the sheet has built and puts it into the body.
    void usePicker(Picker *picker);
    //! "Ada Lovelace" or "12 contacts".
    QString targetsText() const;
    QList<ContactId> targetIds() const;
    //! Follows `run` as described above.
    void follow(BulkRun *run, const QString &what);

    bool canProceed() const override;

private:
    void settled(const Result<BulkReport> &result, Doing doing);

    Session &m_session;
    QList<BulkTarget> m_targets;
    Picker *m_picker = nullptr;
};

} // namespace roster
