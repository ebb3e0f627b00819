// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "core/domain/conversation.h"

#include <QtCore/QObject>

namespace roster {

class Prompts;
class Session;
class Theme;
class ToastStack;

//! What can be done with the record of the one contact that is shown: write a note, read a
//! conversation, see the JSON, open it on the web.
class RecordCommands : public QObject
{
    Q_OBJECT

public:
    //! Sheets lie over `window`; all outlive this.
    struct Parts
    {
        const Theme &theme;
        QWidget &window;
        Session &session;
        ToastStack &toasts;
        Prompts &prompts;
    };

    RecordCommands(const Parts &parts, QObject *parent);

    void addNote(const BulkTarget &contact);
    void readConversation(const Conversation &conversation);
    //! Asks where to, and saves a file of a conversation there.
    void saveAttachment(const Attachment &attachment);
    void showJson(const BulkTarget &contact);
    //! The region has a web app.
    bool canOpenOnWeb() const;
    void openOnWeb(const ContactId &contact);
    //! A link that a stranger wrote: a web, mail or phone address goes to the program for it.
    void openLink(const QString &address);

Q_SIGNALS:
    //! Hands an address to the desktop; a slot takes it in the program, a spy in tests.
    void addressRequested(const QUrl &address);

private:
    void saveTo(const QString &path, const Attachment &attachment);

    Parts m_parts;
};

} // namespace roster
