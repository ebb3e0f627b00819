// SPDX-License-Identifier: MIT
#include "core/service/workspacesearch.h"

#include "core/api/searchfilter.h"
#include "core/service/searchwalk.h"
#include "core/service/serviceparts.h"

namespace roster {

WorkspaceSearch::WorkspaceSearch(const ServiceParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<ServiceParts>(parts))
{
}

WorkspaceSearch::~WorkspaceSearch() = default;

QList<UnaskedPart> WorkspaceSearch::unaskedParts(const ContactQuery &query) const
{
    QList<UnaskedPart> parts;
    // One field and one operator at a time: there is no search over all of a contact.
    if (!query.text.isEmpty())
        parts.append(UnaskedPart{true, {}});
    const api::SearchFilter asked =
        api::searchFilter(query.filter, query.days, m_parts->address.version);
    for (const api::UnsaidCondition &unsaid : asked.unsaid)
        parts.append(UnaskedPart{
            false, query.filter.groups.at(unsaid.group).conditions.at(unsaid.condition)});
    return parts;
}

OperationOf<RemoteFindings> *WorkspaceSearch::search(const ContactQuery &query)
{
    auto *operation = new OperationOf<RemoteFindings>(this);
    const api::SearchFilter asked =
        api::searchFilter(query.filter, query.days, m_parts->address.version);
    if (asked.query.isEmpty()) {
        ApiError refused;
        refused.kind = ErrorKind::Invalid;
        refused.detail = QStringLiteral("nothing of the query can be asked");
        operation->settle(refused);
        return operation;
    }
    new SearchWalk(*m_parts, asked.query, mostFound, operation);
    return operation;
}

} // namespace roster
