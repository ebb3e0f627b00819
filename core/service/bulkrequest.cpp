// SPDX-License-Identifier: MIT
#include "core/service/bulkrequest.h"

#include "core/api/companyjson.h"
#include "core/api/endpoints.h"
#include "core/api/tagjson.h"

namespace roster {

namespace {

using Kind = BulkAction::Kind;

Result<BulkAnswer> readState(const ContactId &id, bool isArchived, const QByteArray &body)
{
    return api::readArchived(body).andThen(
        [&](const api::ArchivedState &state) -> Result<BulkAnswer> {
            if (state.id != id || state.isArchived != isArchived)
                return ApiError::protocol(QStringLiteral("archived"));
            return BulkAnswer();
        });
}

Result<BulkAnswer> readRecord(const ContactId &id, const QByteArray &body)
{
    return api::readContactRecord(body).andThen(
        [&](const api::ContactRecord &record) -> Result<BulkAnswer> {
            if (record.contact.id != id)
                return ApiError::protocol(QStringLiteral("id"));
            return BulkAnswer{{}, {}, record};
        });
}

} // namespace

HttpRequest bulkRequest(const BulkAction &action, const BulkTarget &target, QStringView version,
                        Lane lane)
{
    switch (action.kind) {
    case Kind::Archive:
        break;
    case Kind::Restore:
        return api::unarchive(target.id, lane);
    case Kind::AddTag:
        return api::attachTag(target.id, action.tag, lane);
    case Kind::RemoveTag:
        return api::detachTag(target.id, action.tag, lane);
    case Kind::AttachCompany:
        return api::attachCompany(target.id, action.company, lane);
    case Kind::DetachCompany:
        return api::detachCompany(target.id, action.company, lane);
    case Kind::Update:
        return api::updateContact(target.id, action.patch, version, lane);
    case Kind::PutBack:
        return api::updateContact(target.id, target.earlier, version, lane);
    }
    return api::archive(target.id, lane);
}

Result<BulkAnswer> readBulkAnswer(const BulkAction &action, const ContactId &id,
                                  const QByteArray &body)
{
    switch (action.kind) {
    case Kind::Archive:
    case Kind::Restore:
        return readState(id, action.kind == Kind::Archive, body);
    case Kind::AddTag:
    case Kind::RemoveTag:
        return api::readTag(body).map([](const Tag &tag) { return BulkAnswer{tag, {}, {}}; });
    case Kind::AttachCompany:
    case Kind::DetachCompany:
        return api::readCompany(body).map([](const Company &company) {
            return BulkAnswer{{}, company, {}};
        });
    case Kind::Update:
    case Kind::PutBack:
        break;
    }
    return readRecord(id, body);
}

} // namespace roster
