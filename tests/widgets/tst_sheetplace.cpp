// SPDX-License-Identifier: MIT
// Where a sheet lies and how large it is: small windows, much content, either changing.
#include "tests/widgets/stage.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/sheetbuttons.h"
#include "ui/widgets/textfield.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class TestSheetPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sizeAndPlace_data();
    void sizeAndPlace();
    void scrollsWhenTheWindowIsLow();
    void growsWithItsContent();
    void longWordsWrap();
    void widthIsHeld_data();
    void widthIsHeld();
    void dimsTheWindow();

private:
    QWidget &window() { return m_stage->window(); }
    void add(int fields)
    {
        for (int i = 0; i < fields; ++i) {
            const QString name = u"field%1"_s.arg(i);
            m_sheet->body()->addWidget(new TextField(m_stage->theme(), name, name));
        }
    }

    std::unique_ptr<WidgetStage> m_stage;
    std::unique_ptr<Sheet> m_sheet;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_primary = nullptr;
};

void TestSheetPlace::init()
{
    m_stage = std::make_unique<WidgetStage>(QSize(1000, 700));
    m_sheet = std::make_unique<Sheet>(m_stage->theme(), u"sheet"_s, &window());
    m_sheet->setTitle(u"New contact"_s);
    m_primary = m_sheet->buttons().addPrimary(u"primary"_s, u"Create"_s);
    m_cancel = m_sheet->buttons().addSecondary(u"cancel"_s, u"Cancel"_s);
}

void TestSheetPlace::cleanup()
{
    m_sheet.reset();
    m_stage.reset();
}

void TestSheetPlace::sizeAndPlace_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize &size : {QSize(1280, 800), QSize(1000, 700), QSize(640, 480), QSize(420, 360)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

void TestSheetPlace::sizeAndPlace()
{
    QFETCH(QSize, size);
    add(4);
    window().resize(size);
    m_sheet->open();
    QCOMPARE(m_sheet->geometry(), window().rect());
    const QRect card = m_sheet->cardGeometry();
    QVERIFY(window().rect().adjusted(15, 15, -15, -15).contains(card));
    QCOMPARE(card.width(), qMin(metrics::sheetWidthMin, size.width() - 32));
    QVERIFY(qAbs(card.center().x() - window().rect().center().x()) <= 1);
    QVERIFY(card.top() <= size.height() - 1 - card.bottom());
}

void TestSheetPlace::scrollsWhenTheWindowIsLow()
{
    add(12);
    auto *area = m_sheet->findChild<QScrollArea *>(u"sheetScroll"_s);
    window().resize(1000, 800);
    m_sheet->open();
    QCOMPARE(area->verticalScrollBar()->maximum(), 0);
    window().resize(1000, 360);
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    // Title and buttons stay in sight.
    const QRect card = m_sheet->cardGeometry();
    QVERIFY(card.bottom() < 360);
    QVERIFY(card.contains(QRect(m_primary->mapTo(m_sheet.get(), QPoint()), m_primary->size())));
    // The field that gets the keyboard is scrolled into view.
    auto *last = m_sheet->findChild<TextField *>(u"field11"_s);
    QVERIFY(last->visibleRegion().isEmpty());
    m_cancel->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_cancel, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(last->hasFocus());
    QCOMPARE(last->visibleRegion().boundingRect(), last->rect());
}

void TestSheetPlace::growsWithItsContent()
{
    add(2);
    m_sheet->open();
    const QRect before = m_sheet->cardGeometry();
    add(3);
    QTRY_VERIFY(m_sheet->cardGeometry().height() > before.height() + 90);
    QCOMPARE(m_sheet->cardGeometry().width(), before.width());
    m_sheet->setSubtitle(u"in Acme Support, EU"_s);
    const int withFields = m_sheet->cardGeometry().height();
    QTRY_VERIFY(m_sheet->cardGeometry().height() > withFields);
}

void TestSheetPlace::longWordsWrap()
{
    auto *text = new QLabel(u"Nothing was changed. "_s.repeated(20));
    text->setWordWrap(true);
    m_sheet->body()->addWidget(text);
    m_sheet->setTitle(u"A title that goes on and on "_s.repeated(5));
    m_sheet->open();
    QCOMPARE(m_sheet->cardGeometry().width(), metrics::sheetWidthMin);
    QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
    QVERIFY(text->visibleRegion().boundingRect() == text->rect());
    auto *area = m_sheet->findChild<QScrollArea *>(u"sheetScroll"_s);
    QCOMPARE(area->verticalScrollBar()->maximum(), 0);
}

void TestSheetPlace::widthIsHeld_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("got");
    QTest::newRow("too narrow") << 100 << metrics::sheetWidthMin;
    QTest::newRow("within") << 600 << 600;
    QTest::newRow("too wide") << 5000 << metrics::sheetWidthMax;
}

void TestSheetPlace::widthIsHeld()
{
    QFETCH(int, wanted);
    m_sheet->open();
    m_sheet->setCardWidth(wanted);
    QTEST(m_sheet->cardGeometry().width(), "got");
    window().resize(400, 500);
    QCOMPARE(m_sheet->cardGeometry().width(), 400 - 32);
}

void TestSheetPlace::dimsTheWindow()
{
    const QColor bare = window().grab().toImage().pixelColor(5, 690);
    m_sheet->open();
    const QColor dimmed = window().grab().toImage().pixelColor(5, 690);
    QVERIFY(dimmed.lightness() < bare.lightness() - 40);
    // The card itself is not dimmed; below its edge the shadow fades away.
    const QRect card = m_sheet->cardGeometry();
    const QImage image = window().grab().toImage();
    QCOMPARE(image.pixelColor(card.left() + 40, card.top() + 6).rgb(),
             m_stage->theme().color(ColorRole::Surface).rgb());
    const auto below = [&](int distance) {
        return image.pixelColor(card.center().x(), card.bottom() + distance).lightness();
    };
    QVERIFY(below(4) < below(30) && below(30) < dimmed.lightness());
    QCOMPARE(below(100), dimmed.lightness());
}

QTEST_MAIN(TestSheetPlace)
#include "tst_sheetplace.moc"
