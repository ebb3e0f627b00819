// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace roster::sandbox {

//! A version of the API, 2.7 to 2.16, and what it changes in answers and requests.
class ApiVersion
{
public:
    //! Nothing when \a text is no version the sandbox speaks; empty text is 2.10.
    [[nodiscard]] static std::optional<ApiVersion> parse(const QByteArray &text);

    //! From 2.16 owner_id is a string in answers, bodies and search.
    [[nodiscard]] bool writesOwnerAsText() const { return m_minor >= 16; }
    //! contact.enabled_push_messaging came with 2.12.
    [[nodiscard]] bool hasPushFlag() const { return m_minor >= 12; }
    //! contact.formatted_phone stands in the 2.11 description alone.
    [[nodiscard]] bool hasFormattedPhone() const { return m_minor == 11; }
    //! admin.away_status_reason_id came with 2.14.
    [[nodiscard]] bool hasAwayReason() const { return m_minor >= 14; }
    //! admin.team_priority_level came with 2.8.
    [[nodiscard]] bool hasTeamPriority() const { return m_minor >= 8; }
    //! admin.role came with 2.16.
    [[nodiscard]] bool hasAdminRole() const { return m_minor >= 16; }
    //! Data attributes say messenger_writable:true up to 2.10.
    [[nodiscard]] bool messengerWritableByDefault() const { return m_minor <= 10; }
    //! company.notes came with 2.16.
    [[nodiscard]] bool hasCompanyNotes() const { return m_minor >= 16; }
    //! From 2.16 POST /tags tells whom it tagged, and no longer refuses unknown ones.
    [[nodiscard]] bool tellsWhomItTagged() const { return m_minor >= 16; }
    //! From 2.16 contacts take email_verified, and only with an email.
    [[nodiscard]] bool takesEmailVerified() const { return m_minor >= 16; }
    //! From 2.16 POST /companies takes update_last_request_at.
    [[nodiscard]] bool takesLastRequestFlag() const { return m_minor >= 16; }
    //! From 2.16 a contact that was merged answers 410 with a Link to the other one.
    [[nodiscard]] bool tellsMerges() const { return m_minor >= 16; }
    //! From 2.16 only contacts with the same email or phone are merged, unless told otherwise.
    [[nodiscard]] bool mergesDuplicatesOnly() const { return m_minor >= 16; }
    //! From 2.16 data attributes of conversations are refused.
    [[nodiscard]] bool refusesConversationModel() const { return m_minor >= 16; }
    //! Admin avatars are objects in 2.11, URLs elsewhere.
    [[nodiscard]] bool hasAvatarObjects() const { return m_minor == 11; }

private:
    explicit ApiVersion(int minor)
        : m_minor(minor)
    {
    }
    int m_minor;
};

} // namespace roster::sandbox
