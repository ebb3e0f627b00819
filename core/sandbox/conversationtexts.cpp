// SPDX-License-Identifier: MIT
#include "core/sandbox/conversationtexts.h"

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

Thread billing()
{
    return {
        u"Invoice with the wrong address"_s,
        u"<p>Hello,</p>\n<p>the last invoice has our old address. Could you send a new one?</p>"_s,
        {u"<p>That is the one, thank you.</p>"_s,
         u"<p>And the VAT number is missing &mdash; is that on purpose?</p>"_s,
         u"<p>Still the old address, I am afraid.</p>"_s},
        {u"<p>Of course. Is it <b>INV-2024-118</b> you mean?</p>"_s,
         u"<p>Here is the corrected one. Please <i>delete</i> the other.</p>"_s,
         u"<p>Sorry about that! We changed it by hand now.</p>"_s},
        u"<p>Address was never changed in billing, only in the app.</p>"_s};
}

Thread exporting()
{
    return {
        u"Export stops at row 4,096"_s,
        u"<p>I need support with the export. It stops and says:</p>\n<pre><code>Error 0x80070057: "
        "row 4096 &lt;name&gt; is empty\n    at export.csv:4096</code></pre>"_s,
        {u"<p>Chrome 124 on Windows.</p>"_s,
         u"<p>I tried these:</p>\n<ol>\n<li>another browser</li>\n<li>fewer columns</li>\n"
         "<li>a <code>.tsv</code></li>\n</ol>\n<p>None of them helped.</p>"_s},
        {u"<p>Which browser is that?</p>"_s,
         u"<p>Please try <a href=\"https://help.sandbox.example/export?rows=all&amp;tz=utc\">this "
         "page</a> and tell us what it shows.</p>"_s,
         u"<p>Found it: <img src=\"https://downloads.sandbox.example/i/o/48213/row.png\""
         " alt=\"A row without a name\"></p>"_s},
        u"<p>Reproduced with <a href=\"https://tickets.sandbox.example/4711\">4711</a>.</p>"_s};
}

Thread german()
{
    return {u"Rückfrage zur Kündigungsfrist"_s,
            u"<p>Guten Tag,</p>\n<p>wie lange läuft unser Vertrag noch? Grüße aus Köln</p>"_s,
            {u"<p>Perfekt, das genügt mir schon.</p>"_s, u"<p>Und für die Zusatzplätze?</p>"_s},
            {u"<p>Guten Tag, er läuft bis zum 31.&nbsp;März.</p>"_s,
             u"<p>Die Plätze enden mit dem Vertrag.</p>"_s},
            u"<p>Möchte vermutlich kündigen – Jürgen fragen.</p>"_s};
}

Thread french()
{
    return {u"Accès de l’équipe"_s,
            u"<p>Bonjour, comment ajouter une collègue à notre équipe&nbsp;?</p>"_s,
            {u"<p>Ça marche, merci beaucoup&nbsp;!</p>"_s, u"<p>Elle n’a rien reçu.</p>"_s},
            {u"<p>Bonjour&nbsp;! Dans les réglages, sous <b>Équipe</b>.</p>"_s,
             u"<p>Je viens de renvoyer l’invitation.</p>"_s},
            u"<p>Très contente de la nouvelle version.</p>"_s};
}

Thread arabic()
{
    return {u"سؤال عن الفاتورة"_s,
            u"<p dir=\"rtl\">مرحبًا، لم تصلني فاتورة شهر مارس رقم INV-118 حتى الآن.</p>"_s,
            {u"<p dir=\"rtl\">شكرًا جزيلًا لكم.</p>"_s,
             u"<p dir=\"rtl\">هل يمكن إرسالها إلى billing@navy.example؟</p>"_s},
            {u"<p dir=\"rtl\">أهلًا بك! أرسلناها إليك الآن.</p>"_s,
             u"<p dir=\"rtl\">تم، تحقق من بريدك من فضلك.</p>"_s},
            u"<p dir=\"rtl\">يفضل التواصل بالعربية.</p>"_s};
}

Thread hebrew()
{
    return {u"הצעת מחיר"_s,
            u"<p dir=\"rtl\">שלום, אפשר לקבל הצעת מחיר ל-25 משתמשים?</p>"_s,
            {u"<p dir=\"rtl\">תודה, נחזור אליכם (עד יום ה׳).</p>"_s},
            {u"<p dir=\"rtl\">בוודאי, מצורפת ההצעה.</p>"_s},
            u"<p>Mixed: <b>שלום</b> (hello), then back to 123-456.</p>"_s};
}

Thread japanese()
{
    return {u"契約更新について"_s,
            u"<p>お世話になっております。来月の契約更新についてご相談です。</p>"_s,
            {u"<p>ありがとうございます。助かります。</p>"_s, u"<p>15日でお願いできますか？</p>"_s},
            {u"<p>ご連絡ありがとうございます。いつがよろしいでしょうか。</p>"_s,
             u"<p>承知いたしました。</p>"_s},
            u"<p>更新は二年契約を希望。</p>"_s};
}

// As e-mail and messengers bring it: not a tag in it.
Thread plain()
{
    return {
        u"Re: Re: login"_s,
        u"Hi there\n\nI cannot log in since Monday. a < b, tabs\tand \"quotes\" & all.\n\nSent "
        u"from my "
        "phone"_s,
        {u"Works now, thx"_s, u"nope\nstill the same"_s, u"👍🏽"_s},
        {u"<p>Did you try to reset the password?</p>"_s, u"<p>Please try again in an hour.</p>"_s},
        u"<p>Account was locked after five tries.</p>"_s};
}

Thread emoji()
{
    return {u"🎉"_s,
            u"<p>🎉🎉🎉 Renewed for two years! 👩🏽‍💻🚀</p>"_s,
            {u"<p>❤️</p>"_s, u"<p>🇮🇪 → 🇯🇵 next week, who is on call then?</p>"_s},
            {u"<p>🙌 Thank you!</p>"_s, u"<p>Priya is. Safe travels ✈️</p>"_s},
            u"<p>Send the hoodie 🧥</p>"_s};
}

// What strangers send to a help desk: it must stay text wherever it is shown.
Thread hostile()
{
    return {
        u"<script>alert(1)</script>"_s,
        u"<p>Hello<script>alert(document.cookie)</script><img "
        u"src=\"https://track.sandbox.example/p.gif\""
        " onerror=\"alert(1)\"></p>\n<p><a href=\"javascript:alert(1)\">Your invoice</a> and <a "
        "href=\"https://login.sandbox.example.evil.example/\">https://login.sandbox.example</a></p>"_s,
        {u"<iframe src=\"https://track.sandbox.example/\"></iframe><p>Please open it.</p>"_s,
         u"<p style=\"position:fixed;top:0;font-size:200px\">Big</p><p>unclosed <b>bold"_s,
         u"<p>Pay to \u202Eelpmaxe.evil\u202C now</p>"_s},
        {u"<p>We do not open files from strangers.</p>"_s},
        u"<p>Phishing. <b>Do not</b> open.</p>"_s};
}

Thread longOne()
{
    QString opening = u"<p>Here is everything we noticed, one after the other.</p>"_s;
    for (int item = 1; item <= 60; ++item) {
        opening +=
            u"\n<p><b>%1.</b> The list was slow in the morning, quick at noon and slow again in "
            "the evening, when everybody closes their tickets before they leave.</p>"_s.arg(item);
    }
    return {u"Everything that we noticed in a year, in the order in which it happened to us and to "
            u"those "
            "whom we asked"_s,
            opening,
            {u"<blockquote>The list was slow</blockquote>\n<p>That was point one to sixty.</p>"_s},
            {u"<p>Thank you for the list. We are at point %1.</p>"_s.arg(7)},
            u"<p>Read it twice; nothing to add.</p>"_s};
}

} // namespace

const QList<Thread> &threads()
{
    static const QList<Thread> all{billing(),  exporting(), german(), french(),  arabic(), hebrew(),
                                   japanese(), plain(),     emoji(),  hostile(), longOne()};
    return all;
}

} // namespace roster::sandbox::seed
