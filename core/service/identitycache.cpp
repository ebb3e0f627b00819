// SPDX-License-Identifier: MIT
#include "core/service/identitycache.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace roster {

namespace {

const QString IdKey = QStringLiteral("id");
const QString NameKey = QStringLiteral("name");
const QString RegionKey = QStringLiteral("region");
const QString ZoneKey = QStringLiteral("timeZone");
const QString OwnerIdKey = QStringLiteral("ownerId");
const QString OwnerNameKey = QStringLiteral("ownerName");
const QString OwnerEmailKey = QStringLiteral("ownerEmail");

} // namespace

QByteArray identityToBytes(const WorkspaceIdentity &identity)
{
    const QJsonObject object{
        {IdKey, identity.id},
        {NameKey, identity.name},
        {RegionKey, identity.toldRegion},
        {ZoneKey, QString::fromLatin1(identity.timeZone)},
        {OwnerIdKey, identity.tokenOwner.id.text()},
        {OwnerNameKey, identity.tokenOwner.name},
        {OwnerEmailKey, identity.tokenOwner.email},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<WorkspaceIdentity> identityFromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    WorkspaceIdentity identity;
    identity.id = object.value(IdKey).toString();
    if (identity.id.isEmpty())
        return std::nullopt;
    identity.name = object.value(NameKey).toString();
    identity.toldRegion = object.value(RegionKey).toString();
    identity.timeZone = object.value(ZoneKey).toString().toLatin1();
    identity.tokenOwner = {AdminId(object.value(OwnerIdKey).toString()),
                           object.value(OwnerNameKey).toString(),
                           object.value(OwnerEmailKey).toString()};
    return identity;
}

} // namespace roster
