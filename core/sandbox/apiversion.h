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

    //! True from 2.\a minor on: what an operation asks that came with that version.
    [[nodiscard]] bool isAtLeast(int minor) const { return m_minor >= minor; }
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
    //! From 2.16 users tell, when asked, who was merged into them.
    [[nodiscard]] bool tellsMergeHistory() const { return m_minor >= 16; }
    //! From 2.14 list attributes are made with a data type of their own, options.
    [[nodiscard]] bool takesOptionsType() const { return m_minor >= 14; }
    //! From 2.16 only contacts with the same email or phone are merged, unless told otherwise.
    [[nodiscard]] bool mergesDuplicatesOnly() const { return m_minor >= 16; }
    //! From 2.16 data attributes of conversations are refused.
    [[nodiscard]] bool refusesConversationModel() const { return m_minor >= 16; }
    //! conversation.ticket came with 2.9.
    [[nodiscard]] bool hasConversationTickets() const { return m_minor >= 9; }
    //! From 2.10 the contacts of a conversation carry their external ids.
    [[nodiscard]] bool tellsExternalIds() const { return m_minor >= 10; }
    //! conversation.linked_objects came with 2.10.
    [[nodiscard]] bool hasLinkedObjects() const { return m_minor >= 10; }
    //! Conversations tell of AI agents, and of their own attributes, from 2.11 on.
    [[nodiscard]] bool knowsAiAgents() const { return m_minor >= 11; }
    //! From 2.13 the parts of conversations tell state, tags and events.
    [[nodiscard]] bool tellsPartDetails() const { return m_minor >= 13; }
    //! conversation.company came with 2.15.
    [[nodiscard]] bool tellsConversationCompany() const { return m_minor >= 15; }
    //! From 2.16 priority is none, low, medium, high or urgent.
    [[nodiscard]] bool gradesPriority() const { return m_minor >= 16; }
    //! From 2.16 a conversation that nobody is assigned to says 0, not null.
    [[nodiscard]] bool writesNoAssigneeAsZero() const { return m_minor >= 16; }
    //! From 2.16 plain texts carry the addresses behind links.
    [[nodiscard]] bool namesLinksInPlainText() const { return m_minor >= 16; }
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
