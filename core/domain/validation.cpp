// SPDX-License-Identifier: MIT
#include "core/domain/validation.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>

namespace roster {

namespace {

constexpr int LongestText = 255;
constexpr int LongestPictureUrl = 512;

bool hasControlCharacters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
               c == QChar::ParagraphSeparator;
    });
}

bool isEmail(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[^\\s@\"<>(),:;\\[\\]\\\\]+@[^\\s@.\"<>(),:;\\[\\]\\\\]+"
                       "(\\.[^\\s@.\"<>(),:;\\[\\]\\\\]+)*$"));
    return pattern.match(text).hasMatch();
}

bool isPhone(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\+?[0-9 ()./\\-\\x{00A0}]*[0-9][0-9 ()./\\-\\x{00A0}]*"
                       "((ext\\.?|x|#) ?[0-9]+)?$"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

std::optional<Problem> problemOfText(ContactField field, const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    if (hasControlCharacters(text))
        return Problem::HasControlChars;
    const int longest = field == ContactField::Avatar ? LongestPictureUrl : LongestText;
    if (text.size() > longest)
        return Problem::TooLong;
    if (field == ContactField::Email && !isEmail(text))
        return Problem::NotAnEmail;
    if (field == ContactField::Phone && !isPhone(text))
        return Problem::NotAPhone;
    if (field == ContactField::Avatar && !isWebAddress(text))
        return Problem::NotAUrl;
    return std::nullopt;
}

//! What the role asks of the other fields.
QList<FieldProblem> problemsOfRole(const ContactDraft &draft, const Contact *base)
{
    QList<FieldProblem> problems;
    const bool isLead = draft.role() == Role::Lead;
    const QString externalId = draft.text(ContactField::ExternalId);
    if (base && base->role() == Role::User && isLead)
        problems.append({ContactField::Role, Problem::RoleCannotGoBack});
    if (!isLead && draft.text(ContactField::Email).isEmpty() && externalId.isEmpty())
        problems.append({ContactField::Email, Problem::Missing});
    const QString before = base ? base->text(ContactField::ExternalId) : QString();
    if (isLead && !externalId.isEmpty() && externalId != before)
        problems.append({ContactField::ExternalId, Problem::ExternalIdOfLead});
    return problems;
}

} // namespace

QList<FieldProblem> problemsOf(const ContactDraft &draft, const Contact *base)
{
    QList<FieldProblem> problems;
    for (const auto &[field, value] : draft.fields) {
        // What Intercom already holds is not the typist's fault, however odd it is.
        if (base && base->value(field) == value)
            continue;
        if (const auto problem = problemOfText(field, textOf(value)))
            problems.append({field, *problem});
    }
    problems.append(problemsOfRole(draft, base));
    return problems;
}

QString tidied(const QString &typed)
{
    QString text = typed;
    text.removeIf([](QChar c) {
        // Zero width space, word joiner and byte order mark come along when copying from web pages.
        return c == QChar(0x200B) || c == QChar(0x2060) || c == QChar(0xFEFF);
    });
    return text.trimmed();
}

} // namespace roster
