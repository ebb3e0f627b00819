// SPDX-License-Identifier: MIT
// The words of a run: while it goes on, when it ended, and what taking it back is called.
#include "ui/text/runtext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using Kind = BulkAction::Kind;

namespace {

struct Row
{
    const char *name;
    Kind kind;
    QString progress;
    QString one;
    QString many;
    QString undo;
};

QList<Row> rows()
{
    return {{"archive", Kind::Archive, u"Archiving 4 of 12"_s, u"Archived Ada Lovelace"_s,
             u"Archived 12 contacts"_s, u"Undo archive"_s},
            {"restore", Kind::Restore, u"Restoring 4 of 12"_s, u"Restored Ada Lovelace"_s,
             u"Restored 12 contacts"_s, u"Undo restore"_s},
            {"add tag", Kind::AddTag, u"Adding VIP: 4 of 12"_s, u"Added VIP to Ada Lovelace"_s,
             u"Added VIP to 12 contacts"_s, u"Undo add tag"_s},
            {"remove tag", Kind::RemoveTag, u"Removing VIP: 4 of 12"_s,
             u"Removed VIP from Ada Lovelace"_s, u"Removed VIP from 12 contacts"_s,
             u"Undo remove tag"_s},
            {"attach", Kind::AttachCompany, u"Attaching VIP: 4 of 12"_s,
             u"Attached VIP to Ada Lovelace"_s, u"Attached VIP to 12 contacts"_s,
             u"Undo attach company"_s},
            {"detach", Kind::DetachCompany, u"Detaching VIP: 4 of 12"_s,
             u"Detached VIP from Ada Lovelace"_s, u"Detached VIP from 12 contacts"_s,
             u"Undo detach company"_s}};
}

RunWords words(Kind kind, const QString &thing, const QString &person = {})
{
    RunWords made;
    made.action.kind = kind;
    made.thing = thing;
    made.person = person;
    return made;
}

} // namespace

class TestRunText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAction_data();
    void everyAction();
    void numbersAreTheLocales();
    void oneWithoutAName();
    void namesWithPlaceholders_data();
    void namesWithPlaceholders();
};

void TestRunText::everyAction_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < rows().size(); ++i)
        QTest::newRow(rows()[i].name) << i;
}

void TestRunText::everyAction()
{
    QFETCH(int, row);
    const Row expected = rows()[row];
    QCOMPARE(runProgressText(words(expected.kind, u"VIP"_s), 4, 12), expected.progress);
    QCOMPARE(runDoneText(words(expected.kind, u"VIP"_s, u"Ada Lovelace"_s), 1), expected.one);
    QCOMPARE(runDoneText(words(expected.kind, u"VIP"_s), 12), expected.many);
    QCOMPARE(undoText(expected.kind), expected.undo);
}

void TestRunText::numbersAreTheLocales()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QString progress = runProgressText(words(Kind::Archive, {}), 412, 12'000);
    const QString done = runDoneText(words(Kind::Archive, {}), 12'000);
    QLocale::setDefault(before);
    QCOMPARE(progress, u"Archiving 412 of 12,000"_s);
    QCOMPARE(done, u"Archived 12,000 contacts"_s);
}

void TestRunText::oneWithoutAName()
{
    QCOMPARE(runDoneText(words(Kind::Restore, {}), 1), u"Restored 1 contact"_s);
    QCOMPARE(runDoneText(words(Kind::RemoveTag, u"VIP"_s), 0), u"Removed VIP from 0 contacts"_s);
}

void TestRunText::namesWithPlaceholders_data()
{
    QTest::addColumn<QString>("thing");
    QTest::addColumn<QString>("person");
    QTest::newRow("tag") << u"50%1 off"_s << u"Ada"_s;
    QTest::newRow("person") << u"VIP"_s << u"%2 Lovelace %1"_s;
    QTest::newRow("both") << u"%3%2"_s << u"%1%3%L1%n"_s;
}

void TestRunText::namesWithPlaceholders()
{
    QFETCH(QString, thing);
    QFETCH(QString, person);
    QCOMPARE(runDoneText(words(Kind::AddTag, thing, person), 1),
             u"Added "_s + thing + u" to "_s + person);
    QCOMPARE(runDoneText(words(Kind::Archive, {}, person), 1), u"Archived "_s + person);
    QCOMPARE(runProgressText(words(Kind::AddTag, thing), 1, 2),
             u"Adding "_s + thing + u": 1 of 2"_s);
}

QTEST_GUILESS_MAIN(TestRunText)
#include "tst_runtext.moc"
