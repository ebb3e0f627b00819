// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

#include <QTimeZone>

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! Search beyond single operators: groups, whole days, missing values, order, every field.
class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groups_data();
    void groups();
    void wholeDays_data();
    void wholeDays();
    void noValue_data();
    void noValue();
    void fieldsTakeAQuery_data();
    void fieldsTakeAQuery();
    void order_data();
    void order();
    void walkInEveryOrder_data();
    void walkInEveryOrder();
    void emptyTexts();
};

void SearchTest::groups_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *query, const char *found) {
        QTest::newRow(name) << QByteArray(query) << QString::fromLatin1(found);
    };
    row("and", R"({"operator":"AND","value":[{"field":"role","operator":"=","value":"user"},
        {"field":"name","operator":"~","value":"n"}]})",
        "a");
    row("or", R"({"operator":"OR","value":[{"field":"role","operator":"=","value":"lead"},
        {"field":"name","operator":"=","value":"bob"}]})",
        "bc");
    row("and of ors", R"({"operator":"AND","value":[
        {"operator":"OR","value":[{"field":"name","operator":"=","value":"anna"},
                                  {"field":"name","operator":"=","value":"bob"}]},
        {"field":"email","operator":"$","value":"@two.example"}]})",
        "b");
    row("not in a group with missing values", R"({"operator":"AND","value":[
        {"field":"phone","operator":"!=","value":"1"},{"field":"role","operator":"=","value":"user"}]})",
        "ab");
    row("a single filter", R"({"field":"email_domain","operator":"=","value":"ONE.example"})",
        "ac");
}

void SearchTest::groups()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, found);
    Lab lab;
    QHash<QString, QString> letters;
    letters.insert(lab.make(R"({"email":"anna@one.example","name":"Anna"})"), u"a"_s);
    letters.insert(lab.make(R"({"email":"bob@two.example","name":"Bob"})"), u"b"_s);
    letters.insert(lab.make(R"({"role":"lead","email":"cleo@one.example","name":"Cleon"})"),
                   u"c"_s);
    QStringList hit;
    for (const QString &id : idsOf(lab.search(query)))
        hit.append(letters.value(id));
    hit.sort();
    QCOMPARE(hit.join(QString()), found);
}

void SearchTest::wholeDays_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("op");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("found");
    // Contacts sign up one hour apart from 14 November 2023 20:00 UTC on: letter a is 20:00, b
    // 21:00 … 22:00 is e.g. midnight in Athens, 15:00 on the 14th in Lima.
    const auto row = [](const char *zone, const char *op, const char *value, const char *found) {
        QTest::addRow("%s %s %s", zone, op, value)
            << QByteArray(zone) << QString::fromLatin1(op) << QString::fromLatin1(value)
            << QString::fromLatin1(found);
    };
    row("UTC", "=", "1700000000", "abcd"); // 14 November 22:13
    row("UTC", ">", "1700000000", "efgh");
    row("UTC", "<", "1700000000", "");
    row("UTC", "<", "1700006400", "abcd"); // the 15th, midnight
    row("UTC", "=", "1700006400", "efgh");
    row("UTC", ">", "1700006399", "efgh");
    row("UTC", ">", "1700006400", "");
    row("UTC", "=", "\"1700000000\"", "abcd");         // a numeric string, as the example has it
    row("Europe/Athens", "=", "1700000000", "cdefgh"); // midnight there is 22:00 UTC
    row("Europe/Athens", "<", "1700000000", "ab");
    row("America/Lima", "=", "1700000000", "abcdefgh"); // 20:00 to 03:00 UTC is one day in Lima
    row("America/Lima", ">", "1700000000", "");
}

void SearchTest::wholeDays()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, op);
    QFETCH(QString, value);
    QFETCH(QString, found);
    WorkspaceOptions options;
    options.timezone = zone;
    Lab lab(0, options);
    QHash<QString, QString> letters;
    for (int hour = 0; hour < 8; ++hour) {
        const qint64 at = 1'699'992'000 + hour * 3600;
        const QString id =
            lab.make(R"({"role":"lead","signed_up_at":)" + QByteArray::number(at) +
                     R"(,"custom_attributes":{"trial_ends_at":)" + QByteArray::number(at) + "}}");
        letters.insert(id, QString(QChar(u'a' + hour)));
    }
    for (const char *field : {"signed_up_at", "custom_attributes.trial_ends_at"}) {
        QStringList hit;
        const Answer answer = lab.search(QByteArray(R"({"field":")") + field + R"(","operator":")" +
                                         op.toLatin1() + R"(","value":)" + value.toLatin1() + '}');
        for (const QString &id : idsOf(answer))
            hit.append(letters.value(id));
        hit.sort();
        QCOMPARE(hit.join(QString()), found);
    }
}

void SearchTest::noValue_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("full");
    QTest::newRow("name") << QByteArray("name") << QByteArray(R"("name":"null")");
    QTest::newRow("phone") << QByteArray("phone") << QByteArray(R"("phone":"null")");
    QTest::newRow("email") << QByteArray("email") << QByteArray(R"("email":"null@x.example")");
    QTest::newRow("owner") << QByteArray("owner_id") << QByteArray(R"("owner_id":6184021)");
    QTest::newRow("date") << QByteArray("signed_up_at") << QByteArray(R"("signed_up_at":1)");
    QTest::newRow("attribute") << QByteArray("custom_attributes.plan")
                               << QByteArray(R"("custom_attributes":{"plan":"null"})");
}

void SearchTest::noValue()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, full);
    Lab lab;
    const QString with = lab.make(R"({"external_id":"1",)" + full + '}');
    const QString without = lab.make(R"({"external_id":"2"})");
    if (field == "email") // cleared is no value either
        lab.put(u"/contacts/"_s + without, R"({"email":null})");
    const QByteArray is = R"({"field":")" + field + R"(","operator":"=","value":null})";
    QCOMPARE(idsOf(lab.search(is)), QStringList{without});
    if (field == "signed_up_at")
        return; // dates know no !=
    const QByteArray isNot = R"({"field":")" + field + R"(","operator":"!=","value":null})";
    QCOMPARE(idsOf(lab.search(isNot)), QStringList{with});
}

void SearchTest::fieldsTakeAQuery_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("value");
    const QString texts =
        u"id role name avatar email email_domain phone formatted_phone external_id "
        "language_override browser browser_language os location.country location.region "
        "location.city ios_app_version ios_device ios_app_device ios_os_version ios_app_name "
        "ios_sdk_version android_app_version android_device android_app_name andoid_sdk_version "
        "segment_id tag_id"_s;
    for (const QString &field : texts.split(u' '))
        QTest::newRow(qPrintable(field)) << field << QByteArray(R"("none such")");
    for (const QString &field :
         u"created_at signed_up_at updated_at last_seen_at last_contacted_at last_replied_at "
         "last_email_opened_at last_email_clicked_at ios_last_seen_at android_last_seen_at"_s.split(
             u' '))
        QTest::newRow(qPrintable(field)) << field << QByteArray("86400");
    for (const QString &field : {u"marked_email_as_spam"_s, u"has_hard_bounced"_s})
        QTest::newRow(qPrintable(field)) << field << QByteArray("true");
    QTest::newRow("owner_id") << u"owner_id"_s << QByteArray("5");
}

// Each field of the reference is known; nobody in a small workspace has these values.
void SearchTest::fieldsTakeAQuery()
{
    QFETCH(QString, field);
    QFETCH(QByteArray, value);
    Lab lab;
    lab.make(R"({"role":"lead"})");
    const Answer answer = lab.search("{\"field\":\"" + field.toLatin1() +
                                     R"(","operator":"=","value":)" + value + '}');
    QVERIFY2(answer.status == 200, text(answer).constData());
    QCOMPARE(answer.body[u"total_count"].toInt(), 0);
}

void SearchTest::order_data()
{
    QTest::addColumn<QByteArray>("sort");
    QTest::addColumn<QString>("letters");
    QTest::newRow("default: last seen first") << QByteArray() << u"bcad"_s;
    QTest::newRow("name ascending")
        << QByteArray(R"({"field":"name","order":"ascending"})") << u"dabc"_s;
    QTest::newRow("name descending")
        << QByteArray(R"({"field":"name","order":"descending"})") << u"cbad"_s;
    QTest::newRow("name by default") << QByteArray(R"({"field":"name"})") << u"cbad"_s;
    QTest::newRow("created ascending")
        << QByteArray(R"({"field":"created_at","order":"ascending"})") << u"abcd"_s;
    QTest::newRow("updated descending")
        << QByteArray(R"({"field":"updated_at","order":"descending"})") << u"adcb"_s;
    QTest::newRow("attribute ascending")
        << QByteArray(R"({"field":"custom_attributes.seats","order":"ascending"})") << u"dcab"_s;
}

void SearchTest::order()
{
    QFETCH(QByteArray, sort);
    QFETCH(QString, letters);
    Lab lab;
    const char *bodies[] = {
        R"({"role":"lead","name":"ada","last_seen_at":100,"custom_attributes":{"seats":0}})",
        R"({"role":"lead","name":"Bea","last_seen_at":300,"custom_attributes":{"seats":4}})",
        R"({"role":"lead","name":"cid","last_seen_at":200,"custom_attributes":{"seats":-3}})",
        R"({"role":"lead"})"};
    QHash<QString, QString> known;
    for (int i = 0; i < 4; ++i) {
        known.insert(lab.make(bodies[i]), QString(QChar(u'a' + i)));
        lab.pass(1);
    }
    lab.put(u"/contacts/"_s + known.key(u"a"_s), "{}");
    const QByteArray tail = sort.isEmpty() ? QByteArray("}") : ",\"sort\":" + sort + '}';
    const Answer answer = lab.post(
        u"/contacts/search"_s, R"({"query":{"field":"role","operator":"=","value":"lead"})" + tail);
    QString hit;
    for (const QString &id : idsOf(answer))
        hit += known.value(id);
    QCOMPARE(hit, letters);
}

void SearchTest::walkInEveryOrder_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("order");
    for (
        const QString &field :
        u"created_at updated_at last_seen_at name email phone role owner_id location.city "
        "unsubscribed_from_emails ios_last_seen_at external_id custom_attributes.plan "
        "custom_attributes.lifetime_value custom_attributes.newsletter custom_attributes.trial_ends_at"_s
            .split(u' ')) {
        for (const QString &order : {u"ascending"_s, u"descending"_s})
            QTest::newRow(qPrintable(field + u' ' + order)) << field << order;
    }
}

// Missing and equal values included, every contact comes once.
void SearchTest::walkInEveryOrder()
{
    QFETCH(QString, field);
    QFETCH(QString, order);
    static Lab lab(230);
    QStringList seen;
    QString cursor;
    int pages = 0;
    do {
        const QByteArray after =
            cursor.isEmpty() ? QByteArray() : ",\"starting_after\":\"" + cursor.toLatin1() + '"';
        const Answer answer = lab.post(
            u"/contacts/search"_s,
            R"({"query":{"field":"created_at","operator":">","value":0},"pagination":{"per_page":37)" +
                after + R"(},"sort":{"field":")" + field.toLatin1() + R"(","order":")" +
                order.toLatin1() + "\"}}");
        QVERIFY2(answer.status == 200, text(answer).constData());
        QCOMPARE(answer.body[u"total_count"].toInt(), 230);
        QCOMPARE(answer.body[u"pages"][u"page"].toInt(), ++pages);
        seen += idsOf(answer);
        cursor = answer.body[u"pages"][u"next"][u"starting_after"].toString();
    } while (!cursor.isEmpty());
    QCOMPARE(pages, 7);
    QCOMPARE(seen.size(), 230);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 230);
}

void SearchTest::emptyTexts()
{
    Lab lab;
    const QString named = lab.make(R"({"role":"lead","name":"A"})");
    lab.make(R"({"role":"lead"})");
    for (const char *op : {"~", "^", "$"}) {
        const Answer answer =
            lab.search(QByteArray(R"({"field":"name","operator":")") + op + R"(","value":""})");
        QCOMPARE(idsOf(answer), QStringList{named});
    }
}

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
