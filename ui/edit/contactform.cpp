// SPDX-License-Identifier: MIT
#include "ui/edit/contactform.h"

#include "ui/edit/attributeeditors.h"
#include "ui/edit/choiceeditor.h"
#include "ui/edit/lineeditor.h"
#include "ui/edit/segmenteditor.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int FieldGap = 14;

QVBoxLayout *columnIn(QWidget *parent)
{
    auto *column = new QVBoxLayout(parent);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(FieldGap);
    return column;
}

//! Names of people and attributes hold & as a letter, not as a mnemonic.
QString literal(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

//! "emailEdit" names its frame "emailField".
QString frameName(const QWidget &editor)
{
    static constexpr QLatin1String Kinds[] = {"Edit"_L1, "Combo"_L1, "Segments"_L1};
    QString name = editor.objectName();
    for (const QLatin1String kind : Kinds) {
        if (name.endsWith(kind))
            name.chop(kind.size());
    }
    return name + u"Field"_s;
}

} // namespace

ContactForm::ContactForm(const Theme &theme, const ContactBook &book, const QTimeZone &zone,
                         const Contact *contact, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_contact(contact)
    , m_binder(new FormBinder(this))
    , m_moreBox(new QWidget(this))
{
    setObjectName(u"contactForm"_s);
    m_main = {this, columnIn(this)};
    m_more = {m_moreBox, columnIn(m_moreBox)};
    addIdentity(book);
    // Made between the two parts: the order of making is the order of Tab.
    m_moreButton = makeLinkButton(u"moreFieldsButton"_s, {}, this);
    addMore(zone);
    addAttributes(book, zone);
    m_main.column->addWidget(m_moreButton, 0, Qt::AlignLeft);
    m_main.column->addWidget(m_moreBox);
    connect(m_moreButton, &QPushButton::clicked, this, [this] { showMore(!isMoreShown()); });
    showMore(contact != nullptr);
    if (contact) {
        m_binder->loadExisting(*contact);
    } else {
        ContactDraft draft;
        draft.fields[ContactField::Role] = roleName(Role::User);
        m_binder->loadNew(draft);
    }
    m_contact = nullptr;
}

void ContactForm::showRemedies(ContactField field, const QString &text,
                               const QList<FormField::Remedy> &remedies)
{
    m_remedyText = text;
    m_remedies = remedies;
    m_binder->showServerProblem(field, text);
}

QWidget *ContactForm::firstEditor() const
{
    return m_first;
}

bool ContactForm::focusFirstProblem()
{
    FieldEditor *editor = m_binder->firstWithProblem();
    if (!editor)
        return false;
    if (m_moreBox->isAncestorOf(&editor->widget()))
        showMore(true);
    editor->widget().setFocus(Qt::OtherFocusReason);
    return true;
}

bool ContactForm::isMoreShown() const
{
    return !m_moreBox->isHidden();
}

void ContactForm::showMore(bool isShown)
{
    m_moreBox->setVisible(isShown);
    m_moreButton->setText(isShown ? tr("&Fewer fields") : tr("More &fields"));
    m_moreButton->setAccessibleName(m_moreButton->text().remove(u'&'));
}

void ContactForm::addIdentity(const ContactBook &book)
{
    addRole();
    m_first = addText(m_main, ContactField::Email, u"emailEdit"_s, tr("&Email"), {});
    addText(m_main, ContactField::Name, u"nameEdit"_s, tr("&Name"), {});
    addText(m_main, ContactField::Phone, u"phoneEdit"_s, tr("&Phone"), u"+44 20 7946 0958"_s);
    addText(m_main, ContactField::ExternalId, u"externalIdEdit"_s, tr("E&xternal id"), {});
    addOwner(book);
}

void ContactForm::addRole()
{
    auto *role =
        new SegmentedControl(m_theme, u"roleSegments"_s, fieldTitle(ContactField::Role), this);
    role->addChoice(roleName(Role::User), roleTitle(Role::User));
    role->addChoice(roleName(Role::Lead), roleTitle(Role::Lead));
    auto *editor = new SegmentEditor(*role);
    FormField *frame = addField(m_main, tr("&Role"), *editor);
    m_binder->bind(ContactField::Role, *editor, shower(frame));
}

void ContactForm::addOwner(const ContactBook &book)
{
    auto *owner = new ComboField(m_theme, u"ownerCombo"_s, fieldTitle(ContactField::Owner), this);
    QList<ChoiceEditor::Choice> choices{{tr("No owner"), QJsonValue::Null}};
    for (const Admin &admin : book.admins())
        choices.append({admin.name.isEmpty() ? admin.email : admin.name, admin.id.text()});
    auto *editor = new ChoiceEditor(*owner, std::move(choices));
    FormField *frame = addField(m_main, tr("&Owner"), *editor);
    m_binder->bind(ContactField::Owner, *editor, shower(frame));
}

void ContactForm::addMore(const QTimeZone &zone)
{
    addText(m_more, ContactField::Avatar, u"avatarEdit"_s, tr("Pict&ure address"), u"https://"_s);
    addFlag(m_more, ContactField::UnsubscribedFromEmails, u"unsubscribedSegments"_s,
            tr("Unsubscribed from emai&ls"));
    const QString title = fieldTitle(ContactField::SignedUpAt);
    auto *signedUp = new TextField(m_theme, u"signedUpEdit"_s, title, m_moreBox);
    const TypedText text(AttributeType::Date, QLocale(), zone);
    signedUp->setPlaceholderText(text.example());
    auto *editor = new LineEditor(*signedUp, text);
    FormField *frame = addField(m_more, tr("Si&gned up"), *editor);
    m_binder->bind(ContactField::SignedUpAt, *editor, shower(frame));
}

void ContactForm::addAttributes(const ContactBook &book, const QTimeZone &zone)
{
    const QList<DataAttribute> attributes = editableAttributes(book.attributes(), m_contact);
    for (const DataAttribute &attribute : attributes) {
        FieldEditor *editor = makeAttributeEditor(
            m_theme, attribute, u"attribute_"_s + attribute.name, zone, m_moreBox);
        FormField *frame = addField(m_more, literal(attributeTitle(attribute)), *editor);
        frame->setHint(attribute.description);
        m_binder->bindAttribute(attribute.name, *editor, shower(frame));
    }
}

TextField *ContactForm::addText(const Frame &frame, ContactField field, const QString &objectName,
                                const QString &label, const QString &placeholder)
{
    auto *line = new TextField(m_theme, objectName, fieldTitle(field), frame.parent);
    line->setPlaceholderText(placeholder);
    auto *editor =
        new LineEditor(*line, TypedText(AttributeType::Text, QLocale(), QTimeZone::utc()));
    FormField *added = addField(frame, label, *editor);
    m_binder->bind(field, *editor, shower(added));
    return line;
}

void ContactForm::addFlag(const Frame &frame, ContactField field, const QString &objectName,
                          const QString &label)
{
    auto *segments = new SegmentedControl(m_theme, objectName, fieldTitle(field), frame.parent);
    addFlagChoices(*segments);
    auto *editor = new SegmentEditor(*segments);
    FormField *added = addField(frame, label, *editor);
    m_binder->bind(field, *editor, shower(added));
}

FormField *ContactForm::addField(const Frame &frame, const QString &label, FieldEditor &editor)
{
    auto *field =
        new FormField(m_theme, frameName(editor.widget()), label, &editor.widget(), frame.parent);
    frame.column->addWidget(field);
    return field;
}

FormBinder::ShowProblem ContactForm::shower(FormField *frame)
{
    connect(frame, &FormField::remedyChosen, this, &ContactForm::remedyChosen);
    return [this, frame](const QString &problem) {
        const bool hasRemedies = !problem.isEmpty() && problem == m_remedyText;
        frame->setProblem(problem, hasRemedies ? m_remedies : QList<FormField::Remedy>());
    };
}

} // namespace roster
