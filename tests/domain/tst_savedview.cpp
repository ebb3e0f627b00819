// SPDX-License-Identifier: MIT
#include "core/domain/filterjson.h"
#include "core/domain/savedview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace roster;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

template <class T>
T pick(QRandomGenerator &random, T last)
{
    return static_cast<T>(random.bounded(static_cast<int>(last) + 1));
}

//! Something that can be asked, whatever it is.
FilterCondition randomCondition(QRandomGenerator &random)
{
    for (;;) {
        FilterCondition condition;
        condition.subject.field = pick(random, FilterField::CustomAttribute);
        if (condition.subject.field == FilterField::CustomAttribute) {
            condition.subject.attribute = str("pl\u00e4n \"x\" \U0001f680");
            condition.subject.type = pick(random, AttributeType::List);
        }
        condition.test = pick(random, FilterTest::No);
        condition.isOn = random.bounded(2) == 0;
        static const QStringList values{str("user"),
                                        str("12.5"),
                                        str("2026-11-21"),
                                        str("O'Neil"),
                                        str("\u0645\u062d\u0645\u062f"),
                                        str("7")};
        for (int count = random.bounded(3); count > 0; --count)
            condition.values.append(values.at(random.bounded(values.size())));
        if (!problemOf(condition))
            return condition;
    }
}

SavedView randomView(QRandomGenerator &random)
{
    SavedView view;
    view.id = QUuid::createUuidV5(QUuid(), QByteArray::number(random.generate()));
    view.name = str("Churn risk \u2026 ") + QString::number(random.generate());
    view.text = random.bounded(2) ? str("a+b 'x'") : QString();
    view.filter.join = pick(random, FilterJoin::Any);
    for (int groups = random.bounded(4); groups > 0; --groups) {
        FilterGroup group{pick(random, FilterJoin::Any), {}};
        for (int count = 1 + random.bounded(4); count > 0; --count)
            group.conditions.append(randomCondition(random));
        view.filter.groups.append(group);
    }
    view.sortColumn = pick(random, SortColumn::UpdatedAt);
    view.sortOrder = random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder;
    for (int size = random.bounded(40); size > 0; --size)
        view.columns.append(static_cast<char>(random.bounded(256)));
    return view;
}

SavedView view()
{
    SavedView view;
    view.id = QUuid(str("0d4cb16e-2a0a-4bd4-9b36-6ac0d6d94b3e"));
    view.name = str("VIPs");
    view.filter.require({{FilterField::Tag, {}, {}}, FilterTest::AnyOf, {str("7")}, true});
    return view;
}

} // namespace

class TestSavedView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips_data();
    void roundTrips();
    void wordsAreDifferentAndComeBack();
    void refusals_data();
    void refusals();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void whatCannotBeAskedIsLeftOut();
    void asksForItsContacts();
};

void TestSavedView::roundTrips_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
    const quint32 fresh = QRandomGenerator::global()->generate();
    QTest::addRow("a fresh seed: %u", fresh) << fresh;
}

void TestSavedView::roundTrips()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    QList<SavedView> views;
    for (int count = random.bounded(6); count > 0; --count)
        views.append(randomView(random));
    const Result<QList<SavedView>> read = savedViewsFromJson(savedViewsToJson(views));
    QVERIFY2(read.isOk(), read.isOk() ? "" : qPrintable(read.error().detail));
    QCOMPARE(*read, views);
}

void TestSavedView::wordsAreDifferentAndComeBack()
{
    QSet<QString> words;
    for (int i = 0; i <= static_cast<int>(FilterField::CustomAttribute); ++i) {
        const auto field = static_cast<FilterField>(i);
        words.insert(filterWord(field));
        QVERIFY(filterFieldNamed(filterWord(field)) == field);
    }
    QCOMPARE(words.size(), static_cast<int>(FilterField::CustomAttribute) + 1);
    for (int i = 0; i <= static_cast<int>(FilterTest::No); ++i) {
        const auto test = static_cast<FilterTest>(i);
        QVERIFY(filterTestNamed(filterWord(test)) == test);
    }
    for (int i = 0; i <= static_cast<int>(SortColumn::UpdatedAt); ++i) {
        const auto column = static_cast<SortColumn>(i);
        QVERIFY(sortColumnNamed(filterWord(column)) == column);
    }
    QVERIFY(!filterTestNamed(u"sounds_like") && !filterFieldNamed({}));
}

void TestSavedView::refusals_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("place");
    const auto add = [](const char *name, const char *from, const char *to, const char *place) {
        QTest::newRow(name) << str(from) << str(to) << str(place);
    };
    add("a newer version", "\"version\": 1", "\"version\": 2", "version");
    add("another format", "roster-views", "roster-mailboxes", "format");
    add("a test of tomorrow", "any_of", "sounds_like",
        "views[0].filter.groups[0].conditions[0].test: unknown word 'sounds_like'");
    add("a field of tomorrow", "\"field\": \"tag\"", "\"field\": \"mood\"",
        "views[0].filter.groups[0].conditions[0].field");
    add("another member", "\"on\": true", "\"on\": true, \"weight\": 3",
        "views[0].filter.groups[0].conditions[0].weight: unknown");
    add("a missing member", "\"on\": true,", "", "views[0].filter.groups[0].conditions[0].on");
    add("a number for a text", "\"VIPs\"", "12", "views[0].name");
    add("no name", "\"VIPs\"", "\" \"", "views[0].name");
    add("no list", "\"values\": [\n", "\"values\": 3, \"other\": [\n",
        "views[0].filter.groups[0].conditions[0].values");
    add("a test that does not fit", "any_of", "starts_with",
        "views[0].filter.groups[0].conditions[0]: cannot be asked");
    add("a column of tomorrow", "\"sort\": \"last_seen_at\"", "\"sort\": \"mood\"",
        "views[0].sort");
    add("no id", "0d4cb16e-2a0a-4bd4-9b36-6ac0d6d94b3e", "seven", "views[0].id");
    add("no base64", "\"columns\": \"\"", "\"columns\": \"*\"", "views[0].columns");
}

void TestSavedView::refusals()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, place);
    QString json = QString::fromUtf8(savedViewsToJson({view()}));
    QVERIFY(savedViewsFromJson(json.toUtf8()).isOk());
    QVERIFY2(json.contains(from), qPrintable(json));
    json.replace(from, to);
    const Result<QList<SavedView>> read = savedViewsFromJson(json.toUtf8());
    QVERIFY(!read.isOk());
    QVERIFY(read.error().kind == ErrorKind::Protocol);
    QVERIFY2(read.error().detail.startsWith(place), qPrintable(read.error().detail));
}

void TestSavedView::otherFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("name,filter\n");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("cut off") << savedViewsToJson({view()}).chopped(9);
}

void TestSavedView::otherFilesAreRefused()
{
    QFETCH(QByteArray, file);
    const Result<QList<SavedView>> read = savedViewsFromJson(file);
    QVERIFY(!read.isOk());
    QVERIFY(!read.error().detail.isEmpty());
}

void TestSavedView::whatCannotBeAskedIsLeftOut()
{
    SavedView unfinished = view();
    unfinished.filter.groups[0].conditions.append(
        {{FilterField::Name, {}, {}}, FilterTest::Contains, {QString()}, true});
    const Result<QList<SavedView>> read = savedViewsFromJson(savedViewsToJson({unfinished}));
    QVERIFY(read.isOk());
    QCOMPARE(*read, QList<SavedView>({view()}));
}

void TestSavedView::asksForItsContacts()
{
    SavedView saved = view();
    saved.text = str("ada");
    saved.sortColumn = SortColumn::Email;
    saved.sortOrder = Qt::AscendingOrder;
    const FilterDays days{"Europe/Berlin", QDate(2026, 11, 21)};
    const ContactQuery query = saved.query(days);
    QVERIFY(query.tag() == TagId(str("7")));
    QCOMPARE(query.text, str("ada"));
    QVERIFY(query.sortColumn == SortColumn::Email && query.sortOrder == Qt::AscendingOrder);
    QVERIFY(query.days == days);
}

QTEST_GUILESS_MAIN(TestSavedView)
#include "tst_savedview.moc"
