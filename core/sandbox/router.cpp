// SPDX-License-Identifier: MIT
#include "core/sandbox/router.h"

#include "core/sandbox/admins.h"
#include "core/sandbox/companies.h"
#include "core/sandbox/contactlists.h"
#include "core/sandbox/contactwrites.h"
#include "core/sandbox/dataattributes.h"
#include "core/sandbox/tags.h"

#include <optional>

namespace roster::sandbox {

namespace {

const Route routes[] = {
    {"GET", "/me", admins::me, false},
    {"GET", "/admins", admins::list, false},
    {"GET", "/admins/{}", admins::show, false},
    {"GET", "/data_attributes", attributes::list, false},
    {"GET", "/tags", tags::list, false},
    {"POST", "/tags", tags::createOrApply, true},
    {"GET", "/tags/{}", tags::show, false},
    {"DELETE", "/tags/{}", tags::remove, true},
    {"POST", "/contacts", contacts::create, true},
    {"GET", "/contacts", contacts::list, false},
    {"POST", "/contacts/merge", contacts::merge, true},
    {"POST", "/contacts/search", contacts::search, false},
    {"GET", "/contacts/{}", contacts::show, false},
    {"PUT", "/contacts/{}", contacts::change, true},
    {"DELETE", "/contacts/{}", contacts::remove, true},
    {"POST", "/contacts/{}/archive", contacts::archive, true},
    {"POST", "/contacts/{}/unarchive", contacts::unarchive, true},
    {"GET", "/contacts/{}/tags", tags::ofContact, false},
    {"POST", "/contacts/{}/tags", tags::attachToContact, true},
    {"DELETE", "/contacts/{}/tags/{}", tags::detachFromContact, true},
    {"GET", "/contacts/{}/companies", companies::ofContact, false},
    {"POST", "/contacts/{}/companies", companies::attachToContact, true},
    {"DELETE", "/contacts/{}/companies/{}", companies::detachFromContact, true},
    {"POST", "/companies", companies::createOrUpdate, true},
    {"GET", "/companies", companies::list, false},
    {"POST", "/companies/list", companies::listAll, false},
    {"GET", "/companies/{}", companies::show, false},
    {"GET", "/companies/{}/contacts", companies::contactsOf, false},
};

// The variable segments of path if it has the shape of pattern.
std::optional<QStringList> matched(const QString &pattern, const QStringList &path)
{
    const QStringList parts = pattern.split(u'/');
    if (parts.size() != path.size())
        return std::nullopt;
    QStringList ids;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts.at(i) == QLatin1StringView("{}")) {
            if (path.at(i).isEmpty())
                return std::nullopt;
            ids.append(path.at(i));
        } else if (parts.at(i) != path.at(i)) {
            return std::nullopt;
        }
    }
    return ids;
}

} // namespace

Routed findRoute(const QByteArray &method, const QString &path)
{
    QStringList segments = path.split(u'/');
    if (segments.size() > 2 && segments.last().isEmpty())
        segments.removeLast();
    Routed result;
    for (const Route &route : routes) {
        const auto ids = matched(QString::fromLatin1(route.pattern), segments);
        if (!ids)
            continue;
        if (method == route.method)
            return {&route, *ids, {}};
        if (!result.allowed.isEmpty())
            result.allowed += ", ";
        result.allowed += route.method;
    }
    return result;
}

} // namespace roster::sandbox
