// SPDX-License-Identifier: MIT
#include "core/sandbox/notetexts.h"

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

QStringList plainOnes()
{
    return {u"<p>Asked for an invoice with the new address.</p>"_s,
            u"<p>Prefers to be called after 15:00.</p>"_s,
            u"<p>Met at the conference; wants to see the reports.</p>"_s,
            u"<p>Escalated to engineering, see the ticket.</p>"_s,
            u"<p>Très contente de la nouvelle version&nbsp;!</p>"_s,
            u"<p>Left a voicemail.</p>"_s,
            u"<p>Hat nach einem Rabatt für Vereine gefragt – Jürgen klärt das.</p>"_s,
            u"<p>Θέλει να μιλήσει με κάποιον στα ελληνικά.</p>"_s,
            u"<p>Перезвонити у вівторок, зранку зайнята.</p>"_s,
            u"<p dir=\"rtl\">يفضل التواصل عبر البريد الإلكتروني، ولا يرد على الهاتف.</p>"_s,
            u"<p dir=\"rtl\">ביקש הצעת מחיר ל-25 משתמשים.</p>"_s,
            u"<p>来月の契約更新について相談したいとのこと。</p>"_s,
            u"<p>客户希望下周安排一次演示。</p>"_s,
            u"<p>ट्रेनिंग का वीडियो भेज दिया है।</p>"_s,
            u"<p>โทรกลับวันพุธ</p>"_s,
            u"<p>🎉 Renewed for two years! 👩🏽‍💻🚀</p>"_s};
}

// With the marks that the editor of notes makes.
QStringList richOnes()
{
    return {
        u"<p>Summary of the call:</p>\n<ul>\n<li>Moves to <b>Pro</b> in March</li>\n<li>Needs SSO"
        " &amp; audit log</li>\n<li>Budget &lt; €5,000</li>\n</ul>"_s,
        u"<p>Contract is <a href=\"https://files.sandbox.example/contracts/2024-118.pdf\""
        " rel=\"nofollow noopener noreferrer\" target=\"_blank\">here</a>, signed page is the"
        " last one.</p>"_s,
        u"<h2>Onboarding</h2>\n<ol>\n<li>Import the old list ✔</li>\n<li>Invite the"
        " team</li>\n<li>First report</li>\n</ol>\n<p><i>Stopped at step 2.</i></p>"_s,
        u"<p>Sees this when exporting:</p>\n<pre><code>Error 0x80070057: row 1 &lt;name&gt; is"
        " empty\n    at export.csv:1</code></pre>"_s,
        u"<p>Screenshot of the problem:</p>\n<div class=\"intercom-container\"><img"
        " src=\"https://downloads.sandbox.example/i/o/48213/problem.png\" alt=\"A form with two"
        " Save buttons\"></div>"_s,
        u"<blockquote>We have been waiting for three weeks.</blockquote>\n<p>Apologised, one month"
        " is free. <b>Do not</b> send the standard reminder.</p>"_s,
        u"<p>Line one<br>Line two<br><br>Line four, after an empty one</p>\n<p class=\"no-margin\">"
        "Kind regards<br>Aoife</p>"_s,
        u"<p>Mixed: <b>שלום</b> (hello) and <i>مرحبا</i>, then back to 123-456.</p>"_s,
        u"<p>Spelling of the name matters: <code>Nguyễn</code>, not <s>Nguyen</s>. Ask"
        " <a href=\"mailto:reception@sandbox.example\">reception</a> if unsure.</p>"_s};
}

} // namespace

const QStringList &noteTexts()
{
    static const QStringList all = plainOnes() + richOnes();
    return all;
}

QString longNoteText()
{
    QString text = u"<p>Minutes of the review.</p>"_s;
    for (int item = 1; item <= 20; ++item) {
        text +=
            u"\n<p><b>%1.</b> What was agreed last time was looked at again, point by point, "
            "and stays as it is until somebody has found the time to measure it.</p>"_s.arg(item);
    }
    return text;
}

} // namespace roster::sandbox::seed
