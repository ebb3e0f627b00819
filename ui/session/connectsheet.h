// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/workspacegate.h"
#include "ui/prompts/tasksheet.h"

class QLabel;
class QRadioButton;

namespace roster {

class ComboField;
class FormField;
class PasswordField;
class SegmentedControl;

//! Connects a workspace: region, token, where the token is kept. Tests before it opens anything,
//! and offers to switch when the token belongs to another region. `gate` outlives it.
class ConnectSheet : public TaskSheet
{
    Q_OBJECT

public:
    ConnectSheet(const Theme &theme, WorkspaceGate &gate, QWidget *host);

    //! Where to connect to at first; for Region::Custom there is no choice of region.
    void setAddress(const WorkspaceAddress &address);
    //! What is entered.
    ConnectRequest request() const;

Q_SIGNALS:
    //! The workspace is open; the sheet is closing.
    void connected(const roster::WorkspaceIdentity &identity);

protected:
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    void addRegion();
    void addToken();
    void addKeep();
    void addStorage();
    void addAdvanced();
    void test();
    void tested(const Result<WorkspaceIdentity> &result, bool isToConnect);
    void connectNow();
    void showFailure(const ApiError &error);
    //! True, and says so, when the token belongs to another region than the chosen one.
    bool showMismatch(const WorkspaceIdentity &identity);
    void switchRegion();
    void tokenEdited(const QString &text);
    void requestEdited();

    const Theme &m_theme;
    WorkspaceGate &m_gate;
    WorkspaceAddress m_custom;
    SegmentedControl *m_region = nullptr;
    QLabel *m_hostLabel = nullptr;
    PasswordField *m_token = nullptr;
    FormField *m_tokenField = nullptr;
    QRadioButton *m_inKeychain = nullptr;
    QRadioButton *m_untilQuit = nullptr;
    QRadioButton *m_sessionOnly = nullptr;
    ComboField *m_version = nullptr;
    QPushButton *m_test = nullptr;
    //! Where the token belongs, while that differs from what is chosen.
    std::optional<Region> m_told;
    qsizetype m_tokenLength = 0;
};

} // namespace roster
