// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/edit/formbinder.h"
#include "ui/widgets/formfield.h"

#include <QtCore/QTimeZone>

class QPushButton;
class QVBoxLayout;

namespace roster {

class TextField;

//! The fields of a contact that can be written, for a new one and for one that is edited. What
//! belongs to most contacts is seen at once, the rest behind "More fields".
class ContactForm : public QWidget
{
    Q_OBJECT

public:
    //! Owners and attributes come from `book`; times are typed in `zone`.
    ContactForm(const Theme &theme, const ContactBook &book, const QTimeZone &zone,
                const Contact *contact, QWidget *parent);

    FormBinder &binder() { return *m_binder; }
    const FormBinder &binder() const { return *m_binder; }

    //! Puts `text` with what can be done about it under the field, until it is edited.
    void showRemedies(ContactField field, const QString &text,
                      const QList<FormField::Remedy> &remedies);
    //! The widget that a person starts with.
    QWidget *firstEditor() const;
    //! Moves the keyboard to the first field with a problem and into view; false when none has one.
    bool focusFirstProblem();
    bool isMoreShown() const;

public Q_SLOTS:
    void showMore(bool isShown);

Q_SIGNALS:
    void remedyChosen(const QString &id);

private:
    struct Frame
    {
        QWidget *parent;
        QVBoxLayout *column;
    };

    void addIdentity(const ContactBook &book);
    void addMore(const QTimeZone &zone);
    void addAttributes(const ContactBook &book, const QTimeZone &zone);
    void addRole();
    void addOwner(const ContactBook &book);
    TextField *addText(const Frame &frame, ContactField field, const QString &objectName,
                       const QString &label, const QString &placeholder);
    void addFlag(const Frame &frame, ContactField field, const QString &objectName,
                 const QString &label);
    FormField *addField(const Frame &frame, const QString &label, FieldEditor &editor);
    FormBinder::ShowProblem shower(FormField *frame);

    const Theme &m_theme;
    const Contact *m_contact;
    FormBinder *m_binder;
    QWidget *m_moreBox;
    QPushButton *m_moreButton = nullptr;
    Frame m_main;
    Frame m_more;
    QWidget *m_first = nullptr;
    QString m_remedyText;
    QList<FormField::Remedy> m_remedies;
};

} // namespace roster
