// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/panel/recordsections.h"

#include <QtCore/QSet>
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace roster {

class Avatar;
class ElidedLabel;
class FactRows;
class PanelSection;
class Theme;

//! One contact in full: head, buttons, key facts, tags, companies, attributes, and the rest of the
//! record in sections that fold. Shows what it is given; asks by signals.
class RecordView : public QWidget
{
    Q_OBJECT

public:
    RecordView(const Theme &theme, QWidget *parent = nullptr);

    //! Shows `contact`; names come from `book`. Which sections are unfolded stays.
    void setContact(const Contact &contact, const ContactBook &book, const RecordContext &context);
    const ContactId &contactId() const { return m_id; }

    //! Shows contacts as they were from now on: `note` stands where the buttons were, and nothing
    //! can be changed.
    void setPast(const QString &note);

    //! Puts a button for an action of the window under the head.
    void addButton(QPushButton *button);

Q_SIGNALS:
    void addTagRequested();
    void removeTagRequested(const roster::TagId &tag);
    void attachCompanyRequested();
    void detachCompanyRequested(const roster::CompanyId &company);
    void editRequested();

private:
    void buildHead();
    void buildLists();
    void showHead(const Contact &contact, const RecordContext &context);
    void showTags(const Contact &contact, const ContactBook &book);
    void showCompanies(const Contact &contact, const ContactBook &book);
    void showFolded(const QList<RecordSection> &sections);
    PanelSection *foldedSection(const RecordSection &section);

    const Theme &m_theme;
    ContactId m_id;
    QVBoxLayout *m_column;
    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_subtitle;
    QWidget *m_buttons;
    QLabel *m_note;
    //! What changes the contact.
    QList<QPushButton *> m_links;
    bool m_isPast = false;
    FactRows *m_keyFacts;
    PanelSection *m_tags;
    QWidget *m_tagChips = nullptr;
    PanelSection *m_companies;
    QWidget *m_companyRows = nullptr;
    PanelSection *m_attributes;
    FactRows *m_attributeFacts;
    QVBoxLayout *m_folded;
    QHash<QString, PanelSection *> m_foldedByKey;
    QHash<QString, FactRows *> m_foldedFacts;
};

} // namespace roster
