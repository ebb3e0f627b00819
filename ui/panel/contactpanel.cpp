// SPDX-License-Identifier: MIT
#include "ui/panel/contactpanel.h"

#include "core/service/session.h"
#include "ui/panel/recordview.h"
#include "ui/panel/selectionsummary.h"
#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/avatarpictures.h"
#include "ui/widgets/emptystate.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace roster {

ContactPanel::ContactPanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_pages(new QStackedWidget(this))
    , m_nothing(new EmptyState(theme, QStringLiteral("panelNothing")))
    , m_vanished(new EmptyState(theme, QStringLiteral("panelVanished")))
    , m_record(new RecordView(theme))
    , m_past(new RecordView(theme))
    , m_summary(new SelectionSummary(theme))
{
    setObjectName(QStringLiteral("contactPanel"));
    setAccessibleName(tr("Contact panel"));
    setKind(*this, QStringLiteral("surface"));
    setMinimumWidth(240);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_nothing->setContent(Icons::Person, tr("No contact selected"),
                          tr("Select a contact to see it here, or drag over several."));
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_vanished);
    m_recordPage = scrolled(m_record);
    m_past->setObjectName(QStringLiteral("pastView"));
    m_pastPage = scrolled(m_past);
    m_summaryPage = scrolled(m_summary);
    m_pages->addWidget(m_recordPage);
    m_pages->addWidget(m_summaryPage);
    m_pages->addWidget(m_pastPage);
}

QScrollArea *ContactPanel::scrolled(QWidget *content)
{
    auto *area = new QScrollArea(this);
    area->setObjectName(content->objectName() + QLatin1String("Scroll"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

void ContactPanel::setSession(Session *session)
{
    m_session = session;
    m_record->setPictures(nullptr);
    delete m_pictures;
    AvatarLoader *loader = session ? session->avatars() : nullptr;
    m_pictures = loader ? new AvatarPictures(*loader, this) : nullptr;
    m_record->setPictures(m_pictures);
    showNothing();
}

void ContactPanel::showNothing()
{
    m_pages->setCurrentWidget(m_nothing);
}

void ContactPanel::showContact(const ContactId &id)
{
    const std::optional<Contact> contact = m_session ? m_session->book().contact(id) : std::nullopt;
    if (!contact)
        return showNothing();
    const bool isOther = contactId() != id;
    m_shown.id = id;
    m_shown.label = contact->label();
    m_shown.email = contact->email();
    m_record->setContact(*contact, m_session->book(), contextOf(*contact));
    m_pages->setCurrentWidget(m_recordPage);
    if (isOther)
        m_recordPage->verticalScrollBar()->setValue(0);
    Q_EMIT contactShown(*contact);
}

RecordContext ContactPanel::contextOf(const Contact &contact) const
{
    const ContactBook &book = m_session->book();
    return {m_session->now(), m_session->identity().timeZone, book.adminName(contact.owner()),
            book.attributes()};
}

void ContactPanel::showPast(const Contact &contact, const QString &note)
{
    if (!m_session)
        return showNothing();
    m_past->setPast(note);
    m_past->setContact(contact, m_session->book(), contextOf(contact));
    m_pages->setCurrentWidget(m_pastPage);
    m_pastPage->verticalScrollBar()->setValue(0);
}

void ContactPanel::showMany(const QList<ContactRow> &rows, int total)
{
    if (!m_session)
        return showNothing();
    m_summary->setRows(rows, total, m_session->book(), m_session->now());
    m_pages->setCurrentWidget(m_summaryPage);
}

void ContactPanel::showVanished(const VanishedContact &contact)
{
    m_vanishedId = contact.id;
    const QString name = contact.label.isEmpty() ? contact.email : contact.label;
    const QString who = name.isEmpty() || name == contact.email || contact.email.isEmpty()
                            ? name
                            : tr("%1 (%2)", "name, email").arg(name, contact.email);
    const QString what = who.isEmpty()
                             ? tr("This contact was archived, deleted or merged elsewhere.")
                             : tr("%1 was archived, deleted or merged elsewhere.").arg(who);
    m_vanished->setContent(Icons::Warning, tr("Gone from Intercom"), what);
    connect(
        m_vanished->addButton(QStringLiteral("lookAtVanishedButton"), tr("Show under Archived")),
        &QPushButton::clicked, this, [this] { Q_EMIT lookRequested(m_vanishedId); });
    m_pages->setCurrentWidget(m_vanished);
}

ContactId ContactPanel::vanishedId() const
{
    return m_pages->currentWidget() == m_vanished ? m_vanishedId : ContactId();
}

void ContactPanel::contactsVanished(const QList<ContactId> &ids)
{
    const ContactId shown = contactId();
    if (shown.isEmpty() || !ids.contains(shown))
        return;
    showVanished(m_shown);
}

ContactId ContactPanel::contactId() const
{
    return m_pages->currentWidget() == m_recordPage ? m_record->contactId() : ContactId();
}

void ContactPanel::contactsStored(const QList<ContactId> &ids)
{
    // One that was gone may have come back.
    const ContactId shown = contactId().isEmpty() ? vanishedId() : contactId();
    if (!shown.isEmpty() && ids.contains(shown))
        showContact(shown);
}

void ContactPanel::namesChanged()
{
    const ContactId shown = contactId();
    if (!shown.isEmpty())
        showContact(shown);
}

} // namespace roster
