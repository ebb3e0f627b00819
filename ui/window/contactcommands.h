// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "ui/text/runtext.h"

#include <QtCore/QObject>

class QWidget;

namespace roster {

class BulkRun;
class ContactDialog;
class Prompts;
class RunStrip;
class Session;
class Theme;
class ToastStack;

//! What can be done to contacts, in one place, whoever asks for it: keys, menus, panel, table. One
//! contact is archived or untagged at once with a way back; several are reviewed first. Every run
//! is remembered for undo and ends in words.
class ContactCommands : public QObject
{
    Q_OBJECT

public:
    //! Sheets lie over `window`.
    struct Parts
    {
        const Theme &theme;
        QWidget &window;
        ToastStack &toasts;
        RunStrip &strip;
        Prompts &prompts;
    };

    ContactCommands(const Parts &parts, QObject *parent);

    //! Acts on `session` from now on; nullptr: on nothing.
    void setSession(Session *session) { m_session = session; }

    void createContact();
    void editContact(const ContactId &id);
    void archive(const QList<BulkTarget> &targets);
    void restore(const QList<BulkTarget> &targets);
    void addTag(const QList<BulkTarget> &targets);
    void removeTag(const QList<BulkTarget> &targets);
    void attachCompany(const QList<BulkTarget> &targets);
    void detachCompany(const QList<BulkTarget> &targets);
    //! At once, without a question.
    void removeTagNow(const BulkTarget &target, const TagId &tag);
    void detachCompanyNow(const BulkTarget &target, const CompanyId &company);
    void undo();
    void redo();
    //! Put on the clipboard, one a line or as a list, and say so.
    void copyEmails(const QList<BulkTarget> &targets);
    void copyRecords(const QList<BulkTarget> &targets);

Q_SIGNALS:
    //! Show this contact in table and panel.
    void openRequested(const roster::ContactId &id);
    //! Show this one in the archived view.
    void lookRequested(const roster::ContactId &id);

private:
    enum class Remember { Yes, No };

    void run(const BulkAction &action, const QList<BulkTarget> &targets, const QString &name = {});
    void follow(BulkRun *run, Remember remember);
    void ended(BulkRun *run, const RunWords &words, Remember remember);
    void offerUndo(BulkRun *run, const RunWords &words, Remember remember);
    void report(BulkRun *run);
    void reportOne(BulkRun *run, const BulkOutcome &outcome);
    void copy(const QString &text, const QString &said);
    void say(const QString &text);
    RunWords wordsOf(const BulkRun *run) const;
    void openDialog(ContactDialog *dialog);

    Parts m_parts;
    Session *m_session = nullptr;
};

} // namespace roster
