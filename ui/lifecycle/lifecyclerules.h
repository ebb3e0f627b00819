// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"

namespace roster {

//! Why something cannot be done to what is chosen, in a sentence; empty where it can.
struct LifecycleRules
{
    QString convert;
    QString merge;
    QString block;
    QString remove;

    friend bool operator==(const LifecycleRules &, const LifecycleRules &) = default;
};

//! For exactly one contact of `role`, in a workspace that speaks `version` of the API ("2.10").
LifecycleRules lifecycleRules(Role role, const QString &version);
//! For none or several.
LifecycleRules lifecycleRulesOfMany();

//! What somebody types to show that this contact is meant: its email, else its name, else its id.
//! Passed over is what no keyboard types: very long ones, line breaks, invisible signs.
QString typedProof(const ContactId &id, const QString &email, const QString &name);

} // namespace roster
