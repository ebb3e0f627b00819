// SPDX-License-Identifier: MIT
#include "tests/dialogs/rig.h"
#include "tests/support/memorybook.h"
#include "ui/archive/targetmodel.h"
#include "ui/companies/companypeople.h"
#include "ui/companies/companysections.h"
#include "ui/companies/companysheet.h"
#include "ui/duplicates/alikemodel.h"
#include "ui/duplicates/duplicatessheet.h"
#include "ui/panel/panelsection.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace roster {

using namespace roster::test;

namespace {

constexpr int CompanySize = 120;

ContactRow row(const char *id, Role role, const QString &name)
{
    ContactRow made;
    made.id = ContactId(QLatin1String(id));
    made.role = role;
    made.name = name;
    return made;
}

DuplicateGroup groupOf(const QList<ContactRow> &contacts)
{
    return {u"k"_s, contacts, static_cast<int>(contacts.size())};
}

QString labelText(QWidget &root, const QString &name)
{
    return Stage::find<QLabel>(root, name)->text();
}

//! What the facts under that name show, label and value, line after line.
QStringList facts(QWidget &root, const QString &name)
{
    QStringList values;
    for (const QLabel *label : Stage::find<QWidget>(root, name)->findChildren<QLabel *>()) {
        if (label->objectName().contains(u"Value"_s))
            values.append(label->accessibleName());
    }
    return values;
}

} // namespace

//! Finding duplicates and the page of a company by real keys and clicks, against a sandbox over
//! real HTTP.
class RecordPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void advisesByWhoIsChosen_data();
    void advisesByWhoIsChosen();
    void countsGroups();
    void wordsHostileNames();
    void offersTheLeadAndTheUser();
    void mergesByKeyboard();
    void choosesAmongSeveral();
    void looksForPhonesAndNames();
    void narrowsTheGroupsDown();
    void opensOneOfThem();
    void saysThatThereAreNone();

    void tellsEverythingOfACompany();
    void readsPageAfterPage();
    void opensAContactOfTheCompany();
    void beginsAnewWhenThePlaceIsLost();
    void staysWithWhatItHasWhenAPageFails();
    void triesAgainWhenNothingCouldBeRead();
    void tellsOfACompanyThatIsGone();
    void tellsOfACompanyWithoutContacts();

private:
    ContactId create(const QJsonObject &contact);
    QJsonObject ask(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    DuplicatesSheet *openDuplicates();
    CompanySheet *openCompany(const CompanyId &id);
    static void waitForGroups(DuplicatesSheet &sheet);

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Stage> m_stage;
    CompanyId m_large;
    CompanyId m_empty;
};

void RecordPagesTest::initTestCase()
{
    m_workspace = std::make_unique<Workspace>(CompanySize);
    const auto company = [this](const QString &name) {
        return CompanyId(ask("POST", u"/companies"_s,
                             {{u"name"_s, name},
                              {u"company_id"_s, u"own-"_s + name},
                              {u"plan"_s, u"Pro"_s},
                              {u"website"_s, u"https://example.com"_s},
                              {u"monthly_spend"_s, 1234}})
                             .value(u"id"_s)
                             .toString());
    };
    m_large = company(u"Large"_s);
    m_empty = company(u"Empty"_s);
    const QList<BulkTarget> all = m_workspace->targets(CompanySize);
    for (const BulkTarget &target : all)
        ask("POST", u"/contacts/%1/companies"_s.arg(target.id.text()), {{u"id"_s, m_large.text()}});
    // A lead and a user with one email, written differently; a second lead with that email; two
    // users with one phone number; two leads with one name.
    create(
        {{u"role"_s, u"user"_s}, {u"email"_s, u"twice@example.com"_s}, {u"name"_s, u"Uma User"_s}});
    create(
        {{u"role"_s, u"lead"_s}, {u"email"_s, u"Twice@Example.com"_s}, {u"name"_s, u"Lea Lead"_s}});
    create({{u"role"_s, u"user"_s},
            {u"email"_s, u"one@example.com"_s},
            {u"phone"_s, u"+44 20 7946 0958"_s},
            {u"name"_s, u"Una One"_s}});
    create({{u"role"_s, u"user"_s},
            {u"email"_s, u"two@example.com"_s},
            {u"phone"_s, u"+442079460958"_s},
            {u"name"_s, u"Ugo Two"_s}});
    create({{u"role"_s, u"lead"_s}, {u"name"_s, u"Zo\u00eb Twin"_s}});
    create({{u"role"_s, u"lead"_s}, {u"name"_s, u"zoe twin"_s}});
}

void RecordPagesTest::init()
{
    m_stage.reset();
    m_stage = std::make_unique<Stage>();
    m_workspace->sandbox()->setFaults({});
    m_workspace->sandbox()->clearSeen();
}

QJsonObject RecordPagesTest::ask(const QByteArray &method, const QString &path,
                                 const QJsonObject &body)
{
    sandbox::Request request;
    request.method = method;
    request.path = path;
    request.body = QJsonDocument(body).toJson();
    request.contentType = "application/json";
    const sandbox::Answer answer = m_workspace->sandbox()->ask(request);
    if (answer.status >= 300)
        qFatal("the sandbox refused %s", qPrintable(path));
    return answer.body.toObject();
}

//! Made past Roster, and read by it.
ContactId RecordPagesTest::create(const QJsonObject &contact)
{
    const ContactId id(ask("POST", u"/contacts"_s, contact).value(u"id"_s).toString());
    return Workspace::done(m_workspace->session().contacts().fetch(id)).id;
}

void RecordPagesTest::waitForGroups(DuplicatesSheet &sheet)
{
    if (!QTest::qWaitFor([&sheet] { return sheet.groups().model()->rowCount() > 0; }))
        qFatal("no duplicates were found");
}

DuplicatesSheet *RecordPagesTest::openDuplicates()
{
    auto *sheet = new DuplicatesSheet(m_stage->theme(), m_workspace->session(), &m_stage->window());
    sheet->open();
    return sheet;
}

CompanySheet *RecordPagesTest::openCompany(const CompanyId &id)
{
    auto *sheet =
        new CompanySheet(m_stage->theme(), m_workspace->session(), id, &m_stage->window());
    sheet->open();
    return sheet;
}

void RecordPagesTest::advisesByWhoIsChosen_data()
{
    QTest::addColumn<QList<ContactRow>>("all");
    QTest::addColumn<QList<int>>("chosen");
    QTest::addColumn<bool>("canMerge");
    QTest::addColumn<QString>("says");
    const ContactRow lead = row("l", Role::Lead, u"Lea"_s);
    const ContactRow lead2 = row("m", Role::Lead, u"Leo"_s);
    const ContactRow user = row("u", Role::User, u"Uma"_s);
    const ContactRow user2 = row("v", Role::User, u"Ugo"_s);
    const ContactRow other = row("o", Role::Other, u"Ola"_s);
    using Rows = QList<ContactRow>;
    using Chosen = QList<int>;
    QTest::newRow("lead and user")
        << Rows{lead, user} << Chosen{0, 1} << true << u"merge the lead Lea into the user Uma"_s;
    QTest::newRow("user and lead")
        << Rows{user, lead} << Chosen{0, 1} << true << u"merge the lead Lea into the user Uma"_s;
    QTest::newRow("one of them") << Rows{user, lead} << Chosen{0} << false
                                 << u"Select one lead and one user"_s;
    QTest::newRow("two leads of three")
        << Rows{user, lead, lead2} << Chosen{1, 2} << false << u"Select one lead and one user"_s;
    QTest::newRow("all three") << Rows{user, lead, lead2} << Chosen{0, 1, 2} << false
                               << u"Select one lead and one user"_s;
    QTest::newRow("users") << Rows{user, user2} << Chosen{0, 1} << false << u"never two users"_s;
    QTest::newRow("leads") << Rows{lead, lead2} << Chosen{} << false << u"never two leads"_s;
    QTest::newRow("unknown roles")
        << Rows{other, user} << Chosen{0, 1} << false << u"nothing but a lead into a user"_s;
}

void RecordPagesTest::advisesByWhoIsChosen()
{
    QFETCH(const QList<ContactRow>, all);
    QFETCH(const QList<int>, chosen);
    QFETCH(const bool, canMerge);
    QFETCH(const QString, says);
    QList<ContactRow> rows;
    for (const int number : chosen)
        rows.append(all.at(number));
    const QString advice = adviceText(groupOf(all), rows);
    QVERIFY2(advice.contains(says), qPrintable(advice));
    const std::optional<MergePair> pair = mergePairOf(rows);
    QCOMPARE(pair.has_value(), canMerge);
    if (pair) {
        QCOMPARE(pair->lead.id.text(), u"l"_s);
        QCOMPARE(pair->user.id.text(), u"u"_s);
    }
}

void RecordPagesTest::countsGroups()
{
    Duplicates found;
    found.groups = {groupOf({}), groupOf({})};
    found.groupTotal = 2;
    found.contactTotal = 5;
    QCOMPARE(countText(found), u"2 groups, 5 contacts"_s);
    found.groupTotal = 1412;
    found.contactTotal = 3001;
    QCOMPARE(countText(found), u"The first 2 of %1 groups, %2 contacts"_s.arg(
                                   QLocale().toString(1412), QLocale().toString(3001)));
    found.groups.resize(1);
    found.groupTotal = 1;
    found.contactTotal = 2;
    QCOMPARE(countText(found), u"1 group, 2 contacts"_s);
}

void RecordPagesTest::wordsHostileNames()
{
    const QString hostile = u"\u202e<b>x</b>\n"_s + QString(1'000'000, u'x');
    ContactRow lead = row("l", Role::Lead, hostile);
    lead.email = hostile;
    const DuplicateGroup group = groupOf({lead, row("u", Role::User, u"Uma"_s)});
    QVERIFY(adviceText(group, group.contacts).size() < 1000);
    QVERIFY(!sharedText(DuplicateKind::Name, group).contains(u'\u202e'));
    MemoryBook book;
    CellWords words(book, [] { return 0; });
    AlikeModel model(words, nullptr);
    QAbstractItemModelTester tester(&model);
    model.setContacts(group.contacts);
    QVERIFY(model.index(0, AlikeModel::Name).data().toString().size() < 1000);
    const QString hint = model.index(0, AlikeModel::Name).data(Qt::ToolTipRole).toString();
    QVERIFY(!hint.contains(u"<b>"_s));
}

void RecordPagesTest::offersTheLeadAndTheUser()
{
    DuplicatesSheet *sheet = openDuplicates();
    QVERIFY(!Stage::find<QPushButton>(*sheet, u"mergeDuplicatesButton"_s)->isEnabled());
    waitForGroups(*sheet);
    const QModelIndex group = sheet->groups().currentIndex();
    QVERIFY(group.isValid());
    QCOMPARE(group.data().toString().toLower(), u"twice@example.com"_s);
    QCOMPARE(sheet->contacts().model()->rowCount(), 2);
    QCOMPARE(sheet->contacts().selectionModel()->selectedRows().size(), 2);
    QVERIFY(labelText(*sheet, u"duplicateCountLabel"_s).contains(u"group"_s));
    QSignalSpy merge(sheet, &DuplicatesSheet::mergeRequested);
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    Stage::click(*sheet, u"mergeDuplicatesButton"_s);
    QCOMPARE(merge.size(), 1);
    QCOMPARE(merge.first().at(0).value<BulkTarget>().label, u"Lea Lead"_s);
    QCOMPARE(merge.first().at(1).value<BulkTarget>().label, u"Uma User"_s);
    QCOMPARE(dismissed.size(), 1);
}

void RecordPagesTest::mergesByKeyboard()
{
    DuplicatesSheet *sheet = openDuplicates();
    waitForGroups(*sheet);
    QSignalSpy merge(sheet, &DuplicatesSheet::mergeRequested);
    m_stage->key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(merge.size(), 1);
}

void RecordPagesTest::choosesAmongSeveral()
{
    create(
        {{u"role"_s, u"lead"_s}, {u"email"_s, u"twice@example.com"_s}, {u"name"_s, u"Leo Lead"_s}});
    DuplicatesSheet *sheet = openDuplicates();
    waitForGroups(*sheet);
    QTableView &table = sheet->contacts();
    QCOMPARE(table.model()->rowCount(), 3);
    int leo = -1;
    int uma = -1;
    for (int i = 0; i < 3; ++i) {
        const QString name = table.model()->index(i, AlikeModel::Name).data().toString();
        leo = name == u"Leo Lead"_s ? i : leo;
        uma = name == u"Uma User"_s ? i : uma;
    }
    const auto clickRow = [&table](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, modifiers,
                          table.visualRect(table.model()->index(row, 0)).center());
    };
    auto *merge = Stage::find<QPushButton>(*sheet, u"mergeDuplicatesButton"_s);
    clickRow(leo, {});
    QVERIFY(!merge->isEnabled());
    QVERIFY(labelText(*sheet, u"duplicateAdviceLabel"_s).contains(u"Select one lead"_s));
    clickRow(uma, Qt::ControlModifier);
    QVERIFY(merge->isEnabled());
    QSignalSpy requested(sheet, &DuplicatesSheet::mergeRequested);
    Stage::click(*sheet, u"mergeDuplicatesButton"_s);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().at(0).value<BulkTarget>().label, u"Leo Lead"_s);
}

void RecordPagesTest::looksForPhonesAndNames()
{
    DuplicatesSheet *sheet = openDuplicates();
    waitForGroups(*sheet);
    Stage::click(*sheet, u"duplicateKindSegments_phoneButton"_s);
    QTRY_VERIFY(sheet->groups().currentIndex().data().toString().contains(u"7946"_s) ||
                sheet->groups().currentIndex().data().toString().contains(u"207946"_s));
    QVERIFY(labelText(*sheet, u"duplicateAdviceLabel"_s).contains(u"never two users"_s));
    QVERIFY(!Stage::find<QPushButton>(*sheet, u"mergeDuplicatesButton"_s)->isEnabled());
    Stage::click(*sheet, u"duplicateKindSegments_nameButton"_s);
    const auto twin = [sheet] {
        for (int i = 0; i < sheet->groups().model()->rowCount(); ++i) {
            if (sheet->groups().model()->index(i, 0).data().toString().contains(
                    u"Twin"_s, Qt::CaseInsensitive))
                return i;
        }
        return -1;
    };
    QTRY_VERIFY(twin() >= 0);
    sheet->groups().setCurrentIndex(sheet->groups().model()->index(twin(), 0));
    QVERIFY(labelText(*sheet, u"duplicateAdviceLabel"_s).contains(u"never two leads"_s));
    // What was found once is there at once.
    Stage::click(*sheet, u"duplicateKindSegments_emailButton"_s);
    QVERIFY(sheet->groups().model()->rowCount() > 0);
}

void RecordPagesTest::narrowsTheGroupsDown()
{
    DuplicatesSheet *sheet = openDuplicates();
    waitForGroups(*sheet);
    Stage::type(*sheet, u"duplicateNarrowEdit"_s, u"nobody-has-this"_s);
    QCOMPARE(sheet->groups().model()->rowCount(), 0);
    QCOMPARE(sheet->contacts().model()->rowCount(), 0);
    QVERIFY(!Stage::find<QPushButton>(*sheet, u"openDuplicateButton"_s)->isEnabled());
    Stage::type(*sheet, u"duplicateNarrowEdit"_s, u"TWICE"_s);
    QCOMPARE(sheet->groups().model()->rowCount(), 1);
    QVERIFY(sheet->contacts().model()->rowCount() >= 2);
}

void RecordPagesTest::opensOneOfThem()
{
    DuplicatesSheet *sheet = openDuplicates();
    waitForGroups(*sheet);
    QSignalSpy opened(sheet, &DuplicatesSheet::openRequested);
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    const QModelIndex first = sheet->contacts().model()->index(0, 0);
    QTest::mouseClick(sheet->contacts().viewport(), Qt::LeftButton, {},
                      sheet->contacts().visualRect(first).center());
    Stage::click(*sheet, u"openDuplicateButton"_s);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(dismissed.size(), 1);
    const auto id = opened.first().first().value<ContactId>();
    QVERIFY(m_workspace->session().book().contact(id).has_value());
}

void RecordPagesTest::saysThatThereAreNone()
{
    Workspace workspace(0);
    auto *sheet = new DuplicatesSheet(m_stage->theme(), workspace.session(), &m_stage->window());
    sheet->open();
    auto *state = Stage::find<EmptyState>(*sheet, u"duplicateState"_s);
    QTRY_COMPARE(state->title(), u"No duplicates"_s);
    QVERIFY(state->isVisible());
    QVERIFY(!Stage::find<QPushButton>(*sheet, u"openDuplicateButton"_s)->isEnabled());
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    m_stage->key(Qt::Key_Escape);
    QCOMPARE(dismissed.size(), 1);
    delete sheet;
}

void RecordPagesTest::tellsEverythingOfACompany()
{
    CompanyRecord company;
    company.id = CompanyId(u"c1"_s);
    company.companyId = u"own-1"_s;
    company.plan = u"Pro"_s;
    company.website = u"<b>site</b>"_s;
    company.industry = u"Toys"_s;
    company.size = 85;
    company.monthlySpend = 49.5;
    company.userCount = 312;
    company.sessionCount = 0;
    company.createdAt = sandboxNow - 86400;
    company.lastRequestAt = sandboxNow - 120;
    company.segments = {{SegmentId(u"s"_s), u"Active"_s, {}}, {SegmentId(u"t"_s), {}, {}}};
    company.customAttributes = {{u"paid"_s, true},
                                {u"renewal_at"_s, double(sandboxNow - 7200)},
                                {u"since"_s, QJsonValue()}};
    company.unknownMembers = {{u"new_member"_s, QJsonArray{1, 2}}};
    RecordContext context;
    context.now = sandboxNow;
    QHash<QString, RecordLine> lines;
    for (const RecordLine &line : companyLines(company, context))
        lines.insert(line.label, line);
    QCOMPARE(lines[u"Company id"_s].value, u"own-1"_s);
    QCOMPARE(lines[u"Intercom id"_s].value, u"c1"_s);
    QCOMPARE(lines[u"Plan"_s].value, u"Pro"_s);
    QCOMPARE(lines[u"Website"_s].value, u"<b>site</b>"_s);
    QCOMPARE(lines[u"Industry"_s].value, u"Toys"_s);
    QCOMPARE(lines[u"Size"_s].value, u"85"_s);
    QCOMPARE(lines[u"Spend"_s].value, u"49.5 a month"_s);
    QCOMPARE(lines[u"People"_s].value, u"312"_s);
    QCOMPARE(lines[u"Sessions"_s].value, u"0"_s);
    QCOMPARE(lines[u"Created"_s].value, u"1 d ago"_s);
    QVERIFY(lines[u"Created"_s].exact.contains(u"2025"_s));
    QCOMPARE(lines[u"Last seen"_s].value, u"2 min ago"_s);
    QVERIFY(lines[u"Signed up"_s].value.isEmpty());
    QCOMPARE(lines[u"Segments"_s].value, u"Active, t"_s);
    const QList<RecordLine> attributes = companyAttributes(company, context).lines;
    QCOMPARE(attributes.at(0).value, u"Yes"_s);
    QCOMPARE(attributes.at(1).value, u"2 h ago"_s);
    QCOMPARE(companyRest(company).lines.first().value, u"[1,2]"_s);

    CompanySheet *sheet = openCompany(m_large);
    QTRY_COMPARE(sheet->title(), u"Large"_s);
    const QStringList shown = facts(*sheet, u"companyFacts"_s);
    QVERIFY(shown.contains(u"Company id: own-Large"_s));
    QVERIFY(shown.contains(u"Website: https://example.com"_s));
    QVERIFY(shown.contains(u"Spend: %1 a month"_s.arg(QLocale().toString(1234))));
}

void RecordPagesTest::readsPageAfterPage()
{
    CompanySheet *sheet = openCompany(m_large);
    QListView &list = sheet->people().list();
    QTRY_COMPARE(list.model()->rowCount(), 50);
    QCOMPARE(labelText(*sheet, u"companyContactNote"_s), u"Showing 50 of 120"_s);
    // By the button,
    Stage::click(*sheet, u"moreContactsButton"_s);
    QTRY_COMPARE(list.model()->rowCount(), 100);
    // and by scrolling to the end.
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_End);
    QTRY_COMPARE(list.model()->rowCount(), CompanySize);
    QCOMPARE(labelText(*sheet, u"companyContactNote"_s), u"120 contacts"_s);
    QVERIFY(!Stage::find<QPushButton>(*sheet, u"moreContactsButton"_s)->isVisible());
    QSet<QString> ids;
    for (int i = 0; i < CompanySize; ++i)
        ids.insert(list.model()->index(i, 0).data(TargetModel::ContactIdRole).toString());
    QCOMPARE(ids.size(), CompanySize);
    QCOMPARE(m_workspace->sandbox()->count("GET", u"/companies/*/contacts"_s), 3);
    QTest::keyClick(&list, Qt::Key_Home);
    QTest::keyClick(&list, Qt::Key_End);
    QCOMPARE(m_workspace->sandbox()->count("GET", u"/companies/*/contacts"_s), 3);
}

void RecordPagesTest::opensAContactOfTheCompany()
{
    CompanySheet *sheet = openCompany(m_large);
    QListView &list = sheet->people().list();
    QVERIFY(!Stage::find<QPushButton>(*sheet, u"openCompanyContactButton"_s)->isEnabled());
    // The keyboard goes to the list once there is somebody in it.
    QTRY_COMPARE(list.model()->rowCount(), 50);
    QVERIFY(list.hasFocus());
    QSignalSpy opened(sheet, &CompanySheet::openRequested);
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    m_stage->key(Qt::Key_Down);
    m_stage->key(Qt::Key_Down);
    const QString id = list.currentIndex().data(TargetModel::ContactIdRole).toString();
    QVERIFY(!id.isEmpty());
    m_stage->key(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<ContactId>().text(), id);
    QCOMPARE(dismissed.size(), 1);
}

void RecordPagesTest::beginsAnewWhenThePlaceIsLost()
{
    CompanySheet *sheet = openCompany(m_large);
    QListView &list = sheet->people().list();
    QTRY_COMPARE(list.model()->rowCount(), 50);
    sandbox::FaultRule rule;
    rule.path = u"/companies/*/contacts"_s;
    rule.nth = 1;
    rule.status = 400;
    rule.body = R"({"type":"error.list","request_id":"r","errors":[{"code":"client_error",)"
                R"("message":"Invalid starting_after param."}]})";
    m_workspace->setFault(rule);
    Stage::click(*sheet, u"moreContactsButton"_s);
    QTRY_COMPARE(m_workspace->sandbox()->count("GET", u"/companies/*/contacts"_s), 2);
    QTRY_VERIFY(labelText(*sheet, u"companyContactNote"_s)
                    .startsWith(u"Showing 50 of 120. Intercom has lost its place"_s));
    QCOMPARE(list.model()->rowCount(), 50);
    Stage::click(*sheet, u"moreContactsButton"_s);
    QTRY_COMPARE(list.model()->rowCount(), 100);
    QCOMPARE(labelText(*sheet, u"companyContactNote"_s), u"Showing 100 of 120"_s);
}

void RecordPagesTest::staysWithWhatItHasWhenAPageFails()
{
    CompanySheet *sheet = openCompany(m_large);
    QListView &list = sheet->people().list();
    QTRY_COMPARE(list.model()->rowCount(), 50);
    sandbox::FaultRule rule;
    rule.path = u"/companies/*/contacts"_s;
    rule.status = 403;
    m_workspace->setFault(rule);
    Stage::click(*sheet, u"moreContactsButton"_s);
    QTRY_VERIFY(labelText(*sheet, u"companyContactNote"_s).startsWith(u"Showing 50 of 120. "_s));
    QCOMPARE(list.model()->rowCount(), 50);
    m_workspace->sandbox()->setFaults({});
    Stage::click(*sheet, u"moreContactsButton"_s);
    QTRY_COMPARE(list.model()->rowCount(), 100);
}

void RecordPagesTest::triesAgainWhenNothingCouldBeRead()
{
    sandbox::FaultRule rule;
    rule.path = u"/companies/**"_s;
    rule.status = 403;
    m_workspace->setFault(rule);
    CompanySheet *sheet = openCompany(m_large);
    auto *state = Stage::find<EmptyState>(*sheet, u"companyContactState"_s);
    QTRY_COMPARE(state->title(), u"The contacts could not be read"_s);
    QTRY_VERIFY(!sheet->message().text().isEmpty());
    m_workspace->sandbox()->setFaults({});
    Stage::click(*sheet, u"readContactsAgainButton"_s);
    QTRY_COMPARE(sheet->people().list().model()->rowCount(), 50);
    Stage::click(*sheet, u"messageStripActionButton"_s);
    QTRY_COMPARE(sheet->title(), u"Large"_s);
    QVERIFY(sheet->message().isHidden());
}

void RecordPagesTest::tellsOfACompanyThatIsGone()
{
    CompanySheet *sheet = openCompany(CompanyId(u"0123456789abcdef01234567"_s));
    QTRY_COMPARE(labelText(*sheet, u"companyStateLabel"_s),
                 u"Intercom does not know this company any more."_s);
}

void RecordPagesTest::tellsOfACompanyWithoutContacts()
{
    CompanySheet *sheet = openCompany(m_empty);
    auto *state = Stage::find<EmptyState>(*sheet, u"companyContactState"_s);
    QTRY_COMPARE(state->title(), u"No contacts"_s);
    QTRY_COMPARE(sheet->title(), u"Empty"_s);
}

} // namespace roster

QTEST_MAIN(roster::RecordPagesTest)
#include "tst_recordpages.moc"
