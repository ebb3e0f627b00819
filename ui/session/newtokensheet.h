// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/workspace.h"
#include "ui/prompts/tasksheet.h"

namespace roster {

class FormField;
class PasswordField;
class Session;
class WorkspaceGate;

//! Asks for another token when Intercom does not accept the present one any more. The token has to
//! belong to the same workspace; what waited for it then goes on.
class NewTokenSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! `gate` and `session` outlive it.
    NewTokenSheet(const Theme &theme, WorkspaceGate &gate, Session &session, QWidget *host);

Q_SIGNALS:
    //! The session uses the new token; the sheet is closing.
    void tokenAccepted();

protected:
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    void tested(const Result<WorkspaceIdentity> &result, const QByteArray &token);

    WorkspaceGate &m_gate;
    Session &m_session;
    PasswordField *m_token;
    FormField *m_tokenField;
};

} // namespace roster
