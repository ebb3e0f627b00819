// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"
#include "core/domain/storagestate.h"
#include "ui/prompts/tasksheet.h"

class QLabel;
class QRadioButton;

namespace roster {

class Session;

//! Asks how to leave a workspace: with its archive journal kept, or wiped. It says what goes and
//! what stays, counts the contacts that only the journal can find, and exports it. It only asks:
//! whoever owns it signs out.
class SignOutSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! `how` is chosen at first. `session` and `prompts` outlive the sheet.
    SignOutSheet(const Theme &theme, Session &session, Prompts &prompts, SignOut how,
                 QWidget *host);

Q_SIGNALS:
    //! Once; the sheet is closing.
    void confirmed(roster::SignOut how);

protected:
    bool canProceed() const override;
    void proceed() override;

private:
    SignOut how() const;
    QLabel *makeText(const QString &objectName, const QString &text);
    //! The button with its explanation close below it.
    void addChoice(QRadioButton *button, QLabel *text);
    void count();
    void counted(const Result<int> &count);
    void showChoice();
    void askForFile();
    void exportTo(const QString &path);
    void write(const QString &path, const QList<ArchiveBatch> &batches);

    Session &m_session;
    Prompts &m_asking;
    QRadioButton *m_keep;
    QLabel *m_keepText;
    QRadioButton *m_wipe;
    QLabel *m_wipeText;
    QPushButton *m_export;
    bool m_isCounted = false;
};

} // namespace roster
