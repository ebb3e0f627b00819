// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "ui/prompts/tasksheet.h"

class QPlainTextEdit;

namespace roster {

class Session;

//! Writes a note on a contact, by the token's owner. Nothing can change or remove a note later,
//! which is said. What was typed stays when it could not be sent.
class AddNoteSheet : public TaskSheet
{
    Q_OBJECT

public:
    AddNoteSheet(const Theme &theme, Session &session, const BulkTarget &contact, Prompts &prompts,
                 QWidget *host);

Q_SIGNALS:
    void added(const roster::ContactId &id);

protected:
    bool isDirty() const override;
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    Session &m_session;
    ContactId m_contact;
    QPlainTextEdit *m_text;
};

} // namespace roster
