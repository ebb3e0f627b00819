// SPDX-License-Identifier: MIT
#include "core/domain/newattribute.h"

#include <algorithm>

namespace roster {

namespace {

constexpr qsizetype FewestOptions = 2;

bool isNameCharacter(char32_t c)
{
    return c == U' ' || c == U'_' || c == U'-' || QChar::isLetterOrNumber(c) || QChar::isMark(c) ||
           QChar::category(c) == QChar::Symbol_Currency;
}

QList<AttributeProblem> problemsOfOptions(const QStringList &options)
{
    QList<AttributeProblem> problems;
    if (options.size() < FewestOptions)
        problems.append(AttributeProblem::TooFewOptions);
    QStringList seen;
    bool isRepeated = false;
    for (const QString &option : options) {
        const QString text = option.trimmed();
        isRepeated |= !text.isEmpty() && seen.contains(text);
        seen.append(text);
    }
    if (seen.contains(QString()))
        problems.append(AttributeProblem::EmptyOption);
    if (isRepeated)
        problems.append(AttributeProblem::RepeatedOption);
    return problems;
}

} // namespace

QList<AttributeProblem> problemsOf(const NewAttribute &attribute, const QList<DataAttribute> &known)
{
    QList<AttributeProblem> problems;
    const QString name = attribute.name.trimmed();
    const QList<uint> characters = name.toUcs4();
    if (name.isEmpty())
        problems.append(AttributeProblem::NameMissing);
    else if (!std::all_of(characters.begin(), characters.end(), isNameCharacter))
        problems.append(AttributeProblem::NameCharacters);
    if (std::any_of(known.begin(), known.end(),
                    [&name](const DataAttribute &one) { return one.name == name; }))
        problems.append(AttributeProblem::NameTaken);
    if (attribute.type == AttributeType::List)
        problems.append(problemsOfOptions(attribute.options));
    return problems;
}

} // namespace roster
