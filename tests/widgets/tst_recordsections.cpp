// SPDX-License-Identifier: MIT
// Which lines the panel shows of a record: every field has its place, and none is made up.
#include "ui/panel/recordsections.h"
#include "ui/text/fieldtext.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr qint64 now = 1'736'942'400;

RecordContext context()
{
    RecordContext made;
    made.now = now;
    made.timeZone = "Europe/Berlin";
    return made;
}

//! What a field of the full contact holds; times differ by a day each.
FieldValue valueFor(const ContactFieldInfo &info)
{
    switch (info.kind) {
    case FieldKind::Time:
        return now - 86'400 * (1 + static_cast<qint64>(info.field));
    case FieldKind::Flag:
        return static_cast<int>(info.field) % 2 == 0;
    default:
        return u"value of %1"_s.arg(info.jsonName);
    }
}

Contact fullContact()
{
    Contact contact;
    contact.id = ContactId(u"63a07ddf05a32042dffac965"_s);
    for (const ContactFieldInfo &info : contactFields()) {
        if (info.kind != FieldKind::List)
            contact.fields[info.field] = valueFor(info);
    }
    contact.fields[ContactField::Role] = u"lead"_s;
    contact.notes.total = 2;
    contact.optedInSubscriptions.total = 3;
    contact.optedOutSubscriptions.total = 1204;
    contact.socialProfiles = {{u"Twitter"_s, u"https://twitter.example/grace"_s}};
    return contact;
}

const RecordLine *lineNamed(const QList<RecordLine> &lines, const QString &label)
{
    for (const RecordLine &line : lines) {
        if (line.label == label)
            return &line;
    }
    return nullptr;
}

QList<RecordLine> allLines(const Contact &contact, const RecordContext &told)
{
    QList<RecordLine> lines = keyLines(contact, told);
    for (const RecordSection &section : foldedSections(contact, told))
        lines += section.lines;
    return lines;
}

} // namespace

class TestRecordSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsShown_data();
    void everyFieldIsShown();
    void noFieldIsShownTwice();
    void keyLinesAreAlwaysThere();
    void emptySectionsAreEmpty();
    void nullIsEmpty();
    void ownersHaveNames();
    void timesHaveAnExactForm();
    void profilesHaveASection();
    void unknownMembersAreKept();
    void hostileWordsStayAsTheyAre_data();
    void hostileWordsStayAsTheyAre();
};

void TestRecordSections::everyFieldIsShown_data()
{
    QTest::addColumn<int>("field");
    for (const ContactFieldInfo &info : contactFields()) {
        // Lists are shown by parts of the panel of their own.
        if (info.kind != FieldKind::List)
            QTest::newRow(info.jsonName.data()) << static_cast<int>(info.field);
    }
}

void TestRecordSections::everyFieldIsShown()
{
    QFETCH(int, field);
    const auto &info = contactFieldInfo(static_cast<ContactField>(field));
    const Contact contact = fullContact();
    const QList<RecordLine> lines = allLines(contact, context());
    const RecordLine *line = lineNamed(lines, fieldTitle(info.field));
    QVERIFY(line);
    switch (info.kind) {
    case FieldKind::Time:
        QVERIFY(line->value.endsWith(u" ago"_s) || info.field == ContactField::CreatedAt);
        QVERIFY(line->exact.contains(u", "_s) && line->exact.contains(u"CE"_s));
        break;
    case FieldKind::Flag:
        QCOMPARE(line->value, *flagOf(contact.value(info.field)) ? u"Yes"_s : u"No"_s);
        break;
    case FieldKind::Choice:
        QCOMPARE(line->value, u"Lead"_s);
        break;
    default:
        QCOMPARE(line->value, u"value of %1"_s.arg(info.jsonName));
        break;
    }
}

void TestRecordSections::noFieldIsShownTwice()
{
    QSet<QString> labels;
    for (const RecordLine &line : allLines(fullContact(), context())) {
        QVERIFY2(!labels.contains(line.label), qPrintable(line.label));
        labels.insert(line.label);
    }
    QSet<QString> keys;
    for (const RecordSection &section : foldedSections(fullContact(), context())) {
        QVERIFY(!section.title.isEmpty());
        keys.insert(section.key);
    }
    QCOMPARE(keys.size(), foldedSections(fullContact(), context()).size());
}

void TestRecordSections::keyLinesAreAlwaysThere()
{
    const QList<RecordLine> none = keyLines({}, context());
    QStringList labels;
    for (const RecordLine &line : none) {
        labels << line.label;
        QCOMPARE(line.value, QString());
        QCOMPARE(line.exact, QString());
    }
    QCOMPARE(labels,
             QStringList({u"Email"_s, u"Phone"_s, u"External id"_s, u"Owner"_s, u"Created"_s}));
    Contact contact;
    contact.fields[ContactField::CreatedAt] = qint64(1'716'984'120);
    const RecordLine created = keyLines(contact, context()).last();
    QCOMPARE(created.value, u"29 May 2024"_s);
    QVERIFY(created.exact.startsWith(u"29 May 2024, 14:02"_s));
}

void TestRecordSections::emptySectionsAreEmpty()
{
    Contact nobody;
    for (const RecordSection &section : foldedSections(nobody, context())) {
        if (section.key != u"identity"_s)
            QVERIFY2(section.isEmpty(), qPrintable(section.key));
    }
    Contact contact;
    contact.fields[ContactField::LocationCity] = u"Wellington"_s;
    QStringList full;
    for (const RecordSection &section : foldedSections(contact, context())) {
        if (!section.isEmpty())
            full << section.key;
    }
    QCOMPARE(full, QStringList({u"identity"_s, u"location"_s}));
    for (const RecordSection &section : foldedSections(fullContact(), context()))
        QCOMPARE(section.isEmpty(), section.key == u"more"_s);
}

void TestRecordSections::nullIsEmpty()
{
    Contact contact;
    for (const ContactFieldInfo &info : contactFields())
        contact.fields[info.field] = FieldValue();
    for (const RecordLine &line : allLines(contact, context())) {
        if (line.label != fieldTitle(ContactField::Role))
            QCOMPARE(line.value, QString());
    }
}

void TestRecordSections::ownersHaveNames()
{
    Contact contact;
    contact.fields[ContactField::Owner] = u"1295"_s;
    RecordContext told = context();
    QCOMPARE(lineNamed(keyLines(contact, told), u"Owner"_s)->value, u"1295"_s);
    told.ownerName = u"Priya Nair"_s;
    QCOMPARE(lineNamed(keyLines(contact, told), u"Owner"_s)->value, u"Priya Nair"_s);
}

void TestRecordSections::timesHaveAnExactForm()
{
    Contact contact;
    contact.fields[ContactField::LastSeenAt] = now - 7200;
    const auto line = [&](const QByteArray &zone) {
        RecordContext told = context();
        told.timeZone = zone;
        return *lineNamed(allLines(contact, told), u"Last seen"_s);
    };
    QCOMPARE(line("Europe/Berlin").value, u"2 h ago"_s);
    QVERIFY(line("Europe/Berlin").exact.contains(u"11:00"_s));
    QVERIFY(line("Asia/Tokyo").exact.contains(u"19:00"_s));
    // A zone that nobody knows is UTC, and is called so.
    QVERIFY(line("Mars/Olympus").exact.contains(u"10:00"_s));
    QVERIFY(line("Mars/Olympus").exact.endsWith(u"UTC"_s));
    contact.fields[ContactField::LastSeenAt] = now + 86'400 * 2;
    QCOMPARE(line("UTC").value, u"in 2 d"_s);
}

void TestRecordSections::profilesHaveASection()
{
    const RecordSection profiles = foldedSections(fullContact(), context()).at(8);
    QCOMPARE(profiles.key, u"profiles"_s);
    QCOMPARE(profiles.lines.size(), 1);
    QCOMPARE(profiles.lines.at(0).label, u"Twitter"_s);
    QCOMPARE(profiles.lines.at(0).value, u"https://twitter.example/grace"_s);
}

void TestRecordSections::unknownMembersAreKept()
{
    Contact contact;
    contact.unknownMembers = {{u"sms_score"_s, 7},
                              {u"is_new"_s, true},
                              {u"next"_s, QJsonObject{{u"a"_s, QJsonArray{1, u"b"_s}}}}};
    const RecordSection more = foldedSections(contact, context()).last();
    QCOMPARE(more.key, u"more"_s);
    QCOMPARE(more.lines.size(), 3);
    QCOMPARE(lineNamed(more.lines, u"sms_score"_s)->value, u"7"_s);
    QCOMPARE(lineNamed(more.lines, u"is_new"_s)->value, u"Yes"_s);
    QCOMPARE(lineNamed(more.lines, u"next"_s)->value, u"{\"a\":[1,\"b\"]}"_s);
}

void TestRecordSections::hostileWordsStayAsTheyAre_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("markup") << u"<b>Ada</b><img src=x>"_s;
    QTest::newRow("place holders") << u"%1 %2 %n %L1"_s;
    QTest::newRow("overrides") << u"\u202egnp.exe"_s;
    QTest::newRow("lines") << u"a\nb\r\nc"_s;
    QTest::newRow("long") << QString(1'000'000, u'x');
}

void TestRecordSections::hostileWordsStayAsTheyAre()
{
    QFETCH(QString, words);
    Contact contact;
    contact.fields[ContactField::Email] = words;
    contact.fields[ContactField::LocationCity] = words;
    contact.customAttributes[words] = words;
    contact.unknownMembers[words.left(100)] = words;
    const QList<RecordLine> lines = allLines(contact, context());
    QCOMPARE(lineNamed(lines, u"Email"_s)->value, words);
    QCOMPARE(lineNamed(lines, u"City"_s)->value, words);
    QCOMPARE(lineNamed(lines, words.left(100))->value, words);
    QCOMPARE(attributeSection(contact, context()).lines.first(), RecordLine({words, words, {}}));
}

QTEST_GUILESS_MAIN(TestRecordSections)
#include "tst_recordsections.moc"
