// SPDX-License-Identifier: MIT
// What a load reads of a page of contacts: the rows, and each record as it stands in the page.
#include "core/api/contactjson.h"
#include "core/api/jsoncutter.h"
#include "tests/api/documents.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace roster;
using namespace roster::test;

namespace {

QByteArray pageOf(const QByteArray &data)
{
    return R"({"type":"list","total_count":2,"data":[)" + data + R"(],"pages":null})";
}

QByteArray bareWith(const QByteArray &members)
{
    return R"({"type":"contact","id":"b1","role":"lead",)" + members + '}';
}

} // namespace

class TestListedContacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreThoseOfTheWholeContacts();
    void recordsStandAsTheyCame_data();
    void recordsStandAsTheyCame();
    void onlyWhatARowNeedsIsChecked();
    void truncatedAnywhereIsAnError();
    void dataToldTwiceIsAnError();
    void cutsMembersAndEntries();
    void cutsNothingOutOfRuins();
};

void TestListedContacts::rowsAreThoseOfTheWholeContacts()
{
    const QByteArray json = pageOf(FullContact + ',' + BareContact);
    const auto listed = api::readListedContacts(json);
    const auto whole = api::readContacts(json);
    QVERIFY(listed.isOk() && whole.isOk());
    QCOMPARE(listed->items.size(), whole->items.size());
    for (qsizetype i = 0; i < listed->items.size(); ++i)
        QVERIFY(listed->items.at(i).row == rowOf(whole->items.at(i).contact));
    QCOMPARE(listed->total, whole->total);
    QCOMPARE(listed->next, whole->next);
}

void TestListedContacts::recordsStandAsTheyCame_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::newRow("full") << QByteArray(FullContact);
    QTest::newRow("brackets in text") << bareWith(R"("name":"}],{\"[","x":[[],{"y":"]"}])");
    QTest::newRow("backslash at the end") << bareWith(R"("name":"C:\\","x":"\\\"")");
    QTest::newRow("spaces") << bareWith("\n\t\"name\" : \"Ada\" ,\r\n \"x\" : [ 1 , { } ] ");
    QTest::newRow("not ASCII") << bareWith("\"name\":\"Zo\xc3\xab \xf0\x9f\x98\x80\"");
}

void TestListedContacts::recordsStandAsTheyCame()
{
    QFETCH(QByteArray, record);
    const auto page = api::readListedContacts(pageOf(' ' + BareContact + " ,\n" + record));
    QVERIFY(page.isOk());
    QCOMPARE(page->items.at(0).json.trimmed(), QByteArray(BareContact).trimmed());
    QCOMPARE(page->items.at(1).json.trimmed(), record.trimmed());
    const auto contact = api::readContact(page->items.at(1).json);
    QVERIFY(contact.isOk() && rowOf(*contact) == page->items.at(1).row);
}

void TestListedContacts::onlyWhatARowNeedsIsChecked()
{
    QVERIFY(api::readListedContacts(pageOf(bareWith(R"("browser":7)"))).isOk());
    const auto wrong = api::readListedContacts(pageOf(BareContact + ',' + bareWith(R"("name":7)")));
    QVERIFY(!wrong.isOk());
    QCOMPARE(wrong.error().kind, ErrorKind::Protocol);
    QCOMPARE(wrong.error().detail, QStringLiteral("data[1].name: text expected"));
}

void TestListedContacts::truncatedAnywhereIsAnError()
{
    const QByteArray page = pageOf(BareContact);
    QVERIFY(api::readListedContacts(page).isOk());
    for (qsizetype size = 0; size < page.size(); ++size)
        QVERIFY2(!api::readListedContacts(page.left(size)).isOk(), page.left(size).constData());
}

void TestListedContacts::dataToldTwiceIsAnError()
{
    const QByteArray twice = R"({"type":"list","total_count":1,"data":[],"data":[)" + BareContact +
                             ',' + BareContact + R"(],"data":[],"pages":null})";
    const auto page = api::readListedContacts(twice);
    // The readers have to mean the same one.
    QVERIFY(!page.isOk() || page->items.isEmpty());
}

void TestListedContacts::cutsMembersAndEntries()
{
    const QByteArray json = R"( {"a" : 1, "b":[1, "x,]", {"c":[2]}], "":null} )";
    api::JsonCutter members(json);
    QByteArrayView name;
    QByteArrayView value;
    QVERIFY(members.nextMember(name, value) && name == "\"a\"");
    QCOMPARE(value.toByteArray().trimmed(), QByteArray("1"));
    QVERIFY(members.nextMember(name, value) && name == "\"b\"");
    api::JsonCutter entries(value);
    QByteArrayList cut;
    while (entries.nextEntry(value))
        cut.append(value.toByteArray());
    QCOMPARE(cut, QByteArrayList({"1", "\"x,]\"", "{\"c\":[2]}"}));
    QVERIFY(members.nextMember(name, value) && name == "\"\"" && value == "null");
    QVERIFY(!members.nextMember(name, value));
}

void TestListedContacts::cutsNothingOutOfRuins()
{
    for (const char *ruin : {"", "7", "\"a\"", "{\"a\"", "{\"a", "{7:1}", "[\"a", "nonsense"}) {
        const QByteArray json(ruin);
        QByteArrayView name;
        QByteArrayView value;
        api::JsonCutter asObject(json);
        QVERIFY2(!asObject.nextMember(name, value), ruin);
        api::JsonCutter asArray(json);
        QVERIFY2(!asArray.nextEntry(value), ruin);
    }
}

QTEST_GUILESS_MAIN(TestListedContacts)
#include "tst_listedcontacts.moc"
