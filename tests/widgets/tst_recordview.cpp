// SPDX-License-Identifier: MIT
// One contact in the panel: what is seen, what folds, what is asked for, and hostile words.
#include "tests/support/memorybook.h"
#include "tests/widgets/stage.h"
#include "ui/panel/factrows.h"
#include "ui/panel/panelsection.h"
#include "ui/panel/recordview.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class TestRecordView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theHeadTellsWho();
    void emptySectionsAreAway();
    void sectionsFoldByClickAndKey();
    void foldingStaysForTheNextContact();
    void tagsAndCompaniesAreAskedFor();
    void longListsSaySo();
    void nothingIsSaidPlainly();
    void hostileWordsArePlain_data();
    void hostileWordsArePlain();
    void aMegabyteIsShownInPart();

private:
    void show(const Contact &contact)
    {
        RecordContext context;
        context.now = 1'736'942'400;
        context.timeZone = "UTC";
        m_view->setContact(contact, *m_book, context);
    }
    template <class W>
    W *part(const QString &name)
    {
        W *found = m_view->findChild<W *>(name);
        if (!found)
            qFatal("nothing is called %s", qPrintable(name));
        return found;
    }
    //! A long word is in a widget of its own.
    QString valueText(const QString &name)
    {
        const auto *broken = m_view->findChild<WrappedText *>(name);
        return broken ? broken->toPlainText() : part<QLabel>(name)->text();
    }
    QToolButton *fold(const QString &section)
    {
        return part<PanelSection>(section)->findChild<QToolButton *>();
    }

    std::unique_ptr<WidgetStage> m_stage;
    std::unique_ptr<MemoryBook> m_book;
    RecordView *m_view = nullptr;
    Contact m_grace;
};

void TestRecordView::init()
{
    m_stage = std::make_unique<WidgetStage>(QSize(400, 1200));
    m_book = std::make_unique<MemoryBook>();
    m_book->addTag(u"t1"_s, u"VIP"_s);
    m_book->addCompany(u"c1"_s, u"Navy"_s);
    m_view = new RecordView(m_stage->theme(), &m_stage->window());
    m_view->setGeometry(0, 0, 316, 1200);
    m_view->show();
    m_grace = {};
    m_grace.id = ContactId(u"63a07ddf05a32042dffac965"_s);
    m_grace.fields[ContactField::Name] = u"Grace Hopper"_s;
    m_grace.fields[ContactField::Role] = u"user"_s;
    m_grace.fields[ContactField::Email] = u"grace@navy.example"_s;
    m_grace.fields[ContactField::LastSeenAt] = qint64(1'736'942'400 - 86'400);
    m_grace.fields[ContactField::LocationCity] = u"Arlington"_s;
    m_grace.tags = PartialList<TagId>::complete({TagId(u"t1"_s)});
    m_grace.companies = PartialList<CompanyId>::complete({CompanyId(u"c1"_s)});
}

void TestRecordView::cleanup()
{
    m_stage.reset();
    m_book.reset();
}

void TestRecordView::theHeadTellsWho()
{
    show(m_grace);
    QCOMPARE(m_view->contactId(), m_grace.id);
    QCOMPARE(part<ElidedLabel>(u"panelName"_s)->fullText(), u"Grace Hopper"_s);
    QCOMPARE(part<ElidedLabel>(u"panelSubtitle"_s)->fullText(), u"User · last seen 1 d ago"_s);
    QCOMPARE(part<Avatar>(u"panelAvatar"_s)->initials(), u"GH"_s);
    QCOMPARE(part<QLabel>(u"keyFactsValue0"_s)->text(), u"grace@navy.example"_s);
    QCOMPARE(part<QLabel>(u"keyFactsValue1"_s)->text(), u"–"_s);
    QCOMPARE(part<QLabel>(u"keyFactsValue1"_s)->accessibleName(), u"Phone: none"_s);
    show({});
    QCOMPARE(part<ElidedLabel>(u"panelName"_s)->fullText(), u"No name"_s);
    QCOMPARE(part<ElidedLabel>(u"panelSubtitle"_s)->fullText(), u"Other · never seen"_s);
    QCOMPARE(part<Avatar>(u"panelAvatar"_s)->initials(), u"?"_s);
}

void TestRecordView::emptySectionsAreAway()
{
    show(m_grace);
    QVERIFY(part<QWidget>(u"locationSection"_s)->isVisible());
    for (const auto &name : {u"androidSection"_s, u"iosSection"_s, u"campaignSection"_s,
                             u"profilesSection"_s, u"moreSection"_s, u"attributesSection"_s})
        QVERIFY2(part<QWidget>(name)->isHidden(), qPrintable(name));
    m_grace.fields[ContactField::UtmSource] = u"newsletter"_s;
    m_grace.customAttributes[u"plan"_s] = u"Admiral"_s;
    show(m_grace);
    QVERIFY(part<QWidget>(u"campaignSection"_s)->isVisible());
    QVERIFY(part<QWidget>(u"attributesSection"_s)->isVisible());
    m_grace.fields.erase(ContactField::LocationCity);
    show(m_grace);
    QVERIFY(part<QWidget>(u"locationSection"_s)->isHidden());
}

void TestRecordView::sectionsFoldByClickAndKey()
{
    show(m_grace);
    auto *facts = part<FactRows>(u"locationFacts"_s);
    QVERIFY(!facts->isVisible());
    QTest::mouseClick(fold(u"locationSection"_s), Qt::LeftButton);
    QVERIFY(facts->isVisible());
    QVERIFY(part<PanelSection>(u"locationSection"_s)->isUnfolded());
    fold(u"locationSection"_s)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(fold(u"locationSection"_s), Qt::Key_Space);
    QVERIFY(!facts->isVisible());
}

void TestRecordView::foldingStaysForTheNextContact()
{
    show(m_grace);
    QTest::mouseClick(fold(u"locationSection"_s), Qt::LeftButton);
    Contact ada;
    ada.id = ContactId(u"a"_s);
    show(ada);
    QVERIFY(part<QWidget>(u"locationSection"_s)->isHidden());
    show(m_grace);
    QVERIFY(part<FactRows>(u"locationFacts"_s)->isVisible());
}

void TestRecordView::tagsAndCompaniesAreAskedFor()
{
    show(m_grace);
    QSignalSpy removed(m_view, &RecordView::removeTagRequested);
    QSignalSpy detached(m_view, &RecordView::detachCompanyRequested);
    QSignalSpy added(m_view, &RecordView::addTagRequested);
    QSignalSpy attached(m_view, &RecordView::attachCompanyRequested);
    auto *chip = part<Chip>(u"tag_t1Button"_s);
    QCOMPARE(chip->label(), u"VIP"_s);
    QTRY_VERIFY(chip->width() > 20);
    QTest::mouseClick(chip, Qt::LeftButton, {}, chip->crossRect().center());
    QCOMPARE(removed.count(), 1);
    QVERIFY(removed.at(0).at(0).value<TagId>() == TagId(u"t1"_s));
    QTest::mouseClick(part<QToolButton>(u"detach_c1Button"_s), Qt::LeftButton);
    QCOMPARE(detached.count(), 1);
    QVERIFY(detached.at(0).at(0).value<CompanyId>() == CompanyId(u"c1"_s));
    QTest::mouseClick(part<QPushButton>(u"panelAddTagButton"_s), Qt::LeftButton);
    QTest::mouseClick(part<QPushButton>(u"panelAttachCompanyButton"_s), Qt::LeftButton);
    QCOMPARE(added.count(), 1);
    QCOMPARE(attached.count(), 1);
}

void TestRecordView::longListsSaySo()
{
    m_grace.tags.total = 25;
    m_grace.companies.total = 12;
    show(m_grace);
    QStringList words;
    for (const QLabel *label : m_view->findChildren<QLabel *>())
        words << label->text();
    QVERIFY(words.contains(u"Tags · 25"_s));
    QVERIFY(words.contains(u"showing 1 of 25…"_s));
    QVERIFY(words.contains(u"showing 1 of 12…"_s));
}

void TestRecordView::nothingIsSaidPlainly()
{
    show({});
    QStringList words;
    for (const QLabel *label : m_view->findChildren<QLabel *>())
        words << label->text();
    QVERIFY(words.contains(u"No tags"_s) && words.contains(u"No companies"_s));
}

void TestRecordView::hostileWordsArePlain_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("markup") << u"<b>Ada</b><img src=\"file:///etc/hostname\">"_s;
    QTest::newRow("overrides") << u"\u202egnp.exe\u202c \u2067x"_s;
    QTest::newRow("zalgo") << u"A\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308"_s.repeated(50);
    QTest::newRow("place holders") << u"%1 %2 %3 %n"_s;
}

void TestRecordView::hostileWordsArePlain()
{
    QFETCH(QString, words);
    m_grace.fields[ContactField::Name] = words;
    m_grace.fields[ContactField::Email] = words;
    m_grace.fields[ContactField::LocationCity] = words;
    m_grace.customAttributes[words] = words;
    m_book->addTag(u"t2"_s, words);
    m_book->addCompany(u"c2"_s, words);
    m_grace.tags = PartialList<TagId>::complete({TagId(u"t2"_s)});
    m_grace.companies = PartialList<CompanyId>::complete({CompanyId(u"c2"_s)});
    show(m_grace);
    QCOMPARE(part<ElidedLabel>(u"panelName"_s)->fullText(), words.simplified());
    const QString shown = valueText(u"keyFactsValue0"_s);
    QVERIFY(!shown.isEmpty() && words.simplified().startsWith(shown.simplified().left(50)));
    for (const QLabel *label : m_view->findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(words.left(20)),
                 qPrintable(label->objectName()));
    // Tool tips guess what is markup, so what looks like it must not reach them as it is.
    for (const QWidget *widget : m_view->findChildren<QWidget *>())
        QVERIFY2(!widget->toolTip().contains(u"<b>"_s), qPrintable(widget->objectName()));
    QVERIFY(m_view->sizeHint().width() < 2000);
    QVERIFY(m_view->minimumSizeHint().width() <= 316);
}

void TestRecordView::aMegabyteIsShownInPart()
{
    const QString megabyte(1'000'000, u'm');
    for (const auto field : {ContactField::Name, ContactField::Email, ContactField::LocationCity})
        m_grace.fields[field] = megabyte;
    m_grace.customAttributes[u"plan"_s] = megabyte;
    m_grace.customAttributes[megabyte] = u"short"_s;
    m_book->addTag(u"t2"_s, megabyte);
    m_book->addCompany(u"c2"_s, megabyte);
    m_grace.tags = PartialList<TagId>::complete({TagId(u"t2"_s)});
    m_grace.companies = PartialList<CompanyId>::complete({CompanyId(u"c2"_s)});
    show(m_grace);
    QVERIFY(!m_view->grab().isNull());
    QVERIFY(part<ElidedLabel>(u"panelName"_s)->text().size() < 1000);
    QVERIFY(valueText(u"keyFactsValue0"_s).size() < 1000);
}

QTEST_MAIN(TestRecordView)
#include "tst_recordview.moc"
