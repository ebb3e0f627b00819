// SPDX-License-Identifier: MIT
#include "core/api/adminjson.h"

#include "core/api/jsonreader.h"

namespace roster::api {

Admin readAdmin(const JsonNode &root)
{
    root.member(QLatin1String("type")).expectText(QLatin1String("admin"));
    return {AdminId(root.member(QLatin1String("id")).id()),
            root.member(QLatin1String("name")).optionalText(),
            root.member(QLatin1String("email")).optionalText()};
}

Result<QList<Admin>> readAdmins(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        QList<Admin> admins;
        root.member(QLatin1String("type")).expectText(QLatin1String("admin.list"));
        root.member(QLatin1String("admins")).forEach([&admins](const JsonNode &entry) {
            admins.append(readAdmin(entry));
        });
        return admins;
    });
}

Result<WorkspaceIdentity> readMe(const QByteArray &json)
{
    return parseJson(json, [](const JsonNode &root) {
        WorkspaceIdentity identity;
        identity.tokenOwner = readAdmin(root);
        const JsonNode app = root.member(QLatin1String("app"));
        identity.id = app.member(QLatin1String("id_code")).id();
        identity.name = app.member(QLatin1String("name")).optionalText();
        identity.toldRegion = app.member(QLatin1String("region")).optionalText();
        identity.timeZone = app.member(QLatin1String("timezone")).optionalText().toUtf8();
        return identity;
    });
}

} // namespace roster::api
