// SPDX-License-Identifier: MIT
#include "ui/edit/newattributesheet.h"

#include "core/service/recordservice.h"
#include "core/service/session.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 500;
constexpr int OptionsHeight = 92;
constexpr AttributeType Types[] = {AttributeType::Text,  AttributeType::Integer,
                                   AttributeType::Float, AttributeType::Flag,
                                   AttributeType::Date,  AttributeType::List};

bool isAboutOptions(AttributeProblem problem)
{
    return problem == AttributeProblem::TooFewOptions || problem == AttributeProblem::EmptyOption ||
           problem == AttributeProblem::RepeatedOption;
}

QString wordsOf(AttributeProblem problem)
{
    switch (problem) {
    case AttributeProblem::NameMissing:
        return NewAttributeSheet::tr("Enter a name.");
    case AttributeProblem::NameCharacters:
        return NewAttributeSheet::tr("A name has letters, digits, spaces, hyphens, underscores and "
                                     "currency signs, and nothing else.");
    case AttributeProblem::NameTaken:
        return NewAttributeSheet::tr(
            "There is an attribute of this name, perhaps an archived one.");
    case AttributeProblem::TooFewOptions:
        return NewAttributeSheet::tr("A list needs at least two options.");
    case AttributeProblem::EmptyOption:
        return NewAttributeSheet::tr("An option is empty.");
    case AttributeProblem::RepeatedOption:
        break;
    }
    return NewAttributeSheet::tr("An option is there twice.");
}

} // namespace

QString attributeTypeTitle(AttributeType type)
{
    switch (type) {
    case AttributeType::Text:
        return NewAttributeSheet::tr("Text");
    case AttributeType::Integer:
        return NewAttributeSheet::tr("Whole number");
    case AttributeType::Float:
        return NewAttributeSheet::tr("Decimal number");
    case AttributeType::Flag:
        return NewAttributeSheet::tr("Yes or no");
    case AttributeType::Date:
        return NewAttributeSheet::tr("Date");
    case AttributeType::List:
        break;
    }
    return NewAttributeSheet::tr("List of options");
}

NewAttributeSheet::NewAttributeSheet(const Theme &theme, Session &session, Prompts *prompts,
                                     QWidget *host)
    : TaskSheet(theme, u"newAttributeSheet"_s, host, prompts)
    , m_theme(theme)
    , m_session(session)
{
    setCardWidth(CardWidth);
    setTitle(tr("New attribute"));
    setSubtitle(
        tr("for contacts. Its name and type stay for ever: Intercom removes no attribute, it only "
           "archives them."));
    addName();
    addType();
    addOptions();
    addDescription();
    addFooter(u"createAttributeButton"_s, tr("&Create attribute"));
    setFirstFocus(m_name);
}

void NewAttributeSheet::addName()
{
    m_name = new TextField(m_theme, u"attributeNameEdit"_s, tr("Name"), this);
    m_nameField = new FormField(m_theme, u"attributeNameField"_s, tr("&Name"), m_name, this);
    body()->addWidget(m_nameField);
    connect(m_name, &QLineEdit::textEdited, this, [this] { edited(m_nameField); });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        // Whoever only passes through has done nothing wrong.
        if (!isBusy() && !m_name->text().trimmed().isEmpty())
            showProblems({m_nameField});
    });
}

void NewAttributeSheet::addType()
{
    m_type = new ComboField(m_theme, u"attributeTypeCombo"_s, tr("Type"), this);
    for (const AttributeType type : Types)
        m_type->addItem(attributeTypeTitle(type), static_cast<int>(type));
    body()->addWidget(new FormField(m_theme, u"attributeTypeField"_s, tr("&Type"), m_type, this));
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        m_optionsField->setVisible(draft().type == AttributeType::List);
        edited(m_optionsField);
    });
}

void NewAttributeSheet::addOptions()
{
    m_options = new QPlainTextEdit(this);
    m_options->setObjectName(u"attributeOptionsEdit"_s);
    m_options->setAccessibleName(tr("Options"));
    m_options->setPlaceholderText(tr("One a line"));
    m_options->setTabChangesFocus(true);
    m_options->setFixedHeight(OptionsHeight);
    m_optionsField =
        new FormField(m_theme, u"attributeOptionsField"_s, tr("&Options"), m_options, this);
    m_optionsField->setHint(tr("At least two; a contact has one of them."));
    m_optionsField->hide();
    body()->addWidget(m_optionsField);
    connect(m_options, &QPlainTextEdit::textChanged, this, [this] { edited(m_optionsField); });
}

void NewAttributeSheet::addDescription()
{
    m_description = new TextField(m_theme, u"attributeDescriptionEdit"_s, tr("Description"), this);
    body()->addWidget(new FormField(m_theme, u"attributeDescriptionField"_s, tr("&Description"),
                                    m_description, this));
}

NewAttribute NewAttributeSheet::draft() const
{
    NewAttribute draft;
    draft.name = m_name->text().trimmed();
    draft.description = m_description->text().trimmed();
    draft.type = static_cast<AttributeType>(m_type->currentData().toInt());
    if (draft.type != AttributeType::List)
        return draft;
    const QStringList lines = m_options->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        // An empty line is nothing that somebody chose.
        if (const QString option = line.trimmed(); !option.isEmpty())
            draft.options.append(option);
    }
    return draft;
}

QList<AttributeProblem> NewAttributeSheet::problems() const
{
    return problemsOf(draft(), m_session.book().attributes());
}

void NewAttributeSheet::edited(FormField *field)
{
    field->clearProblem();
    updateButtons();
}

void NewAttributeSheet::showProblems(const QList<FormField *> &fields)
{
    const QList<AttributeProblem> found = problems();
    for (FormField *field : fields) {
        const auto isItsOwn = [this, field](AttributeProblem problem) {
            return isAboutOptions(problem) == (field == m_optionsField);
        };
        const auto first = std::find_if(found.begin(), found.end(), isItsOwn);
        if (first != found.end())
            field->setProblem(wordsOf(*first));
        else if (field->problem() != m_refusal)
            field->clearProblem();
    }
}

bool NewAttributeSheet::isDirty() const
{
    return !m_name->text().isEmpty() || !m_description->text().isEmpty() ||
           !m_options->toPlainText().isEmpty();
}

bool NewAttributeSheet::canProceed() const
{
    return problems().isEmpty() && !m_nameField->hasProblem() && !m_optionsField->hasProblem();
}

void NewAttributeSheet::explain()
{
    showProblems({m_nameField, m_optionsField});
    if (m_nameField->hasProblem())
        m_name->setFocus(Qt::OtherFocusReason);
    else
        m_options->setFocus(Qt::OtherFocusReason);
}

void NewAttributeSheet::proceed()
{
    RecordService *records = m_session.records();
    if (!records)
        return;
    OperationOf<DataAttribute> *making = records->createAttribute(draft());
    making->onFinished(this, [this](const Result<DataAttribute> &result) { settled(result); });
    hold(making, tr("Creating the attribute"));
}

void NewAttributeSheet::settled(const Result<DataAttribute> &result)
{
    if (result) {
        Q_EMIT created(*result);
        return dismiss();
    }
    const ApiError &error = result.error();
    showError(error, Doing::CreatingAttribute);
    if (error.kind != ErrorKind::Invalid || error.message.isEmpty())
        return;
    // Intercom names no field; what it says of a name or of options does.
    const bool isOptions =
        error.message.contains("option"_L1, Qt::CaseInsensitive) && !m_optionsField->isHidden();
    const bool isName = error.message.contains("name"_L1, Qt::CaseInsensitive);
    if (!isOptions && !isName)
        return;
    message().clear();
    m_refusal = tr("Intercom: %1", "its words").arg(error.message);
    (isOptions ? m_optionsField : m_nameField)->setProblem(m_refusal);
    updateButtons();
}

} // namespace roster
