// SPDX-License-Identifier: MIT
#include "core/sandbox/subscriptiontypes.h"

namespace roster::sandbox::subscriptions {

namespace {

// More than ten that one can opt out of: a contact embeds no more than that many.
QList<SubscriptionType> toOptOutOf()
{
    const QList<const char *> email{"email"};
    const Consent out = Consent::OptOut;
    return {
        {37846,
         out,
         "live",
         email,
         {{"en", "Announcements", "New features and what changes for you"},
          {"de", "Ankündigungen", "Neue Funktionen und was sich für Sie ändert"},
          {"fr", "Annonces", "Les nouveautés et ce qui change pour vous"},
          {"el", "Ανακοινώσεις", "Νέες δυνατότητες και τι αλλάζει για εσάς"}}},
        {37847,
         out,
         "live",
         email,
         {{"en", "Newsletter", "Once a month, what we have been up to"},
          {"ar", "النشرة الإخبارية", "مرة في الشهر: ما أنجزناه"},
          {"ja", "ニュースレター", "月に一度のお知らせ"}}},
        {37848,
         out,
         "live",
         {"email", "sms_message"},
         {{"en", "Service status", "When something is down, and when it is back"},
          {"de", "Betriebszustand", "Wenn etwas ausfällt und wenn es wieder läuft"}}},
        {37849, out, "live", email, {{"en", "Tips for beginners", "One small thing a week"}}},
        {37850, out, "live", email, {{"en", "Tips for experts", "Shortcuts and hidden corners"}}},
        {37851, out, "live", email, {{"en", "Surveys", "Two questions, four times a year"}}},
        {37852, out, "live", email, {{"en", "Partner offers", "What our partners have for you"}}},
        {37853,
         out,
         "live",
         email,
         {{"en", "Stories from customers", "How others work with it"},
          {"fr", "Récits de clients", "Comment les autres s’en servent"}}},
        {37854, out, "live", email, {{"en", "Training", "Courses and recordings"}}},
        {37855, out, "live", email, {{"en", "Price changes", "Before they come into force"}}},
        {37856, out, "live", email, {{"en", "Weekly digest", "Your week in numbers"}}},
        {37857, out, "live", email, {{"en", "Birthday greetings", ""}}},
        {37858, out, "archived", email, {{"en", "Old newsletter", "No longer sent"}}}};
}

QList<SubscriptionType> toOptInto()
{
    const QList<const char *> email{"email"};
    const Consent in = Consent::OptIn;
    return {{37870,
             in,
             "live",
             {"sms_message"},
             {{"en", "Text messages", "Short news on your phone"},
              {"he", "הודעות טקסט", "חדשות קצרות לטלפון שלך"}}},
            {37871,
             in,
             "live",
             email,
             {{"en", "Events near you", "Meetings, fairs and talks in your region"},
              {"es", "Eventos cerca de ti", "Encuentros, ferias y charlas en tu región"}}},
            {37872,
             in,
             "live",
             email,
             {{"en", "Beta programme", "Try what is not finished yet"},
              {"hi", "बीटा कार्यक्रम", "जो अभी पूरा नहीं हुआ, उसे आज़माएँ"}}},
            {37873,
             in,
             "live",
             {"email", "sms_message"},
             {{"en", "Delivery reminders", "The day before something arrives"}}},
            {37874, in, "draft", email, {{"en", "Podcast", "Not started yet"}}}};
}

} // namespace

const QList<SubscriptionType> &types()
{
    static const QList<SubscriptionType> all = toOptOutOf() + toOptInto();
    return all;
}

} // namespace roster::sandbox::subscriptions
