// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "core/domain/contactrow.h"
#include "core/domain/vanished.h"

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

class QScrollArea;
class QStackedWidget;

namespace roster {

class AvatarPictures;
class EmptyState;
struct RecordContext;
class RecordView;
class SelectionSummary;
class Session;
class Theme;

//! The column on the right: one contact in full, many summed up, or a word on what it is for.
class ContactPanel : public QFrame
{
    Q_OBJECT

public:
    ContactPanel(const Theme &theme, QWidget *parent = nullptr);

    //! Reads from `session` from now on; nullptr empties the panel.
    void setSession(Session *session);

    void showNothing();
    //! Shows the contact as the store has it.
    void showContact(const ContactId &id);
    //! Shows the first `rows` of `total` contacts summed up.
    void showMany(const QList<ContactRow> &rows, int total);

    //! Shows a contact as it was once; `note` tells when. Nothing can be changed there.
    void showPast(const Contact &contact, const QString &note);
    //! Says that the contact is gone, with what was last known of it.
    void showVanished(const VanishedContact &contact);
    //! Of the contact that is said to be gone; empty when none is.
    ContactId vanishedId() const;

    //! The one contact shown; empty when none or many are.
    ContactId contactId() const;
    RecordView &record() { return *m_record; }
    SelectionSummary &summary() { return *m_summary; }

public Q_SLOTS:
    //! Shows the contact again if it is among `ids`.
    void contactsStored(const QList<roster::ContactId> &ids);
    //! Names changed: shows again what is shown.
    void namesChanged();
    //! Says so where the contact that is shown is among `ids`.
    void contactsVanished(const QList<roster::ContactId> &ids);

Q_SIGNALS:
    //! This one is shown now, or anew.
    void contactShown(const roster::Contact &contact);
    //! "Look" beside a contact that is gone.
    void lookRequested(const roster::ContactId &id);

private:
    QScrollArea *scrolled(QWidget *content);
    RecordContext contextOf(const Contact &contact) const;

    Session *m_session = nullptr;
    AvatarPictures *m_pictures = nullptr;
    QStackedWidget *m_pages;
    EmptyState *m_nothing;
    EmptyState *m_vanished;
    ContactId m_vanishedId;
    //! What is told of the contact in the panel should it vanish.
    VanishedContact m_shown;
    RecordView *m_record;
    //! A contact as it was.
    RecordView *m_past;
    SelectionSummary *m_summary;
    QScrollArea *m_recordPage;
    QScrollArea *m_pastPage;
    QScrollArea *m_summaryPage;
};

} // namespace roster
