// SPDX-License-Identifier: MIT
// The curl lines of Intercom's reference pages, in the order of the pages, run by a shell with the
// real curl. Nothing in them is changed but the host; where a page leaves `{id}` open it is filled
// in.
#include "tests/sandbox/server/sandboxprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using roster::test::SandboxProcess;

namespace {

const char *const create = R"(curl -i -X POST \
  https://api.intercom.io/contacts \
  -H 'Authorization: Bearer <YOUR_TOKEN_HERE>' \
  -H 'Content-Type: application/json' \
  -H 'Intercom-Version: 2.10' \
  -d '{
    "email": "joebloggs@intercom.io"
  }')";

const char *const archive = R"(curl -i -X POST \
  https://api.intercom.io/contacts/63a07ddf05a32042dffac965/archive \
  -H 'Authorization: Bearer <YOUR_TOKEN_HERE>' \
  -H 'Intercom-Version: 2.10')";

const char *const unarchive = R"(curl -i -X POST \
  https://api.intercom.io/contacts/63a07ddf05a32042dffac965/unarchive \
  -H 'Authorization: Bearer <YOUR_TOKEN_HERE>' \
  -H 'Intercom-Version: 2.10')";

const char *const removeTag = R"(curl -i -X DELETE \
  https://api.intercom.io/contacts/63a07ddf05a32042dffac965/tags/7522907 \
  -H 'Authorization: Bearer <YOUR_TOKEN_HERE>' \
  -H 'Intercom-Version: 2.10')";

const char *const update = R"(curl -i -X PUT \
  https://api.intercom.io/contacts/63a07ddf05a32042dffac965 \
  -H 'Authorization: Bearer <YOUR_TOKEN_HERE>' \
  -H 'Content-Type: application/json' \
  -H 'Intercom-Version: 2.10' \
  -d '{
    "email": "joebloggs@intercom.io",
    "name": "joe bloggs"
  }')";

const char *const get = R"(curl -i -X GET \
  https://api.intercom.io/contacts/63a07ddf05a32042dffac965 \
  -H 'Authorization: Bearer <YOUR_TOKEN_HERE>' \
  -H 'Intercom-Version: 2.10')";

// These two are printed on one line with the backslashes of their line ends left in.
const char *const companyContacts =
    R"(curl -i -X GET \ 'https://api.intercom.io/companies/{id}/contacts' \ -H 'Authorization: Bearer <YOUR_TOKEN_HERE>' \ -H 'Intercom-Version: 2.7')";
const char *const attachCompany =
    R"(curl -i -X POST \ 'https://api.intercom.io/contacts/{id}/companies' \ -H 'Authorization: Bearer <YOUR_TOKEN_HERE>' \ -H 'Content-Type: application/json' \ -H 'Intercom-Version: 2.7' \ -d '{ "id": "6657a8156abd0160d35d1e55" }')";

const QString contactId = QStringLiteral("63a07ddf05a32042dffac965");
const QString companyId = QStringLiteral("6657a8156abd0160d35d1e55");

QString text(const QJsonObject &object, const char *member)
{
    return object.value(QLatin1String(member)).toString();
}

bool hasTag(const QJsonObject &contact)
{
    const QJsonArray tags = contact.value(u"tags").toObject().value(u"data").toArray();
    return std::any_of(tags.begin(), tags.end(), [](const auto &tag) {
        return tag.toObject().value(u"id").toString() == u"7522907";
    });
}

} // namespace

class TestSeedCurl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesRunInOrderOnAFreshSandbox();

private:
    // Runs a line against the sandbox; the body of a 200, or an empty object.
    QJsonObject run(const char *line, const QString &id = {});

    QUrl m_url;
};

QJsonObject TestSeedCurl::run(const char *line, const QString &id)
{
    QString command = QString::fromUtf8(line);
    command.replace(QStringLiteral("https://api.intercom.io"), m_url.toString());
    if (!id.isEmpty())
        command.replace(QStringLiteral("{id}"), id)
            .replace(QStringLiteral(" \\ "), QStringLiteral(" "));
    command.replace(QStringLiteral("curl -i"),
                    QStringLiteral("'%1' -sS -i").arg(QStringLiteral(ROSTER_CURL)));
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
    if (!shell.waitForFinished(20'000) || shell.exitCode() != 0) {
        qWarning("%s: %s", qPrintable(command), shell.readAllStandardError().constData());
        return {};
    }
    const QByteArray answer = shell.readAllStandardOutput();
    if (!answer.startsWith("HTTP/1.1 200 ")) {
        qWarning("%s: %s", qPrintable(command), answer.constData());
        return {};
    }
    return QJsonDocument::fromJson(answer.sliced(answer.indexOf("\r\n\r\n") + 4)).object();
}

void TestSeedCurl::linesRunInOrderOnAFreshSandbox()
{
    SandboxProcess program({});
    m_url = program.url();
    QVERIFY(m_url.isValid());

    const QJsonObject created = run(create);
    QCOMPARE(text(created, "type"), u"contact"_qs);
    QCOMPARE(text(created, "email"), u"joebloggs@intercom.io"_qs);
    QCOMPARE(text(created, "role"), u"user"_qs);
    QVERIFY(text(created, "id") != contactId);
    QVERIFY(created.value(u"external_id").isNull());

    const QJsonObject archived = run(archive);
    QCOMPARE(archived, (QJsonObject{{u"id"_qs, contactId},
                                    {u"external_id"_qs, u"70"_qs},
                                    {u"type"_qs, u"contact"_qs},
                                    {u"archived"_qs, true}}));
    const QJsonObject unarchived = run(unarchive);
    QCOMPARE(unarchived, (QJsonObject{{u"id"_qs, contactId},
                                      {u"external_id"_qs, u"70"_qs},
                                      {u"type"_qs, u"contact"_qs},
                                      {u"archived"_qs, false}}));

    QVERIFY(hasTag(run(get)));
    const QJsonObject tag = run(removeTag);
    QCOMPARE(text(tag, "type"), u"tag"_qs);
    QCOMPARE(text(tag, "id"), u"7522907"_qs);

    const QJsonObject updated = run(update);
    QCOMPARE(text(updated, "id"), contactId);
    QCOMPARE(text(updated, "name"), u"joe bloggs"_qs);
    const QJsonObject got = run(get);
    QCOMPARE(text(got, "external_id"), u"70"_qs);
    QCOMPARE(text(got, "email"), u"joebloggs@intercom.io"_qs);
    QVERIFY(!hasTag(got));

    const QJsonObject contacts = run(companyContacts, companyId);
    QCOMPARE(text(contacts, "type"), u"list"_qs);
    const int before = contacts.value(u"total_count").toInt(-1);
    QVERIFY(before >= 0);
    const QJsonObject company = run(attachCompany, text(created, "id"));
    QCOMPARE(text(company, "type"), u"company"_qs);
    QCOMPARE(text(company, "id"), companyId);
    QCOMPARE(run(companyContacts, companyId).value(u"total_count").toInt(), before + 1);
}

QTEST_GUILESS_MAIN(TestSeedCurl)
#include "tst_seedcurl.moc"
