// SPDX-License-Identifier: MIT
#include "core/sandbox/errors.h"

#include <QJsonArray>
#include <QJsonObject>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString conflictText(const QString &id, bool archived)
{
    const QString who = archived ? u"An archived contact"_s : u"A contact"_s;
    return who + u" matching those details already exists with id="_s + id;
}

} // namespace

namespace problems {

Problem userNotFound()
{
    return {404, u"not_found"_s, u"User Not Found"_s, {}};
}
Problem resourceNotFound()
{
    return {404, u"not_found"_s, u"Resource Not Found"_s, {}};
}
Problem companyNotFound()
{
    return {404, u"company_not_found"_s, u"Company Not Found"_s, {}};
}
Problem adminNotFound()
{
    return {404, u"admin_not_found"_s, u"Admin not found"_s, {}};
}
Problem noSuchRoute()
{
    return {404, u"not_found"_s, u"The requested resource was not found"_s, {}};
}
Problem wrongMethod()
{
    return {405, u"method_not_allowed"_s, u"Method Not Allowed"_s, {}};
}

Problem unknownVersion()
{
    return {400, u"intercom_version_invalid"_s, u"The requested version could not be found"_s, {}};
}

Problem notInVersion()
{
    return {400,
            u"intercom_version_invalid"_s,
            u"Requested resource is not available in current API version."_s,
            {}};
}

Problem serverError()
{
    return {500, u"server_error"_s, u"Server Error"_s, {}};
}

Problem conflict(const QString &id, bool archived)
{
    return {409, u"conflict"_s, conflictText(id, archived), {}};
}

Problem notRestorable()
{
    return badRequest(u"User has been marked for permanent deletion and is not restorable."_s);
}

Problem mergedAway()
{
    return badRequest(u"User has been merged and is not restorable."_s);
}

Problem blockedAway()
{
    return {400, u"not_restorable"_s, u"User has been blocked and is not restorable."_s, {}};
}

Problem contactMerged(const QString &id)
{
    Problem problem{
        410,
        u"contact_merged"_s,
        u"This contact has been merged. See the 'Link' header for the canonical contact."_s,
        {}};
    problem.canonical = u"/contacts/"_s + id;
    return problem;
}

Problem contactNotFound()
{
    return {404, u"not_found"_s, u"Contact Not Found"_s, {}};
}

Problem visitorNotFound()
{
    return {404, u"not_found"_s, u"Visitor Not Found"_s, {}};
}

Problem invalidMerge(const QString &message)
{
    return {400, u"invalid_merge"_s, message, {}};
}

Problem roleDowngrade()
{
    return {400, u"client_error"_s, u"Contact with user role can't be converted to a lead"_s,
            u"role"_s};
}

Problem invalidCursor()
{
    return {400, u"client_error"_s,
            u"Invalid starting_after param. Please try again using a starting_after value from a "
            "paginated response"_s,
            u"starting_after"_s};
}

Problem unknownOwner()
{
    return invalid(u"The owner specified is not a member of the workspace"_s, u"owner_id"_s);
}

Problem unknownAttribute(const QString &name)
{
    return invalid(u"Custom attribute '"_s + name + u"' does not exist"_s,
                   u"custom_attributes."_s + name);
}

Problem companyLimit()
{
    return {400,
            u"contact_company_limit_exceeded"_s,
            u"Contact has reached the maximum of 1000 company associations"_s,
            {}};
}

Problem invalidTag()
{
    return invalid(u"invalid tag parameters"_s, {});
}

Problem lastCustomer()
{
    return {422, u"parameter_invalid"_s, u"Removing the last customer is not allowed"_s, {}};
}

Problem tagInUse(const QStringList &segments)
{
    return {400,
            u"tag_has_dependent_objects"_s,
            u"Unable to delete Tag with dependent objects. Segments: "_s + segments.join(u", "_s) +
                u'.',
            {}};
}

Problem badParameter(const QString &name)
{
    return {400, u"bad_request"_s, u"bad '"_s + name + u"' parameter"_s, name, false};
}

Problem badRequest(const QString &message)
{
    return {400, u"bad_request"_s, message, {}};
}

Problem invalid(const QString &message, const QString &field)
{
    return {400, u"parameter_invalid"_s, message, field};
}

Problem missing(const QString &message, const QString &field)
{
    return {400, u"parameter_not_found"_s, message, field};
}

} // namespace problems

Answer errorAnswer(const Problem &problem, const QByteArray &requestId)
{
    QJsonObject entry{{u"code"_s, problem.code}, {u"message"_s, problem.message}};
    if (!problem.field.isEmpty())
        entry.insert(u"field"_s, problem.field);
    const QJsonValue named = problem.namesRequest ? QJsonValue(QString::fromLatin1(requestId))
                                                  : QJsonValue(QJsonValue::Null);
    Answer answer;
    answer.status = problem.status;
    answer.body = QJsonObject{
        {u"type"_s, u"error.list"_s}, {u"request_id"_s, named}, {u"errors"_s, QJsonArray{entry}}};
    answer.headers.append({"X-Request-Id", requestId});
    if (!problem.canonical.isEmpty())
        answer.headers.append(
            {"Link", '<' + problem.canonical.toLatin1() + ">; rel=\"canonical\""});
    return answer;
}

} // namespace roster::sandbox
