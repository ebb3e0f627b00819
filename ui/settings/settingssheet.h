// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/storagestate.h"
#include "ui/widgets/sheet.h"

class QCheckBox;

namespace roster {

class Prompts;
class SegmentedControl;
class Session;
class SettingsPort;

//! The settings: appearance, motion, and of the open workspace what is known and where it is kept.
//! A change takes effect at once. Keeping it elsewhere, signing out and resetting the sandbox are
//! only requested, the last after a question: whoever owns the sheet does them.
class SettingsSheet : public Sheet
{
    Q_OBJECT

public:
    //! `session` is nullptr when no workspace is open. Everything outlives the sheet.
    SettingsSheet(const Theme &theme, SettingsPort &port, Prompts &prompts, Session *session,
                  QWidget *host);

Q_SIGNALS:
    //! To be asked about; `how` is what was pressed.
    void signOutRequested(roster::SignOut how);
    void storageChangeRequested(roster::StorageChoice choice);
    void resetSandboxRequested();

private:
    void addAppearance();
    void addPictures();
    void addWorkspace();
    void addStorage();
    void addData();
    void addSignOut();
    void addFact(const QString &title, const QString &objectName, const QString &text);
    void addActions();
    void requestSignOut(SignOut how);
    void requestStorage(const QString &choice);
    void askToResetSandbox();

    const Theme &m_theme;
    SettingsPort &m_port;
    Prompts &m_prompts;
    Session *m_session;
    SegmentedControl *m_appearance = nullptr;
    QCheckBox *m_motion = nullptr;
    QCheckBox *m_pictures = nullptr;
    SegmentedControl *m_storage = nullptr;
};

} // namespace roster
