// SPDX-License-Identifier: MIT
#include "core/service/lifecycleservice.h"

#include "core/api/apiversion.h"
#include "core/domain/validation.h"
#include "core/service/endcontact.h"
#include "core/service/mergecontacts.h"
#include "core/service/updatecontact.h"
#include "core/store/store.h"

namespace roster {

namespace {

constexpr int MostActivity = 200;

//! Refused here, before anything is written or sent.
ApiError refusal(std::optional<ContactField> field, const QString &code = {})
{
    ApiError error;
    error.kind = ErrorKind::Invalid;
    error.field = field;
    error.code = code;
    return error;
}

//! The first field that `patch` must not leave as it is in `lead`.
std::optional<ContactField> problemOf(const Contact &lead, const ContactPatch &patch)
{
    if (lead.role() != Role::Lead)
        return ContactField::Role;
    ContactDraft draft = ContactDraft::of(lead);
    for (const auto &[field, value] : patch.fields)
        draft.fields[field] = value;
    const QList<FieldProblem> problems = problemsOf(draft, &lead);
    return problems.isEmpty() ? std::nullopt : std::optional(problems.constFirst().field);
}

} // namespace

LifecycleService::LifecycleService(const ServiceParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<ServiceParts>(parts))
{
    connect(&parts.store.journal(), &WriteJournal::receiptsChanged, this,
            &LifecycleService::receiptsChanged);
}

LifecycleService::~LifecycleService()
{
    // Operations tell that they end while the service is still whole.
    qDeleteAll(findChildren<Operation *>(QString(), Qt::FindDirectChildrenOnly));
}

OperationOf<Receipt> *LifecycleService::remove(const BulkTarget &contact)
{
    return end(Receipt::Kind::Deleted, contact);
}

OperationOf<Receipt> *LifecycleService::block(const BulkTarget &contact)
{
    if (api::canBlock(m_parts->address.version))
        return end(Receipt::Kind::Blocked, contact);
    auto *refused = new OperationOf<Receipt>(this);
    refused->settle(refusal({}, QStringLiteral("intercom_version_invalid")));
    return refused;
}

OperationOf<Receipt> *LifecycleService::end(Receipt::Kind kind, const BulkTarget &contact)
{
    auto *operation = new OperationOf<Receipt>(this);
    if (contact.id.isEmpty())
        operation->settle(refusal(ContactField::Id));
    else
        new EndContact(*m_parts, kind, contact, operation);
    return operation;
}

OperationOf<Contact> *LifecycleService::convert(const Contact &lead, const ContactPatch &patch)
{
    auto *operation = new OperationOf<Contact>(this);
    ContactPatch whole = patch;
    whole.fields[ContactField::Role] = roleName(Role::User);
    const auto problem = problemOf(lead, whole);
    if (problem)
        operation->settle(refusal(problem));
    else
        new UpdateContact(*m_parts, lead, whole, operation);
    return operation;
}

OperationOf<Contact> *LifecycleService::merge(const BulkTarget &lead, const BulkTarget &user)
{
    auto *operation = new OperationOf<Contact>(this);
    if (lead.id == user.id || lead.id.isEmpty() || user.id.isEmpty())
        operation->settle(refusal(ContactField::Id));
    else
        new MergeContacts(*m_parts, lead, user, operation);
    return operation;
}

OperationOf<QList<Receipt>> *LifecycleService::receipts()
{
    return m_parts->store.journal().receipts();
}

OperationOf<QList<ActivityEntry>> *LifecycleService::activity(const ContactId &id)
{
    return m_parts->store.journal().activity(id, MostActivity);
}

} // namespace roster
