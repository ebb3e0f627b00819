// SPDX-License-Identifier: MIT
#include "ui/lifecycle/lifecyclerules.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QVersionNumber>

#include <algorithm>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LifecycleRules)
};

constexpr int LongestProof = 80;

//! Block exists from 2.13 on.
bool canBlock(const QString &version)
{
    return QVersionNumber::fromString(version) >= QVersionNumber(2, 13);
}

bool isTypeable(const QString &text)
{
    const auto isVisible = [](QChar c) {
        const bool isSign =
            c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
            c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
        return !isSign && (!c.isSpace() || c == QLatin1Char(' '));
    };
    return !text.isEmpty() && text.size() <= LongestProof && text == text.simplified() &&
           std::all_of(text.cbegin(), text.cend(), isVisible);
}

} // namespace

LifecycleRules lifecycleRules(Role role, const QString &version)
{
    LifecycleRules rules;
    if (role == Role::User) {
        rules.convert = Words::tr("This contact is a user already.");
        rules.merge = Words::tr("Intercom cannot merge two users: only a lead goes into a user.");
    } else if (role != Role::Lead) {
        rules.convert = Words::tr("Only a lead becomes a user.");
        rules.merge = Words::tr("Only a lead goes into a user.");
    }
    if (!canBlock(version))
        rules.block = Words::tr("Blocking needs version 2.13 of Intercom’s API; this workspace "
                                "uses %1.")
                          .arg(version);
    return rules;
}

LifecycleRules lifecycleRulesOfMany()
{
    const QString one = Words::tr("Choose one contact.");
    return {one, one, one, one};
}

QString typedProof(const ContactId &id, const QString &email, const QString &name)
{
    for (const QString &text : {email, name}) {
        if (isTypeable(text))
            return text;
    }
    return id.text();
}

} // namespace roster
