// SPDX-License-Identifier: MIT
#include "tests/dialogs/rig.h"
#include "ui/archive/archivedlist.h"
#include "ui/archive/archivedmodel.h"
#include "ui/archive/archivedview.h"
#include "ui/archive/runreportsheet.h"
#include "ui/archive/targetlist.h"
#include "ui/bulk/bulkreviewer.h"
#include "ui/companies/attachcompanysheet.h"
#include "ui/companies/detachcompanysheet.h"
#include "ui/tags/addtagsheet.h"
#include "ui/tags/picker.h"
#include "ui/tags/removetagsheet.h"
#include "ui/text/runtext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/sheetbuttons.h"
#include "ui/widgets/textfield.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>

using namespace Qt::StringLiterals;

namespace roster {

using namespace roster::test;

//! Tags, companies and the archive by real keys and clicks, against a sandbox over real HTTP.
class RunSheetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void addsATagByKeyboard();
    void createsATagOnTheWay();
    void addsATagToMany();
    void showsWhyATagWasNotAdded();
    void offersTagsWithTheirCounts();
    void attachesANewCompanyAndDetachesIt();
    void listsAndRestoresWhatIsArchived();
    void filtersWhatIsArchived();
    void reportsEachContact();
    void goesOnWithTheUntouchedByThemselves();
    void nothingBeginsFromWhatIsNotOver();

private:
    Contact plainContact(int n);
    QStringList tagNames(const ContactId &id);

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Stage> m_stage;
};

void RunSheetsTest::initTestCase()
{
    m_workspace = std::make_unique<Workspace>();
}

void RunSheetsTest::init()
{
    m_stage.reset();
    m_stage = std::make_unique<Stage>();
    m_workspace->sandbox()->setFaults({});
    m_workspace->sandbox()->clearSeen();
}

//! The n-th contact whose tags and companies are all known.
Contact RunSheetsTest::plainContact(int n)
{
    for (const BulkTarget &target : m_workspace->targets(40)) {
        const std::optional<Contact> contact = m_workspace->session().book().contact(target.id);
        if (contact->tags.isComplete() && contact->tags.total <= 6 &&
            contact->companies.isComplete() && n-- == 0)
            return *contact;
    }
    qFatal("not enough contacts");
}

QStringList RunSheetsTest::tagNames(const ContactId &id)
{
    QStringList names;
    ContactBook &book = m_workspace->session().book();
    const std::optional<Contact> contact = book.contact(id);
    for (const TagId &tag : contact->tags.items)
        names.append(book.tagName(tag));
    return names;
}

void RunSheetsTest::addsATagByKeyboard()
{
    const Contact contact = plainContact(0);
    Tag wanted;
    for (const Tag &tag : m_workspace->session().book().tags()) {
        if (!contact.tags.items.contains(tag.id))
            wanted = tag;
    }
    auto *sheet = new AddTagSheet(m_stage->theme(), m_workspace->session(),
                                  {Workspace::target(contact)}, &m_stage->window());
    QSignalSpy started(sheet, &RunSheet::runStarted);
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    sheet->open();
    auto *add = Stage::find<QPushButton>(*sheet, u"addButton"_s);
    QVERIFY(!add->isEnabled());
    Stage::type(*sheet, u"tagEdit"_s, wanted.name.toLower());
    QCOMPARE(sheet->picker().pickedId(), wanted.id.text());
    QVERIFY(add->isEnabled());
    m_stage->key(Qt::Key_Return);
    QTRY_COMPARE(dismissed.size(), 1);
    QCOMPARE(started.size(), 1);
    QVERIFY(tagNames(contact.id).contains(wanted.name));
    QCOMPARE(m_workspace->sandbox()->count("POST", u"/contacts/*/tags"_s), 1);
    QCOMPARE(m_workspace->sandbox()->count("POST", u"/tags"_s), 0);
}

void RunSheetsTest::createsATagOnTheWay()
{
    const Contact contact = plainContact(1);
    auto *sheet = new AddTagSheet(m_stage->theme(), m_workspace->session(),
                                  {Workspace::target(contact)}, &m_stage->window());
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    sheet->open();
    QTest::keyClicks(m_stage->window().focusWidget(), u"Brand new"_s);
    QVERIFY(sheet->picker().isNewPicked());
    Stage::click(*sheet, u"addButton"_s);
    QTRY_COMPARE(dismissed.size(), 1);
    QVERIFY(tagNames(contact.id).contains(u"Brand new"_s));
    QCOMPARE(m_workspace->sandbox()->count("POST", u"/tags"_s), 1);
}

void RunSheetsTest::addsATagToMany()
{
    const Tag tag = *Workspace::resultOf(m_workspace->session().contacts().createTag(u"Many"_s));
    const QList<BulkTarget> targets{Workspace::target(plainContact(0)),
                                    Workspace::target(plainContact(1)),
                                    Workspace::target(plainContact(2))};
    auto *sheet =
        new AddTagSheet(m_stage->theme(), m_workspace->session(), targets, &m_stage->window());
    QSignalSpy chosen(sheet, &RunSheet::actionChosen);
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    sheet->open();
    m_workspace->sandbox()->clearSeen();
    QTest::keyClicks(m_stage->window().focusWidget(), u"Many"_s);
    m_stage->key(Qt::Key_Return, Qt::ControlModifier);
    // Review, progress and report are the window's: the sheet is gone at once, nothing was sent.
    QCOMPARE(dismissed.size(), 1);
    QCOMPARE(chosen.size(), 1);
    const auto action = chosen.constFirst().constFirst().value<BulkAction>();
    QVERIFY(action.kind == BulkAction::Kind::AddTag);
    QCOMPARE(action.tag, tag.id);
    QCOMPARE(m_workspace->sandbox()->count("*", u"**"_s), 0);
}

void RunSheetsTest::showsWhyATagWasNotAdded()
{
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = u"/contacts/*/tags"_s;
    rule.nth = 1;
    rule.status = 403;
    rule.body = R"({"type":"error.list","request_id":"req-tag","errors":[{"code":"forbidden",)"
                R"("message":"No","field":null}]})";
    const Contact contact = plainContact(0);
    Workspace::done(m_workspace->session().contacts().createTag(u"Refused"_s));
    m_workspace->setFault(rule);
    auto *sheet = new AddTagSheet(m_stage->theme(), m_workspace->session(),
                                  {Workspace::target(contact)}, &m_stage->window());
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    sheet->open();
    QTest::keyClicks(m_stage->window().focusWidget(), u"Refused"_s);
    m_stage->key(Qt::Key_Return);
    QTRY_VERIFY(sheet->message().isVisible());
    QVERIFY(sheet->message().text().startsWith(u"The tag was not added."_s));
    QCOMPARE(dismissed.size(), 0);
    QCOMPARE(sheet->picker().field()->text(), u"Refused"_s);
    // Again, and it works.
    Stage::click(*sheet, u"addButton"_s);
    QTRY_COMPARE(dismissed.size(), 1);
    QVERIFY(tagNames(contact.id).contains(u"Refused"_s));
}

void RunSheetsTest::offersTagsWithTheirCounts()
{
    const Tag tag = *Workspace::resultOf(m_workspace->session().contacts().createTag(u"Some"_s));
    const Contact holder = plainContact(0);
    const Contact other = plainContact(1);
    Workspace::done(m_workspace->session().contacts().attachTag(Workspace::target(holder), tag.id));
    auto *sheet = new RemoveTagSheet(m_stage->theme(), m_workspace->session(),
                                     {Workspace::target(holder), Workspace::target(other)},
                                     &m_stage->window());
    QSignalSpy chosen(sheet, &RunSheet::actionChosen);
    sheet->open();
    QTest::keyClicks(m_stage->window().focusWidget(), u"Some"_s);
    const QModelIndex picked = sheet->picker().list()->currentIndex();
    QCOMPARE(picked.data(PickModel::DetailRole).toString(), u"on 1 of 2"_s);
    m_stage->key(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    const auto action = chosen.constFirst().constFirst().value<BulkAction>();
    QVERIFY(action.kind == BulkAction::Kind::RemoveTag);
    QCOMPARE(action.tag, tag.id);
    // The review leaves out who does not have it.
    BulkReviewer *reviewer =
        new BulkReviewer(m_workspace->session().book(), {action, u"Some"_s, {}},
                         {{Workspace::target(holder), Workspace::target(other)}, 0}, 0, this);
    QSignalSpy reviewed(reviewer, &BulkReviewer::reviewed);
    reviewer->start();
    QCOMPARE(reviewed.size(), 1);
    const auto review = reviewed.constFirst().constFirst().value<BulkReview>();
    QCOMPARE(review.changing, QList<BulkTarget>{Workspace::target(holder)});
    QCOMPARE(review.already, 1);
}

void RunSheetsTest::attachesANewCompanyAndDetachesIt()
{
    const Contact contact = plainContact(2);
    auto *sheet = new AttachCompanySheet(m_stage->theme(), m_workspace->session(),
                                         {Workspace::target(contact)}, &m_stage->window());
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    sheet->open();
    QTest::keyClicks(m_stage->window().focusWidget(), u"Fisk & Sons"_s);
    QVERIFY(sheet->picker().isNewPicked());
    Stage::click(*sheet, u"attachButton"_s);
    QTRY_COMPARE(dismissed.size(), 1);
    QList<Company> companies =
        *Workspace::resultOf(m_workspace->session().contacts().listCompanies(contact.id));
    const auto isFisk = [](const Company &each) { return each.name == u"Fisk & Sons"_s; };
    QVERIFY(std::any_of(companies.cbegin(), companies.cend(), isFisk));

    auto *detach = new DetachCompanySheet(m_stage->theme(), m_workspace->session(),
                                          {Workspace::target(contact)}, &m_stage->window());
    QSignalSpy detached(detach, &Sheet::dismissed);
    detach->open();
    QTest::keyClicks(m_stage->window().focusWidget(), u"fisk"_s);
    m_stage->key(Qt::Key_Return);
    QTRY_COMPARE(detached.size(), 1);
    companies = *Workspace::resultOf(m_workspace->session().contacts().listCompanies(contact.id));
    QVERIFY(std::none_of(companies.cbegin(), companies.cend(), isFisk));
}

void RunSheetsTest::listsAndRestoresWhatIsArchived()
{
    Session &session = m_workspace->session();
    ArchivedView view(
        m_stage->theme(), session.archive(), [&session] { return session.now(); }, QTimeZone::utc(),
        &m_stage->window());
    view.resize(760, 700);
    view.show();
    auto *empty = Stage::find<EmptyState>(view, u"archivedEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(empty->title(), u"Nothing archived yet"_s);

    const QList<BulkTarget> targets = m_workspace->targets(4);
    BulkAction archive;
    connect(&session.contacts(), &ContactService::archiveChanged, &view, &ArchivedView::reload);
    Workspace::done(session.contacts().runBulk(archive, targets, u"Churned"_s));
    QTRY_COMPARE(view.model().contactCount(), 4);
    QVERIFY(view.list().isVisible());
    QCOMPARE(view.model().index(0).data().toString(), u"Churned"_s);

    // The link of one row, by mouse.
    QSignalSpy wanted(&view, &ArchivedView::restoreRequested);
    const QRect row = view.list().visualRect(view.model().index(2));
    QTest::mouseClick(view.list().viewport(), Qt::LeftButton, {},
                      QPoint(row.right() - 80, row.center().y()));
    QCOMPARE(wanted.size(), 1);
    const auto one = wanted.takeFirst().constFirst().value<QList<BulkTarget>>();
    QCOMPARE(one.size(), 1);
    QCOMPARE(one.constFirst().id.text(),
             view.model().index(2).data(ArchivedModel::ContactIdRole).toString());
    Workspace::done(session.contacts().restore(one.constFirst()));
    QTRY_COMPARE(view.model().contactCount(), 3);

    // Two rows by keyboard, then the button.
    view.list().setFocus();
    view.list().setCurrentIndex(view.model().index(1));
    QTest::keyClick(&view.list(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectedTargets().size(), 2);
    Stage::click(view, u"restoreSelectedButton"_s);
    QCOMPARE(wanted.takeFirst().constFirst().value<QList<BulkTarget>>().size(), 2);

    // The whole batch, by Return on its heading.
    view.list().setCurrentIndex(view.model().index(0));
    QTest::keyClick(&view.list(), Qt::Key_Return);
    const auto all = wanted.takeFirst().constFirst().value<QList<BulkTarget>>();
    QCOMPARE(all.size(), 3);
    BulkAction restore;
    restore.kind = BulkAction::Kind::Restore;
    Workspace::done(session.contacts().runBulk(restore, all));
    QTRY_VERIFY(empty->isVisible());
}

void RunSheetsTest::filtersWhatIsArchived()
{
    Session &session = m_workspace->session();
    const QList<BulkTarget> targets = m_workspace->targets(2);
    for (const BulkTarget &target : targets)
        Workspace::done(session.contacts().archive(target));
    ArchivedView view(
        m_stage->theme(), session.archive(), [&session] { return session.now(); }, QTimeZone::utc(),
        &m_stage->window());
    view.resize(760, 700);
    view.show();
    QTRY_COMPARE(view.model().contactCount(), 2);
    QTest::keyClicks(&view.filterEdit(), u"nobody has this name"_s);
    auto *empty = Stage::find<EmptyState>(view, u"archivedEmpty"_s);
    QTRY_COMPARE(empty->title(), u"Nothing archived matches"_s);
    Stage::click(view, u"archivedClearButton"_s);
    QTRY_COMPARE(view.model().contactCount(), 2);
    view.reveal(targets.constLast().id);
    QCOMPARE(view.selectedTargets().constFirst().id, targets.constLast().id);
    BulkAction restore;
    restore.kind = BulkAction::Kind::Restore;
    Workspace::done(session.contacts().runBulk(restore, targets));
}

void RunSheetsTest::reportsEachContact()
{
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = u"/contacts/*/archive"_s;
    rule.nth = 2;
    rule.status = 403;
    m_workspace->setFault(rule);
    const QList<BulkTarget> targets = m_workspace->targets(3);
    const BulkAction archive;
    const BulkReport report =
        *Workspace::resultOf(m_workspace->session().contacts().runBulk(archive, targets));
    QCOMPARE(report.failed(), 1);
    QCOMPARE(reportText(archive.kind, report), u"2 archived, 1 not archived"_s);
    auto *sheet =
        new RunReportSheet(m_stage->theme(), archive, report, BatchStage::Over, &m_stage->window());
    QSignalSpy retry(sheet, &RunReportSheet::againRequested);
    sheet->open();
    auto *list = Stage::find<QListView>(*sheet, u"targetList"_s);
    QCOMPARE(list->model()->rowCount(), 3);
    // What failed comes first, in words.
    const QString first = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(first.contains(u"may not do this"_s), qPrintable(first));
    // Only those that failed, then all again.
    QSignalSpy saved(sheet, &RunReportSheet::saveRequested);
    Stage::click(*sheet, u"reportFilterSegments_failedButton"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    Stage::click(*sheet, u"reportFilterSegments_doneButton"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    Stage::click(*sheet, u"reportFilterSegments_allButton"_s);
    QCOMPARE(list->model()->rowCount(), 3);
    Stage::click(*sheet, u"saveReportButton"_s);
    QCOMPARE(saved.size(), 1);
    QVERIFY(sheet->isVisible());
    Stage::click(*sheet, u"retryButton"_s);
    QCOMPARE(retry.size(), 1);
    QCOMPARE(retry.constFirst().constFirst().value<QList<BulkTarget>>(), report.failedTargets());
    BulkAction restore;
    restore.kind = BulkAction::Kind::Restore;
    Workspace::done(m_workspace->session().contacts().runBulk(restore, targets));
}

namespace {

//! Done, refused, gone, and two that were not attempted.
BulkReport stoppedReport(const QList<BulkTarget> &targets)
{
    ApiError refused;
    refused.kind = ErrorKind::Forbidden;
    ApiError gone;
    gone.kind = ErrorKind::NotFound;
    BulkReport report;
    report.settled = {{targets.at(0), Done()}, {targets.at(1), refused}, {targets.at(2), gone}};
    report.untouched = targets.mid(3, 2);
    return report;
}

} // namespace

void RunSheetsTest::goesOnWithTheUntouchedByThemselves()
{
    const QList<BulkTarget> targets = m_workspace->targets(5);
    BulkReport report = stoppedReport(targets);
    const auto opened = [&] {
        auto *sheet =
            new RunReportSheet(m_stage->theme(), {}, report, BatchStage::Over, &m_stage->window());
        sheet->open();
        return sheet;
    };
    const auto asked = [](const QSignalSpy &spy) {
        return spy.constLast().constFirst().value<QList<BulkTarget>>();
    };
    // Only what was refused is tried again: neither the one that is gone nor the untouched.
    auto *sheet = opened();
    auto *retry = Stage::find<QPushButton>(*sheet, u"retryButton"_s);
    auto *goOn = Stage::find<QPushButton>(*sheet, u"goOnUntouchedButton"_s);
    QCOMPARE(goOn->text(), u"&Go on with the 2 untouched"_s);
    QCOMPARE(sheet->buttons().primary(), retry);
    QSignalSpy again(sheet, &RunReportSheet::againRequested);
    retry->click();
    QCOMPARE(asked(again), targets.mid(1, 1));
    sheet = opened();
    QSignalSpy others(sheet, &RunReportSheet::againRequested);
    Stage::click(*sheet, u"goOnUntouchedButton"_s);
    QCOMPARE(asked(others), targets.mid(3, 2));
    QVERIFY(!sheet->isVisible());
    // Alone it is what the sheet is for.
    report.settled.resize(1);
    report.untouched.resize(1);
    sheet = opened();
    goOn = Stage::find<QPushButton>(*sheet, u"goOnUntouchedButton"_s);
    QCOMPARE(goOn->text(), u"&Go on with the untouched one"_s);
    QCOMPARE(sheet->buttons().primary(), goOn);
    QVERIFY(!sheet->findChild<QPushButton *>(u"retryButton"_s));
}

void RunSheetsTest::nothingBeginsFromWhatIsNotOver()
{
    const BulkReport report = stoppedReport(m_workspace->targets(5));
    for (const BatchStage stage : {BatchStage::AtWork, BatchStage::CutShort}) {
        auto *sheet = new RunReportSheet(m_stage->theme(), {}, report, stage, &m_stage->window());
        sheet->open();
        QVERIFY(!sheet->findChild<QPushButton *>(u"retryButton"_s));
        QVERIFY(!sheet->findChild<QPushButton *>(u"goOnUntouchedButton"_s));
        QCOMPARE(sheet->accessibleDescription().contains(u"Finish"_s),
                 stage == BatchStage::CutShort);
        m_stage->key(Qt::Key_Return);
        QVERIFY(!sheet->isVisible());
    }
}

} // namespace roster

QTEST_MAIN(roster::RunSheetsTest)
#include "tst_runsheets.moc"
