// SPDX-License-Identifier: MIT
#include "core/domain/csv.h"
#include "core/service/batchhistory.h"
#include "tests/dialogs/rig.h"
#include "ui/archive/reviewsheet.h"
#include "ui/bulk/attributesheet.h"
#include "ui/bulk/batchessheet.h"
#include "ui/bulk/bulkreviewer.h"
#include "ui/bulk/contactexport.h"
#include "ui/bulk/contactwords.h"
#include "ui/bulk/exportsheet.h"
#include "ui/bulk/interruptedsheet.h"
#include "ui/bulk/ownersheet.h"
#include "ui/bulk/rangesheet.h"
#include "ui/bulk/reportrows.h"
#include "ui/bulk/runwords.h"
#include "ui/bulk/targetreader.h"
#include "ui/tags/picker.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/textfield.h"

#include <QtCore/QFileInfo>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QListWidget>

using namespace Qt::StringLiterals;

namespace roster {

using namespace roster::test;
using Kind = BulkAction::Kind;

//! What is asked before a bulk write, and what is done with many besides, by real keys and clicks.
class BulkSheetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void reviewsBeforeArchiving();
    void closingTheReviewDoesNothing();
    void theReviewTellsWhatStaysAsItIs();
    void manyNeedTheirCountTyped();
    void aFifthOfTheWorkspaceNeedsItToo();
    void howACountMayBeTyped_data();
    void howACountMayBeTyped();
    void reviewsTags();
    void reviewsOwners();
    void reviewsAttributes();
    void veryManyAreReviewedByAndBy();
    void tellsWhenItDidNotCount();
    void reviewsOneThatIsHidden();

    void setsTheOwnerOfOneAtOnce();
    void choosesAnOwnerForSeveral();
    void choosesNobody();
    void setsAnAttributeByItsType();
    void clearsAnAttribute();
    void refusesWhatIsNoNumber();

    void rowsByNumber_data();
    void rowsByNumber();
    void exportsTheChosenColumns();
    void remindsOfPersonalData();
    void anExportThatCannotBeWritten();
    void curlHasNoToken();
    void textForPeople();
    void aReportAsATable();
    void decidesAboutWhatWasCutShort();
    void countsWhatWasCutShort();
    void leavesBatchesAtWorkAlone();

private:
    BulkReview reviewOf(const BulkAction &action, const QList<BulkTarget> &targets);
    static BulkAction archive() { return {}; }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Stage> m_stage;
};

void BulkSheetsTest::initTestCase()
{
    m_workspace = std::make_unique<Workspace>();
}

void BulkSheetsTest::init()
{
    m_stage.reset();
    m_stage = std::make_unique<Stage>();
    m_workspace->sandbox()->setFaults({});
    m_workspace->sandbox()->clearSeen();
}

BulkReview BulkSheetsTest::reviewOf(const BulkAction &action, const QList<BulkTarget> &targets)
{
    ContactBook &book = m_workspace->session().book();
    auto *reviewer =
        new BulkReviewer(book, runWords(action, book, QTimeZone::utc()), {targets, 0}, 0, this);
    QSignalSpy reviewed(reviewer, &BulkReviewer::reviewed);
    reviewer->start();
    if (!QTest::qWaitFor([&] { return reviewed.size() == 1; }))
        qFatal("no review");
    return reviewed.constFirst().constFirst().value<BulkReview>();
}

void BulkSheetsTest::reviewsBeforeArchiving()
{
    const QList<BulkTarget> targets = m_workspace->targets(7);
    BulkReview review{{archive(), {}, {}}, targets, 7};
    review.suggestedName = u"Archived: leads"_s;
    auto *sheet = new ReviewSheet(m_stage->theme(), review, &m_stage->window());
    QSignalSpy confirmed(sheet, &ReviewSheet::confirmed);
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    sheet->open();
    QCOMPARE(sheet->title(), u"Archive these 7 contacts?"_s);
    QCOMPARE(Stage::find<QListView>(*sheet, u"targetList"_s)->model()->rowCount(), 7);
    QVERIFY(sheet->accessibleDescription().startsWith(u"7 will be archived"_s));
    // The name is there, and typing replaces it.
    QCOMPARE(Stage::find<QLineEdit>(*sheet, u"batchNameEdit"_s)->text(), u"Archived: leads"_s);
    QTest::keyClicks(m_stage->window().focusWidget(), u"Quiet since May "_s);
    // Neither Return nor the keys of saving archive.
    m_stage->key(Qt::Key_Return);
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(confirmed.size(), 0);
    QVERIFY(sheet->isVisible());
    Stage::click(*sheet, u"archiveButton"_s);
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(confirmed.constFirst().at(0).value<QList<BulkTarget>>(), targets);
    QCOMPARE(confirmed.constFirst().at(1).toString(), u"Quiet since May"_s);
    QCOMPARE(dismissed.size(), 1);
    QCOMPARE(m_workspace->sandbox()->count("*", u"**"_s), 0);
}

void BulkSheetsTest::closingTheReviewDoesNothing()
{
    BulkAction restore;
    restore.kind = Kind::Restore;
    const BulkReview review{{restore, {}, {}}, m_workspace->targets(3), 3};
    auto *sheet = new ReviewSheet(m_stage->theme(), review, &m_stage->window());
    QSignalSpy confirmed(sheet, &ReviewSheet::confirmed);
    sheet->open();
    QCOMPARE(sheet->title(), u"Restore these 3 contacts?"_s);
    m_stage->key(Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QCOMPARE(confirmed.size(), 0);
    sheet = new ReviewSheet(m_stage->theme(), review, &m_stage->window());
    QSignalSpy again(sheet, &ReviewSheet::confirmed);
    sheet->open();
    Stage::click(*sheet, u"restoreButton"_s);
    QCOMPARE(again.size(), 1);
}

void BulkSheetsTest::theReviewTellsWhatStaysAsItIs()
{
    QList<BulkTarget> targets = m_workspace->targets(5);
    BulkTarget gone;
    gone.id = ContactId(u"0123456789abcdef01234567"_s);
    gone.label = u"Gone already"_s;
    targets.append(gone);
    BulkReview review = reviewOf(archive(), targets);
    QCOMPARE(review.changing.size(), 5);
    QCOMPARE(review.already, 1);
    review.hidden = 2;
    auto *sheet = new ReviewSheet(m_stage->theme(), review, &m_stage->window());
    sheet->open();
    QCOMPARE(sheet->title(), u"Archive 5 of these 6 contacts?"_s);
    const QString facts = sheet->accessibleDescription();
    QVERIFY2(facts.contains(u"1 is archived or gone already and stays as it is"_s),
             qPrintable(facts));
    QVERIFY2(facts.contains(u"2 of all those selected are hidden by filters"_s), qPrintable(facts));
    QCOMPARE(Stage::find<QListView>(*sheet, u"targetList"_s)->model()->rowCount(), 5);
}

void BulkSheetsTest::manyNeedTheirCountTyped()
{
    QList<BulkTarget> many;
    for (int i = 0; i < 1204; ++i)
        many.append({ContactId(QString::number(i)), u"Person %1"_s.arg(i), {}, Role::User});
    const BulkReview review{{archive(), {}, {}}, many, 1204, 0, 0, 0, 100'000};
    auto *sheet = new ReviewSheet(m_stage->theme(), review, &m_stage->window());
    QSignalSpy confirmed(sheet, &ReviewSheet::confirmed);
    sheet->open();
    auto *button = Stage::find<QPushButton>(*sheet, u"archiveButton"_s);
    QVERIFY(!button->isEnabled());
    Stage::click(*sheet, u"archiveButton"_s);
    QCOMPARE(confirmed.size(), 0);
    Stage::type(*sheet, u"typedCountEdit"_s, u"1203"_s);
    QVERIFY(!button->isEnabled());
    Stage::type(*sheet, u"typedCountEdit"_s, u"1,204"_s);
    QVERIFY(button->isEnabled());
    m_stage->key(Qt::Key_Return);
    QCOMPARE(confirmed.size(), 0);
    Stage::click(*sheet, u"archiveButton"_s);
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(confirmed.constFirst().at(0).value<QList<BulkTarget>>().size(), 1204);
}

void BulkSheetsTest::aFifthOfTheWorkspaceNeedsItToo()
{
    const auto needs = [](int changing, int workspace) {
        BulkReview review;
        review.changing.resize(changing);
        review.workspace = workspace;
        return review.needsTypedCount();
    };
    QVERIFY(!needs(20, 100));
    QVERIFY(needs(21, 100));
    QVERIFY(!needs(500, 100'000));
    QVERIFY(needs(501, 100'000));
    QVERIFY(!needs(500, 0));
}

void BulkSheetsTest::howACountMayBeTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isIt");
    QTest::newRow("plain") << u"12408"_s << true;
    QTest::newRow("comma") << u"12,408"_s << true;
    QTest::newRow("point") << u"12.408"_s << true;
    QTest::newRow("blanks") << u" 12 408 "_s << true;
    QTest::newRow("narrow no-break space") << u"12\u202f408"_s << true;
    QTest::newRow("apostrophe") << u"12’408"_s << true;
    QTest::newRow("arabic") << u"١٢٤٠٨"_s << true;
    QTest::newRow("less") << u"12407"_s << false;
    QTest::newRow("more digits") << u"124080"_s << false;
    QTest::newRow("nothing") << u""_s << false;
    QTest::newRow("separators only") << u",."_s << false;
    QTest::newRow("words") << u"12408 contacts"_s << false;
    QTest::newRow("negative") << u"-12408"_s << false;
    QTest::newRow("endless") << QString(40, u'0') + u"12408"_s << false;
}

void BulkSheetsTest::howACountMayBeTyped()
{
    QFETCH(QString, typed);
    QFETCH(bool, isIt);
    QCOMPARE(isCountTyped(typed, 12408), isIt);
}

void BulkSheetsTest::reviewsTags()
{
    const QList<BulkTarget> targets = m_workspace->targets(6);
    ContactService &service = m_workspace->session().contacts();
    const Tag tag = Workspace::done(service.createTag(u"Reviewed"_s));
    Workspace::done(service.attachTag(targets.at(2), tag.id));
    BulkAction add;
    add.kind = Kind::AddTag;
    add.tag = tag.id;
    const BulkReview review = reviewOf(add, targets);
    QCOMPARE(review.already, 1);
    QCOMPARE(review.changing.size(), 5);
    QVERIFY(!review.changing.contains(targets.at(2)));
    QCOMPARE(review.words.thing, u"Reviewed"_s);
    auto *sheet = new ReviewSheet(m_stage->theme(), review, &m_stage->window());
    sheet->open();
    QCOMPARE(sheet->title(), u"Add Reviewed to 5 of these 6 contacts?"_s);
    QVERIFY(sheet->accessibleDescription().contains(u"1 has this tag already"_s));
}

void BulkSheetsTest::reviewsOwners()
{
    const Admin admin = m_workspace->session().book().admins().constFirst();
    BulkAction action;
    action.kind = Kind::Update;
    action.patch.fields.emplace(ContactField::Owner, admin.id.text());
    int owned = 0;
    int others = 0;
    const QList<BulkTarget> targets = m_workspace->targets(40);
    for (const BulkTarget &target : targets) {
        const AdminId owner = m_workspace->session().book().contact(target.id)->owner();
        owned += owner == admin.id ? 1 : 0;
        others += !owner.isEmpty() && owner != admin.id ? 1 : 0;
    }
    QVERIFY(owned > 0 && others > 0);
    const BulkReview review = reviewOf(action, targets);
    QCOMPARE(review.already, owned);
    QCOMPARE(review.replaced, others);
    QCOMPARE(review.words.thing, admin.name);
}

void BulkSheetsTest::reviewsAttributes()
{
    const QList<BulkTarget> targets = m_workspace->targets(40);
    BulkAction action;
    action.kind = Kind::Update;
    action.patch.customAttributes.insert(u"plan"_s, u"Pro"_s);
    int same = 0;
    int others = 0;
    for (const BulkTarget &target : targets) {
        const QJsonValue value =
            m_workspace->session().book().contact(target.id)->customAttributes.value(u"plan"_s);
        same += value == QJsonValue(u"Pro"_s) ? 1 : 0;
        others += value.isString() && value != QJsonValue(u"Pro"_s) ? 1 : 0;
    }
    const BulkReview review = reviewOf(action, targets);
    QCOMPARE(review.already, same);
    QCOMPARE(review.replaced, others);
    QCOMPARE(review.words.value, u"Pro"_s);
}

void BulkSheetsTest::veryManyAreReviewedByAndBy()
{
    QList<BulkTarget> many;
    const QList<BulkTarget> some = m_workspace->targets(40);
    for (int i = 0; i < 5000; ++i)
        many.append(some.at(i % some.size()));
    auto *reviewer =
        new BulkReviewer(m_workspace->session().book(), {archive(), {}, {}}, {many, 0}, 0, this);
    QSignalSpy reviewed(reviewer, &BulkReviewer::reviewed);
    reviewer->start();
    // The event loop has its turn in between.
    QCOMPARE(reviewed.size(), 0);
    QTRY_COMPARE(reviewed.size(), 1);
    QCOMPARE(reviewed.constFirst().constFirst().value<BulkReview>().changing.size(), 5000);

    ContactBook &book = m_workspace->session().book();
    QList<ContactId> ids;
    for (const BulkTarget &target : some)
        ids.append(target.id);
    std::vector<RowKey> keys;
    for (int i = 0; i < 100; ++i) {
        const std::vector<RowKey> piece = book.keysOf(ids);
        keys.insert(keys.end(), piece.begin(), piece.end());
    }
    std::optional<Chosen> chosen;
    auto *reader = new TargetReader(
        book, keys, 3, [&chosen](const Chosen &read) { chosen = read; }, this);
    reader->start();
    QVERIFY(!chosen);
    QTRY_VERIFY(chosen.has_value());
    QCOMPARE(chosen->targets.size(), 4000);
    QCOMPARE(chosen->targets.at(41), some.at(1));
    QCOMPARE(chosen->hidden, 3);
}

void BulkSheetsTest::tellsWhenItDidNotCount()
{
    BulkAction action;
    action.kind = Kind::Update;
    action.patch.customAttributes.insert(u"plan"_s, u"Pro"_s);
    QList<BulkTarget> many;
    const QList<BulkTarget> some = m_workspace->targets(40);
    for (int i = 0; i < 5001; ++i)
        many.append(some.at(i % some.size()));
    BulkReview review = reviewOf(action, many);
    QVERIFY(review.isUncounted);
    QCOMPARE(review.changing.size(), 5001);
    auto *sheet = new ReviewSheet(m_stage->theme(), review, &m_stage->window());
    sheet->open();
    QVERIFY2(sheet->accessibleDescription().contains(u"was not counted"_s),
             qPrintable(sheet->accessibleDescription()));
    QVERIFY(!reviewOf(action, some).isUncounted);
    // An owner is in the row: that is counted however many they are.
    action.patch = {};
    action.patch.fields.emplace(ContactField::Owner, u"7"_s);
    QVERIFY(!reviewOf(action, many).isUncounted);
}

void BulkSheetsTest::reviewsOneThatIsHidden()
{
    const BulkReview review{{archive(), {}, {}}, m_workspace->targets(1), 1, 0, 0, 1, 2000};
    auto *sheet = new ReviewSheet(m_stage->theme(), review, &m_stage->window());
    sheet->open();
    QCOMPARE(sheet->title(), u"Archive this contact?"_s);
    const QString facts = sheet->accessibleDescription();
    QVERIFY2(facts.contains(u"1 is hidden by filters"_s), qPrintable(facts));
}

void BulkSheetsTest::setsTheOwnerOfOneAtOnce()
{
    const Admin admin = m_workspace->session().book().admins().constLast();
    BulkTarget target;
    for (const BulkTarget &each : m_workspace->targets(40)) {
        if (m_workspace->session().book().contact(each.id)->owner() != admin.id)
            target = each;
    }
    auto *sheet =
        new OwnerSheet(m_stage->theme(), m_workspace->session(), {target}, &m_stage->window());
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    sheet->open();
    sheet->picker().field()->setText(admin.name);
    QCOMPARE(sheet->picker().pickedId(), admin.id.text());
    m_stage->key(Qt::Key_Return);
    QTRY_COMPARE(dismissed.size(), 1);
    QCOMPARE(m_workspace->session().book().contact(target.id)->owner(), admin.id);
    QCOMPARE(m_workspace->sandbox()->count("PUT", u"/contacts/*"_s), 1);
}

void BulkSheetsTest::choosesAnOwnerForSeveral()
{
    const Admin admin = m_workspace->session().book().admins().constFirst();
    auto *sheet = new OwnerSheet(m_stage->theme(), m_workspace->session(), m_workspace->targets(6),
                                 &m_stage->window());
    QSignalSpy chosen(sheet, &RunSheet::actionChosen);
    sheet->open();
    sheet->picker().field()->setText(admin.name);
    Stage::click(*sheet, u"setOwnerButton"_s);
    QCOMPARE(chosen.size(), 1);
    const auto action = chosen.constFirst().constFirst().value<BulkAction>();
    QVERIFY(action.kind == Kind::Update);
    QCOMPARE(textOf(action.patch.fields.at(ContactField::Owner)), admin.id.text());
    QCOMPARE(m_workspace->sandbox()->count("*", u"**"_s), 0);
}

void BulkSheetsTest::choosesNobody()
{
    auto *sheet = new OwnerSheet(m_stage->theme(), m_workspace->session(), m_workspace->targets(40),
                                 &m_stage->window());
    QSignalSpy chosen(sheet, &RunSheet::actionChosen);
    sheet->open();
    QTest::keyClicks(m_stage->window().focusWidget(), u"nobody"_s);
    m_stage->key(Qt::Key_Return);
    const auto action = chosen.constFirst().constFirst().value<BulkAction>();
    QVERIFY(isNull(action.patch.fields.at(ContactField::Owner)));
}

void BulkSheetsTest::setsAnAttributeByItsType()
{
    const QList<BulkTarget> targets = m_workspace->targets(4);
    auto *sheet =
        new AttributeSheet(m_stage->theme(), m_workspace->session(), targets, &m_stage->window());
    QSignalSpy chosen(sheet, &RunSheet::actionChosen);
    sheet->open();
    auto *button = Stage::find<QPushButton>(*sheet, u"setAttributeButton"_s);
    QVERIFY(!button->isEnabled());
    auto *combo = Stage::find<ComboField>(*sheet, u"attributeCombo"_s);
    const int seats = combo->findData(u"seats"_s);
    QVERIFY(seats >= 0);
    combo->setCurrentIndex(seats);
    Stage::type(*sheet, u"value%1Edit"_s.arg(seats), u"12"_s);
    QVERIFY(button->isEnabled());
    m_stage->key(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    const auto action = chosen.constFirst().constFirst().value<BulkAction>();
    QCOMPARE(action.patch.customAttributes.value(u"seats"_s), QJsonValue(12));
    QVERIFY(action.patch.fields.empty());
}

void BulkSheetsTest::clearsAnAttribute()
{
    const BulkTarget target = m_workspace->targets(1).constFirst();
    auto *sheet =
        new AttributeSheet(m_stage->theme(), m_workspace->session(), {target}, &m_stage->window());
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    sheet->open();
    auto *combo = Stage::find<ComboField>(*sheet, u"attributeCombo"_s);
    combo->setCurrentIndex(combo->findData(u"plan"_s));
    Stage::click(*sheet, u"clearAttributeCheck"_s);
    QVERIFY(Stage::find<QPushButton>(*sheet, u"setAttributeButton"_s)->isEnabled());
    Stage::click(*sheet, u"setAttributeButton"_s);
    QTRY_COMPARE(dismissed.size(), 1);
    const auto contact = m_workspace->session().book().contact(target.id);
    QVERIFY(contact->customAttributes.value(u"plan"_s).isNull() ||
            contact->customAttributes.value(u"plan"_s).isUndefined());
}

void BulkSheetsTest::refusesWhatIsNoNumber()
{
    auto *sheet = new AttributeSheet(m_stage->theme(), m_workspace->session(),
                                     m_workspace->targets(4), &m_stage->window());
    sheet->open();
    auto *combo = Stage::find<ComboField>(*sheet, u"attributeCombo"_s);
    const int seats = combo->findData(u"seats"_s);
    combo->setCurrentIndex(seats);
    Stage::type(*sheet, u"value%1Edit"_s.arg(seats), u"a dozen"_s);
    QVERIFY(!Stage::find<QPushButton>(*sheet, u"setAttributeButton"_s)->isEnabled());
    m_stage->key(Qt::Key_Return);
    auto *problem = Stage::find<QLabel>(*sheet, u"value%1FieldProblem"_s.arg(seats));
    QVERIFY(problem->isVisible());
    QVERIFY(sheet->isVisible());
}

void BulkSheetsTest::rowsByNumber_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("rows");
    QTest::newRow("one") << u"7"_s << u"6+1"_s;
    QTest::newRow("range") << u"1-50"_s << u"0+50"_s;
    QTest::newRow("several") << u"1-3, 7; 9 - 12"_s << u"0+3 6+1 8+4"_s;
    QTest::newRow("open end") << u"98-"_s << u"97+3"_s;
    QTest::newRow("dash") << u"2–4"_s << u"1+3"_s;
    QTest::newRow("zero") << u"0-3"_s << QString();
    QTest::newRow("beyond") << u"99-101"_s << QString();
    QTest::newRow("backwards") << u"9-3"_s << QString();
    QTest::newRow("words") << u"all"_s << QString();
    QTest::newRow("nothing") << u" "_s << QString();
    QTest::newRow("too long") << u"9999999999"_s << QString();
}

void BulkSheetsTest::rowsByNumber()
{
    QFETCH(QString, typed);
    QFETCH(QString, rows);
    QStringList found;
    for (const RowSpan &span : typedRows(typed, 100).value_or(std::vector<RowSpan>()))
        found.append(u"%1+%2"_s.arg(span.first).arg(span.count));
    QCOMPARE(found.join(u' '), rows);
    auto *sheet = new RangeSheet(m_stage->theme(), 100, &m_stage->window());
    QSignalSpy chosen(sheet, &RangeSheet::rowsChosen);
    sheet->open();
    Stage::type(*sheet, u"rangeEdit"_s, typed);
    m_stage->key(Qt::Key_Return);
    QCOMPARE(chosen.size(), rows.isEmpty() ? 0 : 1);
    QCOMPARE(Stage::find<QLabel>(*sheet, u"rangeFieldProblem"_s)->isVisible(), rows.isEmpty());
}

void BulkSheetsTest::exportsTheChosenColumns()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"people.csv"_s);
    const QList<BulkTarget> targets = m_workspace->targets(5);
    m_workspace->changeElsewhere(targets.at(1).id, R"({"name":"=cmd(\"x\"), \"quoted\""})");
    Workspace::done(m_workspace->session().contacts().fetch(targets.at(1).id));
    m_stage->prompts().path = path;
    auto *sheet = new ExportSheet(m_stage->theme(), m_workspace->session(), targets,
                                  m_stage->prompts(), &m_stage->window());
    QSignalSpy exported(sheet, &ExportSheet::exported);
    sheet->open();
    auto *list = Stage::find<QListWidget>(*sheet, u"exportColumnList"_s);
    Stage::click(*sheet, u"noColumnsButton"_s);
    QVERIFY(!Stage::find<QPushButton>(*sheet, u"exportButton"_s)->isEnabled());
    sheet->setChosen({u"email"_s, u"custom_attributes.plan"_s, u"name"_s});
    QCOMPARE(sheet->chosen(), QStringList({u"email"_s, u"custom_attributes.plan"_s, u"name"_s}));
    // By keys: the name to the front.
    list->setFocus();
    list->setCurrentRow(2);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    Stage::click(*sheet, u"columnUpButton"_s);
    QCOMPARE(sheet->chosen().constFirst(), u"name"_s);
    Stage::click(*sheet, u"exportButton"_s);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported.constFirst().at(0).toInt(), 5);

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    const QByteArray written = file.readAll();
    QVERIFY(written.startsWith("\xef\xbb\xbf"));
    const QStringList lines =
        QString::fromUtf8(written.mid(3)).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines.first(), u"name,email,custom_attributes.plan"_s);
    // What a spreadsheet would run is text, and quotes are doubled.
    QVERIFY2(lines.at(2).startsWith(uR"("'=cmd(""x""), ""quoted""",)"_s), qPrintable(lines.at(2)));
}

void BulkSheetsTest::remindsOfPersonalData()
{
    auto *sheet = new ExportSheet(m_stage->theme(), m_workspace->session(), m_workspace->targets(3),
                                  m_stage->prompts(), &m_stage->window());
    sheet->open();
    const QList<QLabel *> labels = sheet->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"personal data"_s);
    }));
    QVERIFY(sheet->accessibleDescription().contains(u"begins with +"_s));
}

void BulkSheetsTest::anExportThatCannotBeWritten()
{
    m_stage->prompts().path = u"/nonexistent-folder/people.csv"_s;
    auto *sheet = new ExportSheet(m_stage->theme(), m_workspace->session(), m_workspace->targets(3),
                                  m_stage->prompts(), &m_stage->window());
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    sheet->open();
    Stage::click(*sheet, u"exportButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    QVERIFY2(sheet->message().text().startsWith(u"The file was not written."_s),
             qPrintable(sheet->message().text()));
    QCOMPARE(dismissed.size(), 0);
}

void BulkSheetsTest::curlHasNoToken()
{
    WorkspaceAddress address;
    address.baseUrl = QUrl(u"https://api.eu.intercom.io"_s);
    address.version = u"2.11"_s;
    const QString text = contactsAsCurl({ContactId(u"5f1"_s), ContactId(u"it's; rm"_s)}, address);
    const QStringList lines = text.split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first(), uR"(curl 'https://api.eu.intercom.io/contacts/5f1')"
                            uR"( -H "Authorization: Bearer $INTERCOM_TOKEN")"
                            uR"( -H 'Intercom-Version: 2.11' -H 'Accept: application/json')"_s);
    // An id never gets out of its quotes.
    QVERIFY2(lines.last().startsWith(u"curl 'https://api.eu.intercom.io/contacts/it%27s;"_s),
             qPrintable(lines.last()));
}

void BulkSheetsTest::textForPeople()
{
    ContactBook &book = m_workspace->session().book();
    const QList<BulkTarget> targets = m_workspace->targets(2);
    const QList<ContactRow> rows = book.rows(book.keysOf({targets.at(0).id, targets.at(1).id}));
    const QString text = contactsAsText(rows, book, "UTC");
    const QStringList blocks = text.split(u"\n\n"_s);
    QCOMPARE(blocks.size(), 2);
    QVERIFY(blocks.first().contains(u"Email: "_s + rows.first().email));
    QVERIFY(blocks.first().contains(u"Id: "_s + rows.first().id.text(), Qt::CaseInsensitive));
}

void BulkSheetsTest::aReportAsATable()
{
    const QList<BulkTarget> targets = m_workspace->targets(3);
    BulkReport report;
    report.settled.append({targets.at(0), Done()});
    ApiError error;
    error.kind = ErrorKind::Server;
    error.httpStatus = 503;
    error.requestId = u"req-1"_s;
    report.settled.append({targets.at(1), error});
    report.untouched.append(targets.at(2));
    const QList<QStringList> rows = reportRows(Kind::Archive, report);
    QCOMPARE(rows.size(), 4);
    for (const QStringList &row : rows)
        QCOMPARE(row.size(), 8);
    QCOMPARE(rows.at(1).at(4), u"done"_s);
    QCOMPARE(rows.at(2).at(4), u"failed"_s);
    QCOMPARE(rows.at(2).mid(6), QStringList({u"503"_s, u"req-1"_s}));
    QCOMPARE(rows.at(3).at(4), u"untouched"_s);
    QCOMPARE(rows.at(3).at(0), targets.at(2).id.text());
}

void BulkSheetsTest::decidesAboutWhatWasCutShort()
{
    BatchSummary batch;
    batch.id = 7;
    batch.name = u"Churned in May"_s;
    batch.applied = 412;
    batch.intended = 88;
    const QList<InterruptedSheet::Item> items{{batch, {batch.action, {}, {}}, u"Today"_s}};
    auto *sheet = new InterruptedSheet(m_stage->theme(), items, &m_stage->window());
    QSignalSpy finish(sheet, &InterruptedSheet::finishRequested);
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    sheet->open();
    // Escape decides nothing.
    m_stage->key(Qt::Key_Escape);
    QCOMPARE(dismissed.size(), 1);
    QCOMPARE(finish.size(), 0);
    sheet = new InterruptedSheet(m_stage->theme(), items, &m_stage->window());
    QSignalSpy undo(sheet, &InterruptedSheet::undoRequested);
    sheet->open();
    Stage::click(*sheet, u"undo7Button"_s);
    QCOMPARE(undo.size(), 1);
    QCOMPARE(undo.constFirst().constFirst().toLongLong(), 7);
}

void BulkSheetsTest::countsWhatWasCutShort()
{
    BatchSummary batch;
    batch.id = 7;
    batch.name = u"Churned in May"_s;
    batch.intended = 1;
    InterruptedSheet::Item item{batch, {batch.action, {}, {}}, u"Today"_s};
    item.words.name = batch.name;
    const auto isTold = [this, &item](const QString &text) {
        auto *sheet = new InterruptedSheet(m_stage->theme(), {item}, &m_stage->window());
        sheet->open();
        const QList<QLabel *> labels = sheet->findChildren<QLabel *>();
        sheet->dismiss();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&text](const QLabel *label) { return label->text() == text; });
    };
    QVERIFY(isTold(u"Archiving “Churned in May” · 1 contact"_s));
    item.batch.applied = 4;
    QVERIFY(isTold(u"Archiving “Churned in May” · 5 contacts"_s));
}

void BulkSheetsTest::leavesBatchesAtWorkAlone()
{
    Session &session = m_workspace->session();
    const QList<BulkTarget> targets = m_workspace->targets(3);
    Workspace::done(session.contacts().runBulk(archive(), targets, u"Before"_s));
    BulkAction restore;
    restore.kind = Kind::Restore;
    BulkRun *run = session.contacts().runBulk(restore, targets, u"Now"_s);
    run->pause();
    QTRY_VERIFY(run->batch() > 0);
    QVERIFY(session.batchHistory()->isAtWork(run->batch()));
    const BatchesSheet::Wording wording{[&session](const BulkAction &action) {
                                            return runWords(action, session.book(),
                                                            QTimeZone::utc());
                                        },
                                        [](qint64) { return u"Today"_s; }};
    auto *sheet =
        new BatchesSheet(m_stage->theme(), *session.batchHistory(), wording, &m_stage->window());
    sheet->open();
    auto *list = Stage::find<QListView>(*sheet, u"batchList"_s);
    QTRY_COMPARE_GE(list->model()->rowCount(), 2);
    auto *report = Stage::find<QPushButton>(*sheet, u"batchReportButton"_s);
    auto *undo = Stage::find<QPushButton>(*sheet, u"undoBatchButton"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    QVERIFY(report->isEnabled() && undo->isEnabled());
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(!report->isEnabled() && !undo->isEnabled());
    QVERIFY(list->currentIndex().data(PickModel::DetailRole).toString().endsWith(u"at work"_s));
    // The list is read anew while the run goes on and when it is over; the same row stays picked.
    const QString picked = sheet->picker().pickedId();
    run->resume();
    QTRY_VERIFY(report->isEnabled());
    QCOMPARE(sheet->picker().pickedId(), picked);
    QTRY_COMPARE(list->currentIndex().data().toString(), u"“Now”: Restored 3 contacts"_s);
    QTRY_COMPARE(list->currentIndex().data(PickModel::DetailRole).toString(), u"Today"_s);
}

} // namespace roster

QTEST_MAIN(roster::BulkSheetsTest)
#include "tst_bulksheets.moc"
