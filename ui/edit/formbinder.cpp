// SPDX-License-Identifier: MIT
#include "ui/edit/formbinder.h"

#include "ui/text/fieldtext.h"

#include <algorithm>

namespace roster {

namespace {

FieldValue fieldValueOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toInteger();
    if (value.isString())
        return tidied(value.toString());
    return std::monostate();
}

//! Nothing, told in either way that Intercom has.
bool isBlank(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || value == QJsonValue(QString());
}

bool isSame(const QJsonValue &a, const QJsonValue &b)
{
    return a == b || (isBlank(a) && isBlank(b));
}

//! Typing on may solve it, so that it is not called wrong before the keyboard leaves.
bool canWait(Problem problem)
{
    switch (problem) {
    case Problem::Missing:
    case Problem::NotAnEmail:
    case Problem::NotAUrl:
        return true;
    case Problem::NotAPhone:
    case Problem::TooLong:
    case Problem::HasControlChars:
    case Problem::RoleCannotGoBack:
    case Problem::ExternalIdOfLead:
        break;
    }
    return false;
}

//! Fields whose edit may end a conflict of identifiers.
bool isIdentifier(ContactField field)
{
    return field == ContactField::Email || field == ContactField::ExternalId ||
           field == ContactField::Role;
}

} // namespace

FormBinder::FormBinder(QObject *parent)
    : QObject(parent)
{
}

void FormBinder::bind(ContactField field, FieldEditor &editor, ShowProblem show)
{
    add({field, {}, &editor, std::move(show)});
}

void FormBinder::bindAttribute(const QString &name, FieldEditor &editor, ShowProblem show)
{
    add({ContactField::CustomAttributes, name, &editor, std::move(show)});
}

void FormBinder::add(Line line)
{
    const size_t at = m_lines.size();
    connect(line.editor, &FieldEditor::edited, this, [this, at] { lineEdited(at); });
    connect(line.editor, &FieldEditor::left, this, [this, at] { lineLeft(at); });
    m_lines.push_back(std::move(line));
}

void FormBinder::loadNew(const ContactDraft &draft)
{
    m_contact.reset();
    m_start = draft;
    fill(draft);
}

void FormBinder::loadExisting(const Contact &contact)
{
    m_contact = contact;
    m_start = ContactDraft::of(contact);
    fill(m_start);
}

void FormBinder::rebase(const Contact &contact, const QList<PatchPlace> &dropped)
{
    const ContactDraft theirs = ContactDraft::of(contact);
    for (Line &line : m_lines) {
        const bool isMine =
            !isSame(line.editor->value(), line.base) && !dropped.contains(placeOf(line));
        line.base = valueIn(theirs, line);
        if (!isMine)
            line.editor->setValue(line.base);
    }
    m_contact = contact;
    m_start = theirs;
    clearServerProblems();
}

void FormBinder::fillIn(const ContactDraft &typed)
{
    const bool isUser = m_contact && m_contact->role() == Role::User;
    for (Line &line : m_lines) {
        const QJsonValue value = valueIn(typed, line);
        // A user cannot become a lead: the role is not what was typed in earnest.
        const bool isIdle = isBlank(value) || isSame(value, line.base) ||
                            (line.field == ContactField::Role && isUser);
        if (isIdle)
            continue;
        line.editor->setValue(value);
        line.isRevealed = true;
    }
    update();
}

FieldEditor *FormBinder::editorOf(const PatchPlace &place) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                    [&place](const Line &line) { return placeOf(line) == place; });
    return found == m_lines.end() ? nullptr : found->editor;
}

PatchPlace FormBinder::placeOf(const Line &line)
{
    return {line.field, line.attribute};
}

QJsonValue FormBinder::valueIn(const ContactDraft &draft, const Line &line)
{
    return line.attribute.isEmpty() ? jsonValueOf(draft.value(line.field))
                                    : draft.customAttributes.value(line.attribute);
}

void FormBinder::fill(const ContactDraft &draft)
{
    for (Line &line : m_lines) {
        line.base = valueIn(draft, line);
        line.editor->setValue(line.base);
        line.isRevealed = false;
        line.serverProblem.clear();
    }
    update();
}

ContactDraft FormBinder::draft() const
{
    ContactDraft draft = m_start;
    for (const Line &line : m_lines) {
        const QJsonValue value = line.editor->value();
        if (isSame(value, line.base))
            continue;
        if (line.attribute.isEmpty())
            draft.fields[line.field] = fieldValueOf(value);
        else
            draft.customAttributes.insert(line.attribute, value);
    }
    // A new contact says nothing about what was left empty.
    if (!m_contact)
        std::erase_if(draft.fields,
                      [](const auto &entry) { return isBlank(jsonValueOf(entry.second)); });
    return draft;
}

ContactPatch FormBinder::patch() const
{
    return m_contact ? draft().patchFrom(*m_contact) : ContactPatch();
}

bool FormBinder::isDirty() const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) {
        return !line.editor->problem().isEmpty() || !isSame(line.editor->value(), line.base);
    });
}

bool FormBinder::isValid() const
{
    return m_isValid;
}

bool FormBinder::showServerError(const ApiError &error, const QString &text)
{
    Line *line = lineOf(error);
    if (!line)
        return false;
    line->serverProblem = text;
    update();
    return true;
}

bool FormBinder::showServerProblem(ContactField field, const QString &text)
{
    ApiError error;
    error.field = field;
    return showServerError(error, text);
}

void FormBinder::clearServerProblems()
{
    for (Line &line : m_lines)
        line.serverProblem.clear();
    update();
}

void FormBinder::revealAll()
{
    for (Line &line : m_lines)
        line.isRevealed = true;
    update();
}

FieldEditor *FormBinder::firstWithProblem() const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                    [](const Line &line) { return !line.shownProblem.isEmpty(); });
    return found == m_lines.end() ? nullptr : found->editor;
}

void FormBinder::lineEdited(size_t at)
{
    Line &edited = m_lines[at];
    edited.serverProblem.clear();
    for (Line &line : m_lines) {
        if (isIdentifier(edited.field) && isIdentifier(line.field))
            line.serverProblem.clear();
    }
    update();
}

void FormBinder::lineLeft(size_t at)
{
    Line &line = m_lines[at];
    const bool isTouched =
        !isSame(line.editor->value(), line.base) || !line.editor->problem().isEmpty();
    if (!isTouched || line.isRevealed)
        return;
    line.isRevealed = true;
    update();
}

void FormBinder::update()
{
    const QList<FieldProblem> found = problems();
    m_isValid = true;
    for (Line &line : m_lines) {
        const Finding finding = findingOf(line, found);
        if (!finding.text.isEmpty())
            m_isValid = false;
        const QString shown = finding.canWait && !line.isRevealed ? QString() : finding.text;
        if (shown == line.shownProblem)
            continue;
        line.shownProblem = shown;
        line.show(shown);
    }
    Q_EMIT changed();
}

FormBinder::Finding FormBinder::findingOf(const Line &line,
                                          const QList<FieldProblem> &problems) const
{
    if (const QString unread = line.editor->problem(); !unread.isEmpty())
        return {unread, true};
    if (!line.serverProblem.isEmpty())
        return {line.serverProblem, false};
    if (!line.attribute.isEmpty())
        return {};
    const auto found =
        std::find_if(problems.begin(), problems.end(),
                     [&](const FieldProblem &each) { return each.field == line.field; });
    if (found != problems.end())
        return {problemText(*found), canWait(found->problem)};
    // Intercom ignores an external id of null (observed): do not pretend to clear it.
    const bool isEmptied = !isBlank(line.base) && isBlank(line.editor->value());
    if (m_contact && line.field == ContactField::ExternalId && isEmptied)
        return {tr("Intercom does not remove an external id; another one can take its place."),
                true};
    return {};
}

QList<FieldProblem> FormBinder::problems() const
{
    return problemsOf(draft(), m_contact ? &*m_contact : nullptr);
}

FormBinder::Line *FormBinder::lineOf(const ApiError &error)
{
    if (!error.field)
        return nullptr;
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &line) {
        if (line.field != *error.field)
            return false;
        // Intercom names an attribute at fault only within its sentence.
        return line.attribute.isEmpty() || error.message.contains(line.attribute);
    });
    return found == m_lines.end() ? nullptr : &*found;
}

} // namespace roster
