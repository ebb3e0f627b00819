// SPDX-License-Identifier: MIT
#include "tests/sandbox/workspace/lab.h"

using namespace roster::sandbox;
using namespace roster::sandbox::test;

//! POST /data_attributes: what is made, what is refused, and that contacts can use it.
class AttributeWritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void made();
    void types_data();
    void types();
    void names_data();
    void names();
    void takenNames_data();
    void takenNames();
    void refuses_data();
    void refuses();
    void options_data();
    void options();
    void messengerWritable_data();
    void messengerWritable();
    void newOnesAreUsed();

private:
    Answer create(const QByteArray &body) { return m_lab->post(u"/data_attributes"_s, body); }
    QJsonObject listed(const QString &name);
    static QString pathOf(const Answer &answer)
    {
        return u"/data_attributes/"_s + QString::number(answer.body[u"id"].toInteger());
    }
    std::unique_ptr<Lab> m_lab;
};

void AttributeWritesTest::init()
{
    m_lab = std::make_unique<Lab>();
}

QJsonObject AttributeWritesTest::listed(const QString &name)
{
    const Answer all = m_lab->get(u"/data_attributes"_s);
    for (const QJsonValue &attribute : all.body[u"data"].toArray()) {
        if (attribute[u"name"].toString() == name)
            return attribute.toObject();
    }
    return {};
}

void AttributeWritesTest::made()
{
    const Answer answer = create(
        R"({"name":"Mithril Shirt","model":"company","data_type":"string","description":"D"})");
    QVERIFY2(answer.status == 200, text(answer).constData());
    const QJsonObject expected{{u"type"_s, u"data_attribute"_s},
                               {u"id"_s, answer.body[u"id"]},
                               {u"model"_s, u"company"_s},
                               {u"name"_s, u"Mithril Shirt"_s},
                               {u"full_name"_s, u"custom_attributes.Mithril Shirt"_s},
                               {u"label"_s, u"Mithril Shirt"_s},
                               {u"description"_s, u"D"_s},
                               {u"data_type"_s, u"string"_s},
                               {u"api_writable"_s, true},
                               {u"ui_writable"_s, false},
                               {u"messenger_writable"_s, true},
                               {u"custom"_s, true},
                               {u"archived"_s, false},
                               {u"created_at"_s, m_lab->now()},
                               {u"updated_at"_s, m_lab->now()},
                               {u"admin_id"_s, u"6184021"_s}};
    QVERIFY(answer.body[u"id"].toInteger() > 0);
    QCOMPARE(answer.body.toObject(), expected);
    QCOMPARE(listed(u"Mithril Shirt"_s), expected);
}

void AttributeWritesTest::types_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QString>("told"); // empty: refused
    const auto row = [](const char *asked, const char *version, const char *told) {
        QTest::addRow("%s in %s", asked, version)
            << QByteArray(asked) << QByteArray(version) << QString::fromLatin1(told);
    };
    for (const char *type : {"string", "integer", "float", "boolean", "date"})
        row(type, "2.10", type);
    row("datetime", "2.10", "date");
    row("options", "2.13", "");
    row("options", "2.14", "string");
    row("string", "2.16", "string");
    row("mithril", "2.10", "");
    row("String", "2.10", "");
    row("", "2.10", "");
}

void AttributeWritesTest::types()
{
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, version);
    QFETCH(QString, told);
    m_lab->speak(version);
    const QByteArray more = asked == "options" ? R"(,"options":["a","b"])" : "";
    const Answer answer =
        create(R"({"name":"N","model":"contact","data_type":")" + asked + '"' + more + '}');
    QCOMPARE(answer.status, told.isEmpty() ? 400 : 200);
    QCOMPARE(answer.body[u"data_type"].toString(), told);
    QCOMPARE(messageOf(answer), told.isEmpty() ? u"Data Type isn't an option"_s : QString());
}

void AttributeWritesTest::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("letters") << u"Plan of action"_s << true;
    QTest::newRow("underscores") << u"a_b_2"_s << true;
    QTest::newRow("hyphens") << u"e-mail"_s << true;
    QTest::newRow("currency") << u"Wert in €, $"_s.remove(u',') << true;
    QTest::newRow("letters of all scripts") << u"कीमत Größe 价格"_s << true;
    QTest::newRow("signs") << u"!nv@l!d n@me"_s << false;
    QTest::newRow("a dot") << u"a.b"_s << false;
    QTest::newRow("quotes") << u"it's"_s << false;
    QTest::newRow("a line") << u"a\nb"_s << false;
    QTest::newRow("an emoji") << u"a 🚀"_s << false;
    QTest::newRow("blanks") << u"   "_s << false;
}

void AttributeWritesTest::names()
{
    QFETCH(QString, name);
    QFETCH(bool, isTaken);
    const QJsonObject body{
        {u"name"_s, name}, {u"model"_s, u"contact"_s}, {u"data_type"_s, u"integer"_s}};
    const Answer answer = create(QJsonDocument(body).toJson());
    QVERIFY2(answer.status == (isTaken ? 200 : 400), text(answer).constData());
    QCOMPARE(listed(name).isEmpty(), !isTaken);
    if (!isTaken) {
        QCOMPARE(messageOf(answer), u"Your name for this attribute must only contain alphanumeric "
                                    "characters, currency symbols, and hyphens"_s);
        return;
    }
    const QJsonObject contact{{u"external_id"_s, u"1"_s},
                              {u"custom_attributes"_s, QJsonObject{{name, 7}}}};
    const QString id = m_lab->make(QJsonDocument(contact).toJson());
    const QJsonObject query{
        {u"field"_s, u"custom_attributes."_s + name}, {u"operator"_s, u"="_s}, {u"value"_s, 7}};
    QCOMPARE(idsOf(m_lab->search(QJsonDocument(query).toJson())), QStringList{id});
}

void AttributeWritesTest::takenNames_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("message");
    const QString rest = u", use a different name."_s;
    QTest::newRow("company, contact")
        << u"company"_s << u"contact"_s
        << u"You already have 'The One Ring' in your company data. To save this as new people data"_s +
               rest;
    QTest::newRow("company, company")
        << u"company"_s << u"company"_s
        << u"You already have 'The One Ring' in your company data. To save this as new company data"_s +
               rest;
    QTest::newRow("contact, company")
        << u"contact"_s << u"company"_s
        << u"You already have 'The One Ring' in your people data. To save this as new company data"_s +
               rest;
}

void AttributeWritesTest::takenNames()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, message);
    const auto body = [](const QString &model) {
        return R"({"name":"The One Ring","data_type":"string","model":")" + model.toLatin1() +
               "\"}";
    };
    const Answer made = create(body(first));
    QCOMPARE(made.status, 200);
    m_lab->put(pathOf(made), R"({"archived":true})"); // that does not free the name
    const Answer answer = create(body(second));
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), u"parameter_invalid"_s);
    QCOMPARE(messageOf(answer), message);
}

void AttributeWritesTest::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const QString model = u"The Data Attribute model field must be either contact or company"_s;
    const QString bad = u"parameter_invalid"_s;
    const auto row = [](const char *name, const char *body, const QString &code,
                        const QString &message) {
        QTest::newRow(name) << QByteArray(body) << code << message;
    };
    row("no model", R"({"name":"N","data_type":"string"})", bad, model);
    row("an unknown model", R"({"name":"N","model":"conversation","data_type":"string"})", bad,
        model);
    row("as the example has it",
        R"({"description":"D","options":[{"value":"1-10"}],"archived":false})", bad, model);
    row("a model as number", R"({"name":"N","model":1,"data_type":"string"})", bad, model);
    row("nothing", "", bad, model);
    row("no name", R"({"model":"contact","data_type":"string"})", u"parameter_not_found"_s,
        u"name is required"_s);
    row("a name as number", R"({"name":1,"model":"contact","data_type":"string"})", bad,
        u"name must be a string"_s);
    row("no type", R"({"name":"N","model":"contact"})", bad, u"Data Type isn't an option"_s);
    row("a description as number",
        R"({"name":"N","model":"contact","data_type":"string","description":1})", bad,
        u"description must be a string"_s);
    row("a flag as text",
        R"({"name":"N","model":"contact","data_type":"string","messenger_writable":"yes"})", bad,
        u"messenger_writable must be a boolean"_s);
}

void AttributeWritesTest::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, message);
    const Answer answer = create(body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(messageOf(answer), message);
    QVERIFY(listed(u"N"_s).isEmpty());
}

void AttributeWritesTest::options_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("told"); // empty: refused
    const QStringList two{u"1-10"_s, u"11-20"_s};
    QTest::newRow("texts") << R"("string","options":["1-10","11-20"])"_ba << two;
    QTest::newRow("values") << R"("string","options":[{"value":"1-10"},{"value":"11-20"}])"_ba
                            << two;
    QTest::newRow("one twice") << R"("string","options":["1-10","11-20","1-10"])"_ba << two;
    QTest::newRow("too few") << R"("string","options":["1-10"])"_ba << QStringList();
    QTest::newRow("none") << R"("string","options":[])"_ba << QStringList();
    QTest::newRow("one, twice") << R"("string","options":["a","a"])"_ba << QStringList();
    QTest::newRow("no list") << R"("string","options":{"value":"1-10"})"_ba << QStringList();
    QTest::newRow("numbers") << R"("string","options":[1,2])"_ba << QStringList();
    QTest::newRow("empty ones") << R"("string","options":["a",""])"_ba << QStringList();
    QTest::newRow("of a number") << R"("integer","options":["1","2"])"_ba << QStringList();
    QTest::newRow("missing") << R"("options")"_ba << QStringList();
    QTest::newRow("of its own type") << R"("options","options":["1-10","11-20"])"_ba << two;
}

void AttributeWritesTest::options()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, told);
    m_lab->speak("2.14");
    const Answer answer = create(R"({"name":"N","model":"contact","data_type":)" + body + '}');
    QVERIFY2(answer.status == (told.isEmpty() ? 400 : 200), text(answer).constData());
    QCOMPARE(answer.body[u"options"].toArray(), QJsonArray::fromStringList(told));
    QCOMPARE(listed(u"N"_s)[u"options"_s].toArray(), QJsonArray::fromStringList(told));
}

void AttributeWritesTest::messengerWritable_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("told");
    QTest::newRow("2.10 by itself") << "2.10"_ba << QByteArray() << true;
    QTest::newRow("2.11 by itself") << "2.11"_ba << QByteArray() << false;
    QTest::newRow("2.10 refused") << "2.10"_ba
                                  << R"(,"messenger_writable":false)"_ba << false;
    QTest::newRow("2.11 allowed") << "2.11"_ba
                                  << R"(,"messenger_writable":true)"_ba << true;
}

void AttributeWritesTest::messengerWritable()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, more);
    QFETCH(bool, told);
    m_lab->speak(version);
    const Answer answer =
        create(R"({"name":"N","model":"contact","data_type":"string")" + more + '}');
    QCOMPARE(answer.body[u"messenger_writable"], QJsonValue(told));
    QCOMPARE(listed(u"N"_s)[u"messenger_writable"_s], QJsonValue(told));
    const Answer changed = m_lab->put(pathOf(answer), told ? R"({"messenger_writable":false})"
                                                           : R"({"messenger_writable":true})");
    QCOMPARE(changed.body[u"messenger_writable"], QJsonValue(!told));
    QCOMPARE(listed(u"N"_s), changed.body.toObject());
}

void AttributeWritesTest::newOnesAreUsed()
{
    create(R"({"name":"Lucky number","model":"contact","data_type":"integer"})");
    const QString id = m_lab->make(R"({"external_id":"1"})");
    const QString path = u"/contacts/"_s + id;
    QCOMPARE(m_lab->put(path, R"({"custom_attributes":{"Lucky number":"7"}})").status, 400);
    QCOMPARE(m_lab->put(path, R"({"custom_attributes":{"Lucky number":7}})").status, 200);
    QCOMPARE(m_lab->contact(id)[u"custom_attributes"_s].toObject(),
             (QJsonObject{{u"Lucky number"_s, 7}}));
    // Companies do not have it.
    QCOMPARE(
        m_lab->post(u"/companies"_s, R"({"company_id":"c","custom_attributes":{"Lucky number":7}})")
            .status,
        400);
}

QTEST_GUILESS_MAIN(AttributeWritesTest)
#include "tst_attributewrites.moc"
