// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/bulkrun.h"
#include "ui/prompts/tasksheet.h"

namespace roster {

class Picker;
class Session;

//! A sheet that picks what an action is to do to frozen contacts. For one contact it runs it at
//! once, waits for the end and shows what went wrong; for several it closes with the action, whose
//! review, progress and report are the window's.
class RunSheet : public TaskSheet
{
    Q_OBJECT

public:
    RunSheet(const Theme &theme, const QString &objectName, Session &session,
             const QList<BulkTarget> &targets, QWidget *host);

    const QList<BulkTarget> &targets() const { return m_targets; }
    Picker &picker() { return *m_picker; }

Q_SIGNALS:
    //! Several contacts: review this, then run it. The sheet is closing.
    void actionChosen(const roster::BulkAction &action);
    //! The run has begun: follow it, and remember it for undo.
    void runStarted(roster::BulkRun *run);

protected:
    Session &session() const { return m_session; }
    //! Takes the picker that the sheet has built and puts it into the body.
    void usePicker(Picker *picker);
    //! "Ada Lovelace" or "12 contacts".
    QString targetsText() const;
    QList<ContactId> targetIds() const;
    //! Runs `action`, or hands it on, as described above; `what` tells it in words.
    void go(const BulkAction &action, const QString &what);

    bool canProceed() const override;

private:
    void follow(BulkRun *run, const QString &what);
    void settled(const Result<BulkReport> &result, Doing doing);

    Session &m_session;
    QList<BulkTarget> m_targets;
    Picker *m_picker = nullptr;
};

} // namespace roster
