// SPDX-License-Identifier: MIT
// A scroll bar dragged over a long list: rows come from a thread, and what rests is shown at once.
#include "tests/contacts/tablefixture.h"

#include <QtTest/QSignalSpy>

using namespace roster;

class TestFlyingOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_table.reset(); }

    void readsInAThread();
    void doesNotWaitForASlowThread();
    void stepsAreReadAtOnce();
    void whatChangedMeanwhileIsReadAgain();
    void selectedRowsAreSeen();

private:
    TableFixture &table() { return *m_table; }
    MemoryBook &book() { return m_table->book; }
    int firstRow() const { return m_table->bar()->value() / m_table->height(); }
    void paint() { m_table->port()->repaint(); }

    Appearance m_appearance;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TableFixture> m_table;
};

void TestFlyingOver::initTestCase()
{
    initUiResources();
    m_theme = std::make_unique<Theme>(*qApp, m_appearance);
}

void TestFlyingOver::init()
{
    m_table = std::make_unique<TableFixture>(*m_theme, 5000);
    QVERIFY(table().isReady());
    paint();
}

void TestFlyingOver::readsInAThread()
{
    QSignalSpy fetched(&table().model, &ContactTableModel::fetched);
    const int before = book().readAtOnce();
    for (const int part : {2, 3, 4}) {
        table().bar()->setValue(table().bar()->maximum() / part);
        paint();
        QVERIFY(!table().model.isHeld(firstRow()));
        QVERIFY(fetched.wait());
        QVERIFY(table().model.isHeld(firstRow()));
        paint();
    }
    QCOMPARE(book().readAtOnce(), before);
}

void TestFlyingOver::doesNotWaitForASlowThread()
{
    book().holdAnswers();
    const int before = book().readAtOnce();
    table().bar()->setValue(table().bar()->maximum() / 2);
    paint();
    QCOMPARE(book().readAtOnce(), before);
    // It rests: somebody wants to see this.
    QTRY_VERIFY(book().readAtOnce() > before);
    QVERIFY(table().model.isHeld(firstRow()));
}

void TestFlyingOver::stepsAreReadAtOnce()
{
    QSignalSpy fetched(&table().model, &ContactTableModel::fetched);
    for (int i = 0; i < 200; ++i) {
        table().wheel(-1);
        paint();
        QVERIFY(table().model.isHeld(firstRow()));
    }
    QCOMPARE(fetched.count(), 0);
}

void TestFlyingOver::whatChangedMeanwhileIsReadAgain()
{
    book().holdAnswers();
    table().bar()->setValue(table().bar()->maximum() / 2);
    const int row = firstRow();
    ContactRow changed = book().rowOf(book().rows({table().model.keyAt(row)}).constFirst().id);
    changed.phone = QStringLiteral("+1 555 0100");
    book().put(changed);
    table().model.contactsStored({changed.id});
    QTRY_COMPARE(table().model.rowAt(row).phone, changed.phone);
}

void TestFlyingOver::selectedRowsAreSeen()
{
    book().holdAnswers();
    table().key(Qt::Key_A, Qt::ControlModifier);
    table().bar()->setValue(table().bar()->maximum() / 2);
    const QImage blank = table().port()->grab().toImage();
    QCOMPARE(blank.pixelColor(blank.width() / 2, blank.height() / 2),
             m_theme->color(ColorRole::Selection));
}

QTEST_MAIN(TestFlyingOver)
#include "tst_flyingover.moc"
