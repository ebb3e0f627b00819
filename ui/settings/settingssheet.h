// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/sheet.h"

class QCheckBox;

namespace roster {

class Prompts;
class SegmentedControl;
class Session;
class SettingsPort;

//! The settings: appearance, motion, and what is known of the open workspace. A change takes
//! effect at once. Signing out and resetting the sandbox are asked for first and then only
//! requested: whoever owns the sheet does them.
class SettingsSheet : public Sheet
{
    Q_OBJECT

public:
    //! `session` is nullptr when no workspace is open. Everything outlives the sheet.
    SettingsSheet(const Theme &theme, SettingsPort &port, Prompts &prompts, Session *session,
                  QWidget *host);

Q_SIGNALS:
    void signOutRequested();
    void resetSandboxRequested();

private:
    void addAppearance();
    void addWorkspace();
    void addData();
    void addFact(const QString &title, const QString &objectName, const QString &text);
    void addActions();
    void askToSignOut();
    void askToResetSandbox();

    const Theme &m_theme;
    SettingsPort &m_port;
    Prompts &m_prompts;
    Session *m_session;
    SegmentedControl *m_appearance = nullptr;
    QCheckBox *m_motion = nullptr;
};

} // namespace roster
