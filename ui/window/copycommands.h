// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bulk/bulkreview.h"

#include <QtCore/QObject>

namespace roster {

class Session;
class ToastStack;

//! Puts contacts on the clipboard, in whichever form, and says so.
class CopyCommands : public QObject
{
    Q_OBJECT

public:
    //! More than this are for a file.
    static constexpr int mostContacts = 1000;

    //! Both outlive this.
    CopyCommands(Session &session, ToastStack &toasts, QObject *parent);

    //! One a line.
    void copyEmails(const Chosen &chosen);
    void copyText(const Chosen &chosen);
    //! As Intercom sent them; several as a list.
    void copyRecords(const Chosen &chosen);
    //! Commands that ask for them, without the token.
    void copyCurl(const Chosen &chosen);

Q_SIGNALS:
    //! They were too many to copy, and a file was chosen instead.
    void exportRequested(const roster::Chosen &chosen);

private:
    bool isTooMany(const Chosen &chosen);
    void copy(const QString &text, const QString &said);

    Session &m_session;
    ToastStack &m_toasts;
};

} // namespace roster
