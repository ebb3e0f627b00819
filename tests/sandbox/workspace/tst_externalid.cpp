// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! GET /contacts/find_by_external_id/{external_id}.
class ExternalIdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void finds_data();
    void finds();
    void onlyActiveOnes_data();
    void onlyActiveOnes();
    void mergedOnes_data();
    void mergedOnes();

private:
    Answer ask(const QString &externalId) const
    {
        return m_lab->get(u"/contacts/find_by_external_id/"_s + externalId);
    }
    std::unique_ptr<Lab> m_lab;
};

void ExternalIdTest::init()
{
    m_lab = std::make_unique<Lab>(1);
    m_lab->speak("2.13");
}

// Ids as the path holds them: decoded, but for the slash.
void ExternalIdTest::finds_data()
{
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<int>("status");
    QTest::newRow("as it is") << u"x-1"_s << u"x-1"_s << 200;
    QTest::newRow("another case") << u"x-1"_s << u"X-1"_s << 404;
    QTest::newRow("a part") << u"x-1"_s << u"x"_s << 404;
    QTest::newRow("with a slash") << u"org/7"_s << u"org%2F7"_s << 200;
    QTest::newRow("with an encoded slash") << u"org%2F7"_s << u"org%2F7"_s << 200;
    QTest::newRow("spaces and signs") << u"Ä & ö ?"_s << u"Ä & ö ?"_s << 200;
    QTest::newRow("like an operation") << u"tags"_s << u"tags"_s << 200;
}

void ExternalIdTest::finds()
{
    QFETCH(QString, own);
    QFETCH(QString, asked);
    QFETCH(int, status);
    const QJsonObject body{{u"role"_s, u"user"_s}, {u"external_id"_s, own}};
    const QString id = m_lab->make(QJsonDocument(body).toJson());
    Request request;
    request.method = "GET";
    request.path = u"/contacts/find_by_external_id/"_s + asked;
    request.version = "2.13";
    const Answer answer = m_lab->workspace().handle(request);
    QCOMPARE(answer.status, status);
    if (status == 200)
        QCOMPARE(answer.body.toObject(), m_lab->contact(id));
    else
        QCOMPARE(messageOf(answer), u"User Not Found"_s);
}

void ExternalIdTest::onlyActiveOnes_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("archived") << u"/archive"_s;
    QTest::newRow("blocked") << u"/block"_s;
    QTest::newRow("deleted") << QString();
}

void ExternalIdTest::onlyActiveOnes()
{
    QFETCH(QString, action);
    const QString id = m_lab->make(R"({"external_id":"x-1"})");
    QCOMPARE(ask(u"x-1"_s).status, 200);
    m_lab->ask(action.isEmpty() ? "DELETE" : "POST", u"/contacts/"_s + id + action);
    const Answer answer = ask(u"x-1"_s);
    QCOMPARE(answer.status, 404);
    QCOMPARE(codeOf(answer), u"not_found"_s);
}

void ExternalIdTest::mergedOnes_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("status");
    QTest::newRow("2.13") << "2.13"_ba << 404;
    QTest::newRow("2.15") << "2.15"_ba << 404;
    QTest::newRow("2.16") << "2.16"_ba << 410;
}

// Leads are not found by the id that the server gave them, until one was merged into a user.
void ExternalIdTest::mergedOnes()
{
    QFETCH(QByteArray, version);
    QFETCH(int, status);
    const QString lead = m_lab->make(R"({"role":"lead"})");
    const QString own = m_lab->contact(lead)[u"external_id"_s].toString();
    const QString user = m_lab->make(R"({"external_id":"u"})");
    m_lab->speak(version);
    QCOMPARE(ask(own).status, 404);
    const QJsonObject body{
        {u"from"_s, lead}, {u"into"_s, user}, {u"skip_duplicate_validation"_s, true}};
    QCOMPARE(m_lab->post(u"/contacts/merge"_s, QJsonDocument(body).toJson()).status, 200);
    const Answer answer = ask(own);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Link"), status == 410
                                        ? "</contacts/" + user.toLatin1() + ">; rel=\"canonical\""
                                        : QByteArray());
}

QTEST_GUILESS_MAIN(ExternalIdTest)
#include "tst_externalid.moc"
