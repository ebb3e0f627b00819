// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

namespace roster::sandbox::attributes {

//! One attribute that every workspace has. Texts are UTF-8 literals.
struct StandardAttribute
{
    const char *model;
    const char *fullName;
    const char *label;
    const char *dataType;
    bool apiWritable;
    const char *description;
};

[[nodiscard]] const QList<StandardAttribute> &standardAttributes();

} // namespace roster::sandbox::attributes
