// SPDX-License-Identifier: MIT
// Flow layout, busy indicator, the bar over a selection, and fonts that are looked for early.
#include "tests/widgets/stage.h"
#include "ui/widgets/busyindicator.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/fontwarmup.h"
#include "ui/widgets/selectionbar.h"

#include <QAction>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class TestSmallWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flowWrapsLikeWords_data();
    void flowWrapsLikeWords();
    void busyMovesOnlyWhileSeen();
    void selectionBarPutsTheRestIntoMore();
    void fontsAreLookedForAndThatEnds();
};

void TestSmallWidgets::flowWrapsLikeWords_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestSmallWidgets::flowWrapsLikeWords()
{
    QFETCH(Qt::LayoutDirection, direction);
    QWidget host;
    host.setLayoutDirection(direction);
    auto *flow = new FlowLayout(&host, 4, 6);
    flow->setContentsMargins(0, 0, 0, 0);
    QList<QWidget *> items;
    for (int i = 0; i < 5; ++i) {
        items << new QWidget(&host);
        items.last()->setFixedSize(40, 20);
        flow->addWidget(items.last());
    }
    host.resize(100, 200);
    host.show();
    const bool isMirrored = direction == Qt::RightToLeft;
    QCOMPARE(items[0]->pos(), QPoint(isMirrored ? 60 : 0, 0));
    QCOMPARE(items[1]->pos(), QPoint(isMirrored ? 16 : 44, 0));
    QCOMPARE(items[2]->pos(), QPoint(isMirrored ? 60 : 0, 26));
    QCOMPARE(items[4]->y(), 52);
    QCOMPARE(flow->heightForWidth(100), 72);
    QCOMPARE(flow->heightForWidth(1000), 20);
    // What is wider than the line gets a line of its own.
    QCOMPARE(flow->heightForWidth(10), 5 * 20 + 4 * 6);
}

void TestSmallWidgets::busyMovesOnlyWhileSeen()
{
    WidgetStage stage;
    BusyIndicator busy(stage.theme(), u"busy"_s, &stage.window());
    busy.setBusy(true, u"Testing"_s);
    QVERIFY(!busy.isMoving());
    WidgetStage::placed(&busy);
    QVERIFY(busy.isMoving());
    QCOMPARE(busy.accessibleName(), u"Testing"_s);
    stage.theme().setReducedMotion(true);
    QVERIFY(!busy.isMoving() && busy.isBusy());
    stage.theme().setReducedMotion(false);
    QVERIFY(busy.isMoving());
    busy.hide();
    QVERIFY(!busy.isMoving());
    busy.show();
    busy.setBusy(false);
    QVERIFY(!busy.isMoving());
}

void TestSmallWidgets::selectionBarPutsTheRestIntoMore()
{
    WidgetStage stage;
    auto *bar = new SelectionBar(stage.theme(), u"bar"_s, &stage.window());
    bar->setText(u"6 selected"_s);
    for (const auto &name : {u"Archive"_s, u"Tag"_s, u"Company"_s, u"Export"_s}) {
        auto *action = new QAction(name, bar);
        action->setObjectName(name);
        bar->addAction(action);
    }
    bar->show();
    const auto seen = [bar] {
        QStringList names;
        for (const QPushButton *button : bar->findChildren<QPushButton *>()) {
            if (button->isVisible())
                names << button->text();
        }
        return names;
    };
    QTRY_VERIFY(seen().contains(u"Export"_s));
    const qsizetype all = seen().size();
    stage.window().resize(320, 400);
    QTRY_VERIFY(!seen().contains(u"Export"_s));
    QVERIFY(seen().contains(u"Archive"_s));
    QVERIFY(seen().size() < all);
    QVERIFY(stage.window().rect().contains(bar->geometry()));
    QSignalSpy dismissed(bar, &SelectionBar::dismissRequested);
    stage.window().resize(800, 600);
    QTRY_VERIFY(seen().contains(u"Export"_s));
    for (QPushButton *button : bar->findChildren<QPushButton *>()) {
        if (button->text() == u"Esc"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(dismissed.count(), 1);
}

void TestSmallWidgets::fontsAreLookedForAndThatEnds()
{
    WidgetStage stage;
    const QPointer<FontWarmUp> warmUp = new FontWarmUp(stage.theme(), &stage.window());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(warmUp);
    QTRY_VERIFY_WITH_TIMEOUT(!warmUp, 30'000);
}

QTEST_MAIN(TestSmallWidgets)
#include "tst_smallwidgets.moc"
