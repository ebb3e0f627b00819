// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/panel/panelsection.h"
#include "ui/panel/recordsections.h"

#include <QtCore/QSet>
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace roster {

class Avatar;
class AvatarPictures;
class ElidedLabel;
class FactRows;
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

    //! Where people's pictures come from; nullptr: initials alone. They outlive this, or are taken
    //! away before.
    void setPictures(AvatarPictures *pictures) { m_pictures = pictures; }

    //! Puts a button for an action of the window under the head.
    void addButton(QPushButton *button);
    //! A section of the caller's, after the attributes; in the order of the calls.
    PanelSection *newSection(const QString &objectName, PanelSection::Kind kind);
    //! Something was put into a section: Tab goes through it where it stands.
    void orderTabs();
    //! The section of the record's dates, always there from now on, for what belongs beside them.
    PanelSection *activitySection();

Q_SIGNALS:
    void addTagRequested();
    void removeTagRequested(const roster::TagId &tag);
    void attachCompanyRequested();
    void detachCompanyRequested(const roster::CompanyId &company);
    //! A company's name was pressed.
    void companyRequested(const roster::CompanyId &company);
    void editRequested();
    void newAttributeRequested();

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
    AvatarPictures *m_pictures = nullptr;
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
    QVBoxLayout *m_added;
    QVBoxLayout *m_folded;
    QHash<QString, PanelSection *> m_foldedByKey;
    QHash<QString, FactRows *> m_foldedFacts;
    //! Keys of folding sections that stay though the record has nothing for them.
    QSet<QString> m_kept;
};

} // namespace roster
