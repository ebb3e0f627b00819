// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/receipt.h"
#include "ui/lifecycle/lifecyclerules.h"
#include "ui/window/runkeeper.h"

#include <QtCore/QObject>
#include <QtCore/QTimeZone>

namespace roster {

class LifecyclePort;

//! What changes what a contact is, mostly for good: opens the sheets for it, tells how they ended,
//! and shows the receipts that stay.
class LifecycleDesk : public QObject
{
    Q_OBJECT

public:
    //! Sheets lie over `parts.window`; all outlive the desk.
    LifecycleDesk(const RunKeeper::Parts &parts, Session &session, QObject *parent);
    ~LifecycleDesk() override;

    //! What can be done to this contact.
    LifecycleRules rulesOf(const ContactId &id) const;

    //! A lead becomes a user.
    void convert(const ContactId &lead);
    //! A lead goes into a user that is to be chosen.
    void merge(const ContactId &lead);
    //! A lead goes into this user.
    void mergeInto(const ContactId &lead, const ContactId &user);
    void remove(const ContactId &id);
    void block(const ContactId &id);
    void showReceipts();

Q_SIGNALS:
    //! Show this contact in table and panel.
    void openRequested(const roster::ContactId &id);
    //! Archive this one, rather than deleting or blocking it.
    void archiveRequested(const roster::BulkTarget &contact);

private:
    void openDanger(const ContactId &id, bool isDelete);
    void tellMerged(const ContactId &lead, const Contact &user);
    void offerReceipt(const Receipt &receipt);
    void showReceipt(const Receipt &receipt);
    QTimeZone zone() const;

    RunKeeper::Parts m_parts;
    Session &m_session;
    std::unique_ptr<LifecyclePort> m_port;
};

} // namespace roster
