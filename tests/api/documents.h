// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>

//! Answers as Intercom's reference describes them, written by hand for these tests.
namespace roster::test {

//! A contact with something in every member that Roster knows.
inline const QByteArray FullContact = R"({
  "type": "contact",
  "id": "5f3a00000000000000000001",
  "workspace_id": "wrk1",
  "external_id": "cust-77",
  "role": "user",
  "email": "mira.okafor+vip@mail.example",
  "email_domain": "mail.example",
  "phone": "+353 1 555 0142",
  "formatted_phone": "+35315550142",
  "name": "Mira Okafor 🌻",
  "avatar": {"type": "avatar", "image_url": "https://pictures.example/mira.png"},
  "owner_id": 991,
  "has_hard_bounced": false,
  "marked_email_as_spam": false,
  "unsubscribed_from_emails": true,
  "unsubscribed_from_sms": false,
  "sms_consent": true,
  "enabled_push_messaging": null,
  "created_at": 1600000000,
  "updated_at": 1700000000,
  "signed_up_at": 1600000100,
  "last_seen_at": 1699999999,
  "last_replied_at": null,
  "last_contacted_at": 1690000000,
  "last_email_opened_at": null,
  "last_email_clicked_at": null,
  "language_override": null,
  "browser": "firefox",
  "browser_version": "128.0",
  "browser_language": "en",
  "os": "Linux",
  "location": {"type": "location", "country": "Ireland", "region": "Leinster", "city": "Dublin",
               "country_code": "IRL", "continent_code": "EU", "timezone": "Europe/Dublin"},
  "android_app_name": null, "android_app_version": null, "android_device": null,
  "android_os_version": null, "android_sdk_version": null, "android_last_seen_at": null,
  "ios_app_name": "Shop", "ios_app_version": "4.1", "ios_device": "phone14,2",
  "ios_os_version": "17.1", "ios_sdk_version": "15", "ios_last_seen_at": 1699000000,
  "utm_campaign": "spring", "utm_content": null, "utm_medium": "mail", "utm_source": "letter",
  "utm_term": null, "referrer": "https://search.example/",
  "custom_attributes": {"plan": "gold", "seats": 12, "score": 1.25, "beta": true, "old": null},
  "social_profiles": {"type": "list", "data": [
    {"type": "social_profile", "name": "Microblog", "url": "https://micro.example/mira"}]},
  "tags": {"type": "list", "url": "/contacts/5f3a00000000000000000001/tags", "total_count": 2,
           "has_more": false, "data": [{"type": "tag", "id": "11", "url": "/tags/11"},
                                       {"type": "tag", "id": "12", "url": "/tags/12"}]},
  "notes": {"type": "list", "url": "/contacts/5f3a00000000000000000001/notes", "total_count": 1,
            "has_more": false, "data": [{"type": "note", "id": "81", "url": "/notes/81"}]},
  "companies": {"type": "list", "url": "/contacts/5f3a00000000000000000001/companies",
                "total_count": 12, "has_more": true,
                "data": [{"type": "company", "id": "6a00000000000000000000c1", "url": "/companies/6a00000000000000000000c1"}]},
  "opted_out_subscription_types": {"type": "list", "url": "/contacts/x/subscriptions",
    "total_count": 1, "has_more": false, "data": [{"type": "subscription", "id": "31", "url": "/s/31"}]},
  "opted_in_subscription_types": {"type": "list", "url": "/contacts/x/subscriptions",
    "total_count": 0, "has_more": false, "data": []},
  "merge_history": [{"type": "merge_history", "source_contact_id": "5f3a00000000000000000009"}],
  "brand_new_member": {"deep": [1, 2.5, "three"]}
})";

//! The least that is a contact.
inline const QByteArray BareContact = R"({"type":"contact","id":"b1","role":"lead"})";

inline const QByteArray FullCompany = R"({
  "type": "company", "id": "6a00000000000000000000c1", "company_id": "acme", "app_id": "wrk1",
  "name": "Acme Tools", "created_at": 1600000000, "updated_at": 1600000001, "monthly_spend": 0,
  "session_count": 3, "user_count": 14, "plan": {"type": "plan", "id": "9", "name": "Gold"},
  "custom_attributes": {}, "tags": {"type": "tag.list", "tags": []},
  "segments": {"type": "segment.list", "segments": []}
})";

inline const QByteArray Me = R"({
  "type": "admin", "id": "991", "name": "Priya Nair", "email": "priya@desk.example",
  "email_verified": true, "has_inbox_seat": true,
  "avatar": {"type": "avatar", "image_url": null},
  "app": {"type": "app", "id_code": "wrk1", "name": "Corner Shop", "region": "EU",
          "timezone": "Europe/Dublin", "created_at": 1500000000, "identity_verification": false,
          "secure": false}
})";

} // namespace roster::test
