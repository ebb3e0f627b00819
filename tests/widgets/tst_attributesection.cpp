// SPDX-License-Identifier: MIT
// How the panel shows custom attributes: values of every type, in the workspace's order.
#include "ui/panel/recordsections.h"

#include <QJsonArray>
#include <QLocale>
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

DataAttribute attribute(const QString &name, AttributeType type, const QString &label = {})
{
    DataAttribute made;
    made.name = name;
    made.label = label;
    made.type = type;
    return made;
}

} // namespace

class TestAttributeSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attributeValues_data();
    void attributeValues();
    void attributesInTheWorkspacesOrder();
};

void TestAttributeSection::attributeValues_data()
{
    QTest::addColumn<AttributeType>("type");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("text");
    using Type = AttributeType;
    QTest::newRow("text") << Type::Text << QJsonValue(u"Admiral"_s) << u"Admiral"_s;
    QTest::newRow("integer") << Type::Integer << QJsonValue(12) << u"12"_s;
    QTest::newRow("negative") << Type::Integer << QJsonValue(-3) << QLocale().toString(-3);
    QTest::newRow("float") << Type::Float << QJsonValue(0.25) << QLocale().toString(0.25);
    QTest::newRow("yes") << Type::Flag << QJsonValue(true) << u"Yes"_s;
    QTest::newRow("no") << Type::Flag << QJsonValue(false) << u"No"_s;
    QTest::newRow("date") << Type::Date << QJsonValue(now - 86'400.0) << u"1 d ago"_s;
    QTest::newRow("date as text") << Type::Date << QJsonValue(u"soon"_s) << u"soon"_s;
    QTest::newRow("null") << Type::Text << QJsonValue() << QString();
    QTest::newRow("huge") << Type::Float << QJsonValue(1e300)
                          << QLocale().toString(1e300, 'g', QLocale::FloatingPointShortest);
    QTest::newRow("list") << Type::List << QJsonValue(QJsonArray{u"a"_s}) << u"[\"a\"]"_s;
}

void TestAttributeSection::attributeValues()
{
    QFETCH(AttributeType, type);
    QFETCH(QJsonValue, value);
    Contact contact;
    contact.customAttributes[u"plan"_s] = value;
    RecordContext told = context();
    told.attributes = {attribute(u"plan"_s, type)};
    const RecordSection section = attributeSection(contact, told);
    QCOMPARE(section.lines.size(), 1);
    QCOMPARE(section.lines.first().label, u"Plan"_s);
    QTEST(section.lines.first().value, "text");
}

void TestAttributeSection::attributesInTheWorkspacesOrder()
{
    Contact contact;
    contact.customAttributes = {{u"zeta"_s, 1}, {u"alpha"_s, 2}, {u"old"_s, 3}, {u"free"_s, 4}};
    RecordContext told = context();
    DataAttribute archived = attribute(u"old"_s, AttributeType::Integer);
    archived.isArchived = true;
    told.attributes = {attribute(u"zeta"_s, AttributeType::Integer, u"Last letter"_s),
                       attribute(u"unset"_s, AttributeType::Text), archived,
                       attribute(u"alpha"_s, AttributeType::Integer)};
    QStringList shown;
    for (const RecordLine &line : attributeSection(contact, told).lines)
        shown << line.label + u'=' + line.value;
    QCOMPARE(shown, QStringList({u"Last letter=1"_s, u"Unset="_s, u"Alpha=2"_s, u"free=4"_s}));
}

QTEST_GUILESS_MAIN(TestAttributeSection)
#include "tst_attributesection.moc"
