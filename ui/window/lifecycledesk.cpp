// SPDX-License-Identifier: MIT
#include "ui/window/lifecycledesk.h"

#include "core/service/contactservice.h"
#include "core/service/lifecycleservice.h"
#include "core/service/session.h"
#include "ui/archive/momenttext.h"
#include "ui/lifecycle/convertsheet.h"
#include "ui/lifecycle/dangersheet.h"
#include "ui/lifecycle/lifecycleport.h"
#include "ui/lifecycle/mergesheet.h"
#include "ui/lifecycle/pickusersheet.h"
#include "ui/lifecycle/receiptsheet.h"
#include "ui/lifecycle/receiptssheet.h"
#include "ui/lifecycle/receipttext.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/toaststack.h"

#include <QtCore/QLocale>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace roster {

namespace {

//! The session's own service.
class ServicePort final : public LifecyclePort
{
public:
    explicit ServicePort(LifecycleService &service)
        : m_service(service)
    {
    }

    OperationOf<Receipt> *remove(const BulkTarget &contact) override
    {
        return m_service.remove(contact);
    }
    OperationOf<Receipt> *block(const BulkTarget &contact) override
    {
        return m_service.block(contact);
    }
    OperationOf<Contact> *convert(const Contact &lead, const ContactPatch &patch) override
    {
        return m_service.convert(lead, patch);
    }
    OperationOf<Contact> *merge(const BulkTarget &lead, const BulkTarget &user) override
    {
        return m_service.merge(lead, user);
    }
    OperationOf<QList<Receipt>> *receipts() override { return m_service.receipts(); }

private:
    LifecycleService &m_service;
};

BulkTarget targetOf(const Contact &contact)
{
    return {contact.id, contact.label(), contact.email(), contact.role()};
}

} // namespace

LifecycleDesk::LifecycleDesk(const RunKeeper::Parts &parts, Session &session, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_session(session)
{
    if (LifecycleService *service = session.lifecycle())
        m_port = std::make_unique<ServicePort>(*service);
}

LifecycleDesk::~LifecycleDesk() = default;

QTimeZone LifecycleDesk::zone() const
{
    const QTimeZone zone(m_session.identity().timeZone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

LifecycleRules LifecycleDesk::rulesOf(const ContactId &id) const
{
    const std::optional<Contact> contact = m_session.book().contact(id);
    if (!contact || !m_port)
        return lifecycleRulesOfMany();
    return lifecycleRules(contact->role(), m_session.address().version);
}

void LifecycleDesk::convert(const ContactId &lead)
{
    const std::optional<Contact> contact = m_session.book().contact(lead);
    if (!contact || !rulesOf(lead).convert.isEmpty())
        return;
    auto *sheet = new ConvertSheet(m_parts.theme, *m_port, *contact, &m_parts.window);
    connect(sheet, &ConvertSheet::converted, this, [this](const Contact &user) {
        m_parts.toasts.show(tr("%1 is a user now.").arg(personText(targetOf(user))));
        Q_EMIT openRequested(user.id);
    });
    connect(sheet, &ConvertSheet::mergeRequested, this,
            [this, lead](const ContactId &user) { mergeInto(lead, user); });
    sheet->open();
}

void LifecycleDesk::merge(const ContactId &lead)
{
    const std::optional<Contact> contact = m_session.book().contact(lead);
    if (!contact || !rulesOf(lead).merge.isEmpty())
        return;
    auto *sheet = new PickUserSheet(m_parts.theme, m_session.book(), *contact, &m_parts.window);
    connect(sheet, &PickUserSheet::userPicked, this,
            [this, lead](const ContactId &user) { mergeInto(lead, user); });
    sheet->open();
}

void LifecycleDesk::mergeInto(const ContactId &lead, const ContactId &user)
{
    ContactBook &book = m_session.book();
    const std::optional<Contact> from = book.contact(lead);
    const std::optional<Contact> into = book.contact(user);
    if (!from || !rulesOf(lead).merge.isEmpty())
        return;
    if (!into || into->role() != Role::User) {
        m_parts.toasts.show(tr("This user is not in the local copy. Refresh and try again."));
        return;
    }
    auto *sheet =
        new MergeSheet(m_parts.theme, *m_port, book, ValueWords(book, zone()), &m_parts.window);
    sheet->setContacts(*from, *into);
    connect(sheet, &MergeSheet::merged, this, &LifecycleDesk::tellMerged);
    connect(sheet, &MergeSheet::backRequested, this, [this, lead] { merge(lead); });
    sheet->open();
    // What it shows is as Intercom has it now, with every tag and company.
    for (const ContactId &id : {lead, user}) {
        m_session.contacts().fetch(id)->onFinished(
            sheet, [&book, sheet, lead, user](const Result<Contact> &) {
                const std::optional<Contact> one = book.contact(lead);
                const std::optional<Contact> other = book.contact(user);
                if (one && other)
                    sheet->setContacts(*one, *other);
            });
    }
}

void LifecycleDesk::tellMerged(const ContactId &lead, const Contact &user)
{
    Q_EMIT openRequested(user.id);
    m_port->receipts()->onFinished(this, [this, lead](const Result<QList<Receipt>> &receipts) {
        if (!receipts)
            return;
        const auto found =
            std::find_if(receipts->cbegin(), receipts->cend(), [&lead](const Receipt &each) {
                return each.kind == Receipt::Kind::Merged && each.contact.id == lead;
            });
        if (found != receipts->cend())
            offerReceipt(*found);
    });
}

void LifecycleDesk::remove(const ContactId &id)
{
    openDanger(id, true);
}

void LifecycleDesk::block(const ContactId &id)
{
    openDanger(id, false);
}

void LifecycleDesk::openDanger(const ContactId &id, bool isDelete)
{
    const std::optional<Contact> contact = m_session.book().contact(id);
    const LifecycleRules rules = rulesOf(id);
    if (!contact || !(isDelete ? rules.remove : rules.block).isEmpty())
        return;
    const auto act = isDelete ? DangerSheet::Act::Delete : DangerSheet::Act::Block;
    auto *sheet = new DangerSheet(m_parts.theme, *m_port, act, targetOf(*contact), &m_parts.window);
    connect(sheet, &DangerSheet::done, this, &LifecycleDesk::offerReceipt);
    connect(sheet, &DangerSheet::archiveRequested, this, &LifecycleDesk::archiveRequested);
    sheet->open();
}

void LifecycleDesk::offerReceipt(const Receipt &receipt)
{
    Toast *toast = m_parts.toasts.show(receiptTitle(receipt), tr("Show receipt"));
    connect(toast, &Toast::actionTriggered, this, [this, receipt] { showReceipt(receipt); });
}

void LifecycleDesk::showReceipt(const Receipt &receipt)
{
    (new ReceiptSheet(m_parts.theme, receipt, zone(), &m_parts.window))->open();
}

void LifecycleDesk::showReceipts()
{
    if (!m_port)
        return;
    const auto moment = [this](qint64 at) {
        return momentText(at, m_session.now(), zone(), QLocale());
    };
    auto *sheet = new ReceiptsSheet(m_parts.theme, *m_port, moment, &m_parts.window);
    connect(sheet, &ReceiptsSheet::receiptChosen, this, &LifecycleDesk::showReceipt);
    sheet->open();
}

} // namespace roster
