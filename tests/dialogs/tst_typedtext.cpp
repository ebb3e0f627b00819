// SPDX-License-Identifier: MIT
#include "ui/archive/momenttext.h"
#include "ui/companies/attachcompanysheet.h"
#include "ui/edit/typedtext.h"
#include "ui/session/tokentext.h"
#include "ui/tags/tagpresence.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace roster {

class TypedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsTyped_data();
    void readsWhatIsTyped();
    void showsWhatItReads_data();
    void showsWhatItReads();
    void readsBackWhatItShows_data();
    void readsBackWhatItShows();
    void findsTheToken_data();
    void findsTheToken();
    void tellsMoments_data();
    void tellsMoments();
    void makesCompanyIds();
    void tellsPresence();
};

namespace {

TypedText textFor(AttributeType type, const QLocale &locale = QLocale::c())
{
    return TypedText(type, locale, QTimeZone("Europe/Berlin"));
}

} // namespace

void TypedTextTest::readsWhatIsTyped_data()
{
    QTest::addColumn<AttributeType>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isReadable");
    const auto good = [](const char *name, AttributeType type, const QString &typed,
                         const QJsonValue &value) {
        QTest::newRow(name) << type << typed << value << true;
    };
    const auto bad = [](const char *name, AttributeType type, const QString &typed) {
        QTest::newRow(name) << type << typed << QJsonValue() << false;
    };
    using enum AttributeType;
    good("text", Text, u" Ada "_s, u"Ada"_s);
    good("blank text", Text, u"   "_s, QJsonValue::Null);
    good("integer", Integer, u"12"_s, 12);
    good("negative", Integer, u"-3"_s, -3);
    good("large", Integer, u"9007199254740993"_s, QJsonValue(qint64(9007199254740993)));
    good("blank integer", Integer, u""_s, QJsonValue::Null);
    bad("no integer", Integer, u"12.5"_s);
    bad("words", Integer, u"twelve"_s);
    bad("too large", Integer, u"99999999999999999999"_s);
    good("float", Float, u"12.5"_s, 12.5);
    good("whole float", Float, u"12"_s, 12);
    bad("no float", Float, u"12,5,1"_s);
    bad("infinite", Float, u"inf"_s);
    good("ISO date", Date, u"2024-05-29"_s, QJsonValue(qint64(1716933600)));
    good("ISO time", Date, u"2024-05-29 14:02"_s, QJsonValue(qint64(1716984120)));
    bad("no date", Date, u"29 Mai"_s);
    bad("no such day", Date, u"2024-02-30"_s);
}

void TypedTextTest::readsWhatIsTyped()
{
    QFETCH(AttributeType, type);
    QFETCH(QString, typed);
    QFETCH(QJsonValue, value);
    QFETCH(bool, isReadable);
    const TypedText::Parsed parsed = textFor(type).parsed(typed);
    QCOMPARE(parsed.problem.isEmpty(), isReadable);
    QCOMPARE(parsed.value, isReadable ? value : QJsonValue());
}

void TypedTextTest::showsWhatItReads_data()
{
    QTest::addColumn<AttributeType>("type");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("shown");
    using enum AttributeType;
    QTest::newRow("text") << Text << QJsonValue(u"Ada"_s) << u"Ada"_s;
    QTest::newRow("null") << Text << QJsonValue() << QString();
    QTest::newRow("integer") << Integer << QJsonValue(1234567) << u"1234567"_s;
    QTest::newRow("float") << Float << QJsonValue(12.5) << u"12.5"_s;
    QTest::newRow("whole float") << Float << QJsonValue(12.0) << u"12"_s;
    QTest::newRow("day") << Date << QJsonValue(qint64(1716933600)) << u"29 May 2024"_s;
    QTest::newRow("time") << Date << QJsonValue(qint64(1716984120)) << u"29 May 2024 14:02:00"_s;
    QTest::newRow("odd date") << Date << QJsonValue(u"soon"_s) << u"soon"_s;
}

void TypedTextTest::showsWhatItReads()
{
    QFETCH(AttributeType, type);
    QFETCH(QJsonValue, value);
    QFETCH(QString, shown);
    QCOMPARE(textFor(type).shown(value), shown);
}

void TypedTextTest::readsBackWhatItShows_data()
{
    QTest::addColumn<QLocale>("locale");
    for (const char *name :
         {"C", "en_US", "en_GB", "de_DE", "fr_FR", "ja_JP", "ar_EG", "hi_IN", "pt_BR"})
        QTest::newRow(name) << QLocale(QString::fromLatin1(name));
}

void TypedTextTest::readsBackWhatItShows()
{
    QFETCH(QLocale, locale);
    using enum AttributeType;
    for (const qint64 time : QList<qint64>{1716933600, 1716984120, 0, 4102441200}) {
        const TypedText text = textFor(Date, locale);
        const QString shown = text.shown(time);
        QCOMPARE(text.parsed(shown), (TypedText::Parsed{time, {}}));
    }
    for (const double number : {0.0, 12.5, -1234567.25, 1e15}) {
        const TypedText text = textFor(Float, locale);
        QCOMPARE(text.parsed(text.shown(number)), (TypedText::Parsed{number, {}}));
    }
    const TypedText text = textFor(Integer, locale);
    QCOMPARE(text.parsed(text.shown(-1234567)), (TypedText::Parsed{-1234567, {}}));
}

void TypedTextTest::findsTheToken_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("token");
    const QString token = u"dG9rOjEyMw=="_s;
    QTest::newRow("plain") << token << token;
    QTest::newRow("spaces") << u"  dG9rOjEyMw== \r\n"_s << token;
    QTest::newRow("inner line end") << u"dG9r\nOjEyMw=="_s << token;
    QTest::newRow("bearer") << u"Bearer dG9rOjEyMw=="_s << token;
    QTest::newRow("lower bearer") << u"bearer   dG9rOjEyMw=="_s << token;
    QTest::newRow("header") << u"Authorization: Bearer dG9rOjEyMw=="_s << token;
    QTest::newRow("quoted") << u"\"Bearer dG9rOjEyMw==\""_s << token;
    QTest::newRow("no-break space") << u"\u00A0dG9rOjEyMw==\u200B"_s << token;
    QTest::newRow("a token that begins so") << u"bearerToken1"_s << u"bearerToken1"_s;
    QTest::newRow("nothing") << u" \n"_s << QString();
}

void TypedTextTest::findsTheToken()
{
    QFETCH(QString, pasted);
    QFETCH(QString, token);
    QCOMPARE(tokenIn(pasted), token);
}

void TypedTextTest::tellsMoments_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("text");
    QTest::newRow("today") << u"2024-05-29T14:02:00Z"_s << u"Today, 14:02:00"_s;
    QTest::newRow("just yesterday") << u"2024-05-28T23:59:00Z"_s << u"Yesterday, 23:59:00"_s;
    QTest::newRow("this year") << u"2024-05-27T09:00:00Z"_s << u"27 May"_s;
    QTest::newRow("another year") << u"2023-11-12T09:00:00Z"_s << u"12 Nov 2023"_s;
    QTest::newRow("ahead of this clock") << u"2024-05-30T09:00:00Z"_s << u"30 May"_s;
}

void TypedTextTest::tellsMoments()
{
    QFETCH(QString, at);
    QFETCH(QString, text);
    const qint64 now =
        QDateTime::fromString(u"2024-05-29T15:00:00Z"_s, Qt::ISODate).toSecsSinceEpoch();
    const qint64 then = QDateTime::fromString(at, Qt::ISODate).toSecsSinceEpoch();
    QCOMPARE(momentText(then, now, QTimeZone::utc(), QLocale::c()), text);
}

void TypedTextTest::makesCompanyIds()
{
    Company acme;
    acme.companyId = u"acme-corp"_s;
    QCOMPARE(newCompanyId(u"  Acme & Sons, Ltd. "_s, {}), u"acme-sons-ltd"_s);
    QCOMPARE(newCompanyId(u"ACME corp"_s, {acme}), u"acme-corp-2"_s);
    QCOMPARE(newCompanyId(u"小林製作所"_s, {}), u"小林製作所"_s);
    QCOMPARE(newCompanyId(u"!!!"_s, {}), u"company"_s);
}

void TypedTextTest::tellsPresence()
{
    ContactRow ada;
    ada.id = ContactId(u"1"_s);
    ada.tags = PartialList<TagId>::complete({TagId(u"vip"_s), TagId(u"beta"_s)});
    ContactRow grace = ada;
    grace.id = ContactId(u"2"_s);
    grace.tags = {{TagId(u"vip"_s)}, 11};
    ContactRow gone;
    const SharedThings shared = sharedThings({ada, grace, gone});
    QCOMPARE(shared.contacts, 2);
    QCOMPARE(shared.withUnknownTags, 1);
    QCOMPARE(shared.tags, (QList<Presence<TagId>>{{TagId(u"vip"_s), 2}, {TagId(u"beta"_s), 1}}));
    QCOMPARE(presenceText(12, 37, false), u"on 12 of 37"_s);
    QCOMPARE(presenceText(12, 37, true), u"on at least 12 of 37"_s);
    QCOMPARE(presenceText(37, 37, true), u"on all 37"_s);
    QCOMPARE(presenceText(1, 1, false), QString());
}

} // namespace roster

QTEST_GUILESS_MAIN(roster::TypedTextTest)
#include "tst_typedtext.moc"
