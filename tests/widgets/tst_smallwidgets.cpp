// SPDX-License-Identifier: MIT
// Flow layout, busy indicator, the bar over a selection, text that breaks words, and fonts that are
// looked for early.
#include "tests/widgets/stage.h"
#include "ui/widgets/busyindicator.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/fontwarmup.h"
#include "ui/widgets/selectionbar.h"
#include "ui/widgets/wrappedtext.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

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
    void aLongWordIsBroken();
    void theWheelPassesAWrappedText();
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

void TestSmallWidgets::aLongWordIsBroken()
{
    const QString email = u"augusta.ada.king.countess.of.lovelace@analytical-engines.example"_s;
    QVERIFY(WrappedText::isWanted(email));
    QVERIFY(!WrappedText::isWanted(u"many words that are short enough to be wrapped"_s));
    QWidget window;
    auto *grid = new QGridLayout(&window);
    grid->setContentsMargins(0, 0, 0, 0);
    auto *text = new WrappedText(u"value"_s, email, &window);
    grid->addWidget(text, 0, 0);
    grid->setRowStretch(1, 1);
    window.resize(1000, 400);
    window.show();
    const int line = text->height();
    QVERIFY(line < 2 * text->fontMetrics().height());
    window.resize(160, 400);
    QCOMPARE(text->width(), 160);
    QVERIFY(text->height() >= 2 * line);
    QVERIFY(text->document()->idealWidth() <= 160);
    QCOMPARE(text->verticalScrollBar()->maximum(), 0);
    // What is copied has nothing in it that was not there.
    QTest::keySequence(text, QKeySequence::SelectAll);
    QTest::keySequence(text, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), email);
}

void TestSmallWidgets::theWheelPassesAWrappedText()
{
    WidgetStage stage;
    WrappedText text(u"value"_s, QString(200, u'w'), &stage.window());
    WidgetStage::placed(&text);
    const QPointF middle(text.viewport()->rect().center());
    QWheelEvent wheel(middle, text.viewport()->mapToGlobal(middle), {}, QPoint(0, -120),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(text.viewport(), &wheel);
    // What is ignored goes to the area around it.
    QVERIFY(!wheel.isAccepted());
}

QTEST_MAIN(TestSmallWidgets)
#include "tst_smallwidgets.moc"
