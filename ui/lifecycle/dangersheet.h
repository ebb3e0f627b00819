// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/receipt.h"
#include "ui/prompts/tasksheet.h"

namespace roster {

class FormField;
class LifecyclePort;
class TextField;

//! Before a contact is deleted or blocked, which nobody can take back: says in plain words what it
//! does, has the email typed (or the name, or the id), offers to archive instead, and does it. Its
//! button is pressed by no key but its own.
class DangerSheet : public TaskSheet
{
    Q_OBJECT

public:
    enum class Act { Delete, Block };

    //! `port` outlives the sheet.
    DangerSheet(const Theme &theme, LifecyclePort &port, Act act, const BulkTarget &contact,
                QWidget *host);

    //! What has to be typed.
    const QString &proof() const { return m_proof; }

Q_SIGNALS:
    //! It is done; the sheet is closing.
    void done(const roster::Receipt &receipt);
    //! Archive this one instead. The sheet is closing.
    void archiveRequested(const roster::BulkTarget &contact);

protected:
    bool canProceed() const override;
    void proceed() override;
    void explain() override;

private:
    void addFacts(const QStringList &facts);
    void addProof();

    const Theme &m_theme;
    LifecyclePort &m_port;
    Act m_act;
    BulkTarget m_contact;
    QString m_proof;
    FormField *m_field = nullptr;
    TextField *m_typed = nullptr;
};

} // namespace roster
