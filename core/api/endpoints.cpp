// SPDX-License-Identifier: MIT
#include "core/api/endpoints.h"

#include "core/api/contactwriter.h"
#include "core/api/requestparts.h"

#include <algorithm>

namespace roster::api {

namespace {

QJsonObject group(const QString &op, const QJsonArray &conditions)
{
    return {{QStringLiteral("operator"), op}, {QStringLiteral("value"), conditions}};
}

} // namespace

QJsonObject filter(QStringView field, QStringView op, const QJsonValue &value)
{
    return {{QStringLiteral("field"), field.toString()},
            {QStringLiteral("operator"), op.toString()},
            {QStringLiteral("value"), value}};
}

QJsonObject allOf(const QJsonArray &conditions)
{
    return group(QStringLiteral("AND"), conditions);
}

QJsonObject anyOf(const QJsonArray &conditions)
{
    return group(QStringLiteral("OR"), conditions);
}

HttpRequest contact(const ContactId &id, Lane lane)
{
    return read(contactPath(id), lane);
}

HttpRequest listContacts(const QString &cursor, int perPage, Lane lane)
{
    HttpRequest request = read(QByteArrayLiteral("/contacts"), lane);
    addCursor(request, cursor, perPage, LargestPage);
    return request;
}

HttpRequest searchContacts(const SearchBody &body, Lane lane)
{
    QJsonObject pagination{{QStringLiteral("per_page"), std::clamp(body.perPage, 1, LargestPage)}};
    if (!body.cursor.isEmpty())
        pagination.insert(QStringLiteral("starting_after"), body.cursor);
    QJsonObject json{{QStringLiteral("query"),
                      body.query.isEmpty() ? filter(u"created_at", u">", 0) : body.query},
                     {QStringLiteral("pagination"), pagination}};
    if (!body.sortField.isEmpty()) {
        const QString order =
            body.isDescending ? QStringLiteral("descending") : QStringLiteral("ascending");
        json.insert(QStringLiteral("sort"), QJsonObject{{QStringLiteral("field"), body.sortField},
                                                        {QStringLiteral("order"), order}});
    }
    return withBody(
        write(QByteArrayLiteral("POST"), QByteArrayLiteral("/contacts/search"), Repeat::Safe, lane),
        json);
}

HttpRequest createContact(const ContactDraft &draft, QStringView version, Lane lane)
{
    return withBody(
        write(QByteArrayLiteral("POST"), QByteArrayLiteral("/contacts"), Repeat::Never, lane),
        toJson(draft, version));
}

HttpRequest updateContact(const ContactId &id, const ContactPatch &patch, QStringView version,
                          Lane lane)
{
    return withBody(write(QByteArrayLiteral("PUT"), contactPath(id), Repeat::SameEffect, lane),
                    toJson(patch, version));
}

HttpRequest archive(const ContactId &id, Lane lane)
{
    return write(QByteArrayLiteral("POST"), contactPath(id) + "/archive", Repeat::SameEffect, lane);
}

HttpRequest unarchive(const ContactId &id, Lane lane)
{
    return write(QByteArrayLiteral("POST"), contactPath(id) + "/unarchive", Repeat::SameEffect,
                 lane);
}

HttpRequest contactTags(const ContactId &id, Lane lane)
{
    return read(contactPath(id) + "/tags", lane);
}

HttpRequest attachTag(const ContactId &id, const TagId &tag, Lane lane)
{
    return withBody(
        write(QByteArrayLiteral("POST"), contactPath(id) + "/tags", Repeat::SameEffect, lane),
        idBody(tag.text()));
}

HttpRequest detachTag(const ContactId &id, const TagId &tag, Lane lane)
{
    return write(QByteArrayLiteral("DELETE"), contactPath(id) + "/tags" + segment(tag.text()),
                 Repeat::SameEffect, lane);
}

HttpRequest contactCompanies(const ContactId &id, int page, Lane lane)
{
    HttpRequest request = read(contactPath(id) + "/companies", lane);
    addPage(request, page, LargestInnerPage, LargestInnerPage);
    return request;
}

HttpRequest attachCompany(const ContactId &id, const CompanyId &company, Lane lane)
{
    return withBody(
        write(QByteArrayLiteral("POST"), contactPath(id) + "/companies", Repeat::SameEffect, lane),
        idBody(company.text()));
}

HttpRequest detachCompany(const ContactId &id, const CompanyId &company, Lane lane)
{
    return write(QByteArrayLiteral("DELETE"),
                 contactPath(id) + "/companies" + segment(company.text()), Repeat::SameEffect,
                 lane);
}

HttpRequest companies(int page, int perPage, Lane lane)
{
    HttpRequest request =
        write(QByteArrayLiteral("POST"), QByteArrayLiteral("/companies/list"), Repeat::Safe, lane);
    addPage(request, page, perPage, LargestPage);
    return request;
}

HttpRequest company(const CompanyId &id, Lane lane)
{
    return read(companyPath(id), lane);
}

HttpRequest companyContacts(const CompanyId &id, const QString &cursor, Lane lane)
{
    HttpRequest request = read(companyPath(id) + "/contacts", lane);
    addCursor(request, cursor, LargestInnerPage, LargestInnerPage);
    return request;
}

HttpRequest saveCompany(const QString &name, const QString &companyId, Lane lane)
{
    QJsonObject body{{QStringLiteral("name"), name}};
    if (!companyId.isEmpty())
        body.insert(QStringLiteral("company_id"), companyId);
    const Repeat repeat = companyId.isEmpty() ? Repeat::Never : Repeat::SameEffect;
    return withBody(write(QByteArrayLiteral("POST"), QByteArrayLiteral("/companies"), repeat, lane),
                    body);
}

HttpRequest tags(Lane lane)
{
    return read(QByteArrayLiteral("/tags"), lane);
}

HttpRequest createTag(const QString &name, Lane lane)
{
    return withBody(
        write(QByteArrayLiteral("POST"), QByteArrayLiteral("/tags"), Repeat::SameEffect, lane),
        {{QStringLiteral("name"), name}});
}

HttpRequest admins(Lane lane)
{
    return read(QByteArrayLiteral("/admins"), lane);
}

HttpRequest dataAttributes(Lane lane)
{
    HttpRequest request = read(QByteArrayLiteral("/data_attributes"), lane);
    addQuery(request, QStringLiteral("model"), QStringLiteral("contact"));
    return request;
}

HttpRequest me(Lane lane)
{
    return read(QByteArrayLiteral("/me"), lane);
}

} // namespace roster::api
