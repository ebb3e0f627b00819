// SPDX-License-Identifier: MIT
#include "core/sandbox/cursor.h"

#include "core/sandbox/bodyreader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace roster::sandbox {

QString Cursor::encoded() const
{
    const QJsonDocument document(QJsonArray{sortValue, id, page});
    return QString::fromLatin1(document.toJson(QJsonDocument::Compact).toBase64());
}

std::optional<Cursor> Cursor::decode(const QString &text)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(text.toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isArray() || document.array().size() != 3)
        return std::nullopt;
    const QJsonArray array = document.array();
    const std::optional<qint64> page = wholeNumber(array.at(2));
    const bool sortsByScalar = !array.at(0).isArray() && !array.at(0).isObject();
    if (!sortsByScalar || !array.at(1).isString() || !page || *page < 2)
        return std::nullopt;
    return Cursor{array.at(0), array.at(1).toString(), *page};
}

} // namespace roster::sandbox
