// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/dataattribute.h"

#include <QtCore/QList>

namespace roster {

//! A custom attribute of contacts that somebody wants to have (POST /data_attributes). Its name and
//! type stay for ever: Intercom changes neither, and removes none.
struct NewAttribute
{
    QString name;
    QString description;
    AttributeType type = AttributeType::Text;
    //! The choices of a List; of no meaning for the other types.
    QStringList options;

    friend bool operator==(const NewAttribute &, const NewAttribute &) = default;
};

//! What is wrong with a new attribute.
enum class AttributeProblem {
    NameMissing,    //!< Empty, or spaces alone.
    NameCharacters, //!< Something else than letters, digits, spaces, `_`, `-` and currency signs.
    NameTaken,      //!< The workspace has one of that name, perhaps an archived one.
    TooFewOptions,  //!< A list has two choices or more.
    EmptyOption,    //!< A choice without a text.
    RepeatedOption  //!< Twice the same choice.
};

//! Everything wrong with `attribute`, in the order of the form; empty when it may be sent. `known`:
//! the workspace's attributes, as far as they are known; Intercom refuses a name that a company's
//! attribute has, too.
//! Source: Intercom API, "Create a data attribute".
QList<AttributeProblem> problemsOf(const NewAttribute &attribute,
                                   const QList<DataAttribute> &known = {});

} // namespace roster
