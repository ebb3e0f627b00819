// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/context.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace roster::sandbox {

//! The definition of one custom attribute.
struct AttributeDefinition
{
    qint64 id = 0;
    QString model; //!< contact or company
    QString name;
    QString description;
    QString dataType;    //!< string, integer, float, boolean or date
    QStringList options; //!< of list attributes; their data type is string
    bool archived = false;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    qint64 adminId = 0;
    bool isUiWritable = true;
    std::optional<bool> messengerWritable = {}; //!< nothing: as the version has it by default
    bool hasDependants = false;                 //!< something is built on it: it cannot be archived
};

namespace attributes {

//! All definitions of \a model, in the order they were made.
[[nodiscard]] QList<AttributeDefinition> definitions(Context &context, const QString &model);
//! The definition with that id, archived or not.
[[nodiscard]] std::optional<AttributeDefinition> findById(Context &context, qint64 id);
//! The definition of \a name among the active ones of \a model.
[[nodiscard]] std::optional<AttributeDefinition> find(Context &context, const QString &model,
                                                      const QString &name);
//! \a current with \a changes merged in key by key, or why they are refused. Null keeps the key.
[[nodiscard]] Checked<QJsonObject> merged(Context &context, const QString &model,
                                          const QJsonObject &current, const QJsonObject &changes);

} // namespace attributes
} // namespace roster::sandbox
