// SPDX-License-Identifier: MIT
#include "core/sandbox/router.h"

#include "core/sandbox/admins.h"
#include "core/sandbox/companies.h"
#include "core/sandbox/contactidentity.h"
#include "core/sandbox/contactlists.h"
#include "core/sandbox/contactwrites.h"
#include "core/sandbox/conversations.h"
#include "core/sandbox/dataattributes.h"
#include "core/sandbox/mergehistory.h"
#include "core/sandbox/notes.h"
#include "core/sandbox/segments.h"
#include "core/sandbox/subscriptions.h"
#include "core/sandbox/tags.h"
#include "core/sandbox/visitors.h"

#include <optional>

namespace roster::sandbox {

namespace {

const Route routes[] = {
    {"GET", "/me", admins::me, false},
    {"GET", "/admins", admins::list, false},
    {"GET", "/admins/{}", admins::show, false},
    {"GET", "/data_attributes", attributes::list, false},
    {"POST", "/data_attributes", attributes::create, true},
    {"PUT", "/data_attributes/{}", attributes::change, true},
    {"GET", "/tags", tags::list, false},
    {"POST", "/tags", tags::createOrApply, true},
    {"GET", "/tags/{}", tags::show, false},
    {"DELETE", "/tags/{}", tags::remove, true},
    {"POST", "/contacts", contacts::create, true},
    {"GET", "/contacts", contacts::list, false},
    {"POST", "/contacts/merge", contacts::merge, true},
    {"POST", "/contacts/search", contacts::search, false},
    {"GET", "/contacts/find_by_external_id/{}", contacts::findByExternalId, false, 13},
    {"GET", "/contacts/{}", contacts::show, false},
    {"PUT", "/contacts/{}", contacts::change, true},
    {"DELETE", "/contacts/{}", contacts::remove, true},
    {"POST", "/contacts/{}/archive", contacts::archive, true},
    {"POST", "/contacts/{}/unarchive", contacts::unarchive, true},
    {"POST", "/contacts/{}/block", contacts::block, true, 13},
    {"GET", "/contacts/{}/merge_history", contacts::mergeHistory, false, 16},
    {"GET", "/contacts/{}/tags", tags::ofContact, false},
    {"POST", "/contacts/{}/tags", tags::attachToContact, true},
    {"DELETE", "/contacts/{}/tags/{}", tags::detachFromContact, true},
    {"GET", "/contacts/{}/companies", companies::ofContact, false},
    {"POST", "/contacts/{}/companies", companies::attachToContact, true},
    {"DELETE", "/contacts/{}/companies/{}", companies::detachFromContact, true},
    {"GET", "/contacts/{}/notes", notes::ofContact, false},
    {"POST", "/contacts/{}/notes", notes::addToContact, true},
    {"GET", "/contacts/{}/segments", segments::ofContact, false},
    {"GET", "/contacts/{}/subscriptions", subscriptions::ofContact, false},
    {"POST", "/contacts/{}/subscriptions", subscriptions::addToContact, true},
    {"DELETE", "/contacts/{}/subscriptions/{}", subscriptions::removeFromContact, true},
    {"GET", "/notes/{}", notes::show, false},
    {"GET", "/segments", segments::list, false},
    {"GET", "/segments/{}", segments::show, false},
    {"GET", "/companies/{}/segments", segments::ofCompany, false},
    {"GET", "/subscription_types", subscriptions::list, false},
    {"POST", "/companies", companies::createOrUpdate, true},
    {"GET", "/companies", companies::list, false},
    {"POST", "/companies/list", companies::listAll, false},
    {"GET", "/companies/scroll", companies::scroll, false},
    {"GET", "/companies/{}", companies::show, false},
    {"PUT", "/companies/{}", companies::change, true},
    {"DELETE", "/companies/{}", companies::remove, true},
    {"GET", "/companies/{}/contacts", companies::contactsOf, false},
    {"GET", "/conversations", conversations::list, false},
    {"POST", "/conversations", conversations::create, true},
    {"POST", "/conversations/search", conversations::search, false},
    {"GET", "/conversations/{}", conversations::show, false},
    {"POST", "/conversations/{}/customers", conversations::addContact, true},
    {"DELETE", "/conversations/{}/customers/{}", conversations::removeContact, true},
    {"GET", "/visitors", visitors::show, false},
    {"PUT", "/visitors", visitors::change, true},
    {"POST", "/visitors/convert", visitors::convert, true},
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
