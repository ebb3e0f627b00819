// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactpatch.h"
#include "core/wire/httprequest.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

//! One function per operation of Intercom's API: arguments → request, with what repeating it does.
//! Nothing is sent here. Ids are percent-encoded into one path segment each, whatever they hold.
namespace roster::api {

//! The most that one page of a list of contacts or companies may hold.
inline constexpr int LargestPage = 150;
//! The most that one page of a list inside a contact may hold.
inline constexpr int LargestInnerPage = 50;
//! How many companies the list of them gives away; a page beyond is refused.
inline constexpr int ReachableCompanies = 10'000;

//! One condition of a search: `filter(u"role", u"=", u"user"_qs)`.
QJsonObject filter(QStringView field, QStringView op, const QJsonValue &value);
//! Conditions that must all hold, or of which one must; at most 15 of them, two levels deep.
QJsonObject allOf(const QJsonArray &conditions);
QJsonObject anyOf(const QJsonArray &conditions);

//! What `POST /contacts/search` is asked.
struct SearchBody
{
    //! A filter() or a group; empty for every contact (sent as a condition that all fulfil, since
    //! the API requires one).
    QJsonObject query;
    //! Empty for the server's order.
    QString sortField;
    bool isDescending = true;
    //! Page::next of the page before; empty for the first.
    QString cursor;
    int perPage = LargestPage;
};

HttpRequest contact(const ContactId &id, Lane lane = Lane::Interactive);
HttpRequest listContacts(const QString &cursor, int perPage = LargestPage,
                         Lane lane = Lane::Interactive);
HttpRequest searchContacts(const SearchBody &body, Lane lane = Lane::Interactive);
//! Never repeated blindly: a second one can make a second contact.
HttpRequest createContact(const ContactDraft &draft, QStringView version,
                          Lane lane = Lane::Interactive);
HttpRequest updateContact(const ContactId &id, const ContactPatch &patch, QStringView version,
                          Lane lane = Lane::Interactive);
HttpRequest archive(const ContactId &id, Lane lane = Lane::Interactive);
HttpRequest unarchive(const ContactId &id, Lane lane = Lane::Interactive);

HttpRequest contactTags(const ContactId &id, Lane lane = Lane::Interactive);
HttpRequest attachTag(const ContactId &id, const TagId &tag, Lane lane = Lane::Interactive);
HttpRequest detachTag(const ContactId &id, const TagId &tag, Lane lane = Lane::Interactive);

//! `page` counts from 1.
HttpRequest contactCompanies(const ContactId &id, int page = 1, Lane lane = Lane::Interactive);
HttpRequest attachCompany(const ContactId &id, const CompanyId &company,
                          Lane lane = Lane::Interactive);
HttpRequest detachCompany(const ContactId &id, const CompanyId &company,
                          Lane lane = Lane::Interactive);

//! `page` counts from 1; see ReachableCompanies.
HttpRequest companies(int page = 1, int perPage = LargestPage, Lane lane = Lane::Interactive);
HttpRequest company(const CompanyId &id, Lane lane = Lane::Interactive);
HttpRequest companyContacts(const CompanyId &id, const QString &cursor,
                            Lane lane = Lane::Interactive);
//! Creates the company or renames it: `companyId` (the client's own id) tells which. Without one a
//! second request makes a second company, so it is never repeated blindly.
HttpRequest saveCompany(const QString &name, const QString &companyId,
                        Lane lane = Lane::Interactive);

HttpRequest tags(Lane lane = Lane::Interactive);
//! A tag of that name in any case is found instead of created.
HttpRequest createTag(const QString &name, Lane lane = Lane::Interactive);
HttpRequest admins(Lane lane = Lane::Interactive);
//! Of contacts, archived ones left out.
HttpRequest dataAttributes(Lane lane = Lane::Interactive);
HttpRequest me(Lane lane = Lane::Interactive);

} // namespace roster::api
