// SPDX-License-Identifier: MIT
#include "core/sandbox/segmentrules.h"

namespace roster::sandbox::segments {

namespace {

// The seeded tag "Churn risk".
constexpr qint64 churnRisk = 7522818;

QList<SegmentRule> ofUsers()
{
    const Members users = Members::Users;
    return {
        {"Active", users, 0, "c.is_lead=0 AND c.last_seen_at>=MONTH_AGO"},
        {"New", users, 0, "c.is_lead=0 AND c.created_at>=MONTH_AGO"},
        {"Slipping away", users, 0,
         "c.is_lead=0 AND c.last_seen_at<MONTH_AGO AND c.last_seen_at>=TWO_MONTHS_AGO"},
        {"Paying", users, 40,
         "c.is_lead=0 AND json_extract(c.attributes,'$.plan') IN ('Pro','Enterprise')"},
        {"Στην Ελλάδα 🇬🇷", users, 410, "c.is_lead=0 AND c.country_code='GR'"},
        {"Might leave", users, 733,
         "c.is_lead=0 AND EXISTS(SELECT 1 FROM TAGGED t WHERE t.contact=c.seq AND t.tag=ASKED_TAG)",
         churnRisk},
        {"Founders’ club", users, 1102,
         "c.is_lead=0 AND json_extract(c.attributes,'$.plan')='Founder'"}};
}

QList<SegmentRule> ofOthers()
{
    return {{"New leads", Members::Leads, 0, "c.is_lead=1 AND c.created_at>=MONTH_AGO"},
            {"Leads to telephone", Members::Leads, 96, "c.is_lead=1 AND c.phone<>''"},
            {"Active companies", Members::Companies, 0, "k.last_request_at>=MONTH_AGO"},
            {"New companies", Members::Companies, 0, "k.created_at>=TWO_MONTHS_AGO"},
            {"Big spenders", Members::Companies, 512, "k.monthly_spend>=2500"}};
}

} // namespace

const QList<SegmentRule> &rules()
{
    static const QList<SegmentRule> all = ofUsers() + ofOthers();
    return all;
}

} // namespace roster::sandbox::segments
