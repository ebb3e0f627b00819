// SPDX-License-Identifier: MIT
#include "core/service/batchhistory.h"
#include "tests/dialogs/fakegate.h"
#include "tests/dialogs/fakelifecycle.h"
#include "tests/dialogs/rig.h"
#include "tests/support/accessibilityaudit.h"
#include "ui/archive/archivedmodel.h"
#include "ui/archive/archivedview.h"
#include "ui/archive/reviewsheet.h"
#include "ui/archive/runreportsheet.h"
#include "ui/bulk/attributesheet.h"
#include "ui/bulk/batchessheet.h"
#include "ui/bulk/exportsheet.h"
#include "ui/bulk/interruptedsheet.h"
#include "ui/bulk/ownersheet.h"
#include "ui/bulk/rangesheet.h"
#include "ui/bulk/runwords.h"
#include "ui/companies/attachcompanysheet.h"
#include "ui/companies/companypeople.h"
#include "ui/companies/companysheet.h"
#include "ui/companies/detachcompanysheet.h"
#include "ui/duplicates/duplicatessheet.h"
#include "ui/edit/conflictsheet.h"
#include "ui/edit/contactdialog.h"
#include "ui/edit/contactform.h"
#include "ui/edit/newattributesheet.h"
#include "ui/help/aboutsheet.h"
#include "ui/help/shortcutssheet.h"
#include "ui/lifecycle/convertsheet.h"
#include "ui/lifecycle/dangersheet.h"
#include "ui/lifecycle/mergesheet.h"
#include "ui/lifecycle/pickusersheet.h"
#include "ui/lifecycle/receiptsheet.h"
#include "ui/lifecycle/receiptssheet.h"
#include "ui/prompts/widgetprompts.h"
#include "ui/record/addnotesheet.h"
#include "ui/record/conversationsheet.h"
#include "ui/record/jsonsheet.h"
#include "ui/session/connectsheet.h"
#include "ui/session/firstrunpage.h"
#include "ui/session/newtokensheet.h"
#include "ui/settings/settingsport.h"
#include "ui/settings/settingssheet.h"
#include "ui/settings/signoutsheet.h"
#include "ui/tags/addtagsheet.h"
#include "ui/tags/picker.h"
#include "ui/tags/removetagsheet.h"
#include "ui/widgets/textfield.h"

#include <QtCore/QDir>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace roster {

using namespace roster::test;

namespace {

class PlainSettings final : public SettingsPort
{
public:
    Theme::Mode themeMode() const override { return Theme::Mode::FollowSystem; }
    void setThemeMode(Theme::Mode) override {}
    bool isMotionReduced() const override { return false; }
    void setMotionReduced(bool) override {}
    bool showsPictures() const override { return true; }
    void setShowsPictures(bool) override {}
    QString dataPath() const override { return u"~/.local/share/roster"_s; }
};

Conversation someConversation()
{
    Conversation conversation;
    conversation.id = ConversationId(u"1"_s);
    conversation.title = u"Where is my invoice?"_s;
    conversation.state = Conversation::State::Open;
    conversation.source.authorName = u"Ada Lovelace"_s;
    conversation.source.body = u"<p>I cannot find the invoice of May.</p>"_s;
    conversation.source.attachments = {{u"screen.png"_s, {}, u"image/png"_s, 24'000}};
    ConversationPart answer;
    answer.kind = u"comment"_s;
    answer.authorName = u"Priya Nair"_s;
    answer.body = u"<p>Here it is.</p>"_s;
    conversation.parts = {answer};
    conversation.totalParts = 1;
    return conversation;
}

//! One screen: shows itself over the stage's window.
struct Screen
{
    const char *name;
    std::function<QWidget *(Stage &)> show;
};

} // namespace

//! What holds for every sheet and page: names, Tab, mnemonics; something to be seen in light and
//! dark and right to left. With ROSTER_PICTURES=DIR the pictures are kept there.
class AllSheetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isUsableByKeyboardAndByEar_data() { addScreens(); }
    void isUsableByKeyboardAndByEar();
    void looksLikeSomething_data() { addScreens(); }
    void looksLikeSomething();
    void auditFindsWhatIsWrong();

private:
    void addScreens();
    QList<Screen> screens();
    QList<Screen> contactScreens();
    QList<Screen> lifecycleScreens();
    QList<Screen> runScreens();
    QList<Screen> bulkScreens();
    QList<Screen> sessionScreens();
    QList<Screen> otherScreens();
    QImage pictureOf(const Screen &screen, Theme::Mode mode, Qt::LayoutDirection direction);
    template <class SheetType, class... Args>
    static SheetType *opened(Stage &stage, Args &&...args)
    {
        auto *sheet = new SheetType(stage.theme(), std::forward<Args>(args)..., &stage.window());
        sheet->open();
        return sheet;
    }

    std::unique_ptr<Workspace> m_workspace;
    FakeGate m_gate;
    FakeLifecycle m_life;
    PlainSettings m_settings;
    QList<Screen> m_screens;
};

void AllSheetsTest::initTestCase()
{
    m_workspace = std::make_unique<Workspace>();
    Session &session = m_workspace->session();
    const BulkAction archive;
    Workspace::done(
        session.contacts().runBulk(archive, m_workspace->targets(12), u"Churned in May"_s));
    Workspace::done(
        session.contacts().runBulk(archive, m_workspace->targets(2), u"Duplicates of NASA"_s));
    Workspace::done(session.contacts().archive(m_workspace->targets(1).constFirst()));
    m_gate.answer = WorkspaceIdentity{u"acme"_s, u"Acme Support"_s, u"US"_s, "UTC", {}};
    const Receipt receipt = FakeLifecycle::receiptOf(
        Receipt::Kind::Blocked, Workspace::target(m_workspace->someoneByEmail()));
    m_life.kept = {receipt};
    m_screens = screens();
}

QList<Screen> AllSheetsTest::contactScreens()
{
    Session &session = m_workspace->session();
    const auto newContact = [&session](Stage &stage) {
        return opened<ContactDialog>(stage, session, stage.prompts());
    };
    return {
        {"create-empty", newContact},
        {"create-invalid",
         [newContact](Stage &stage) {
             ContactDialog *dialog = newContact(stage);
             Stage::type(*dialog, u"emailEdit"_s, u"evelyn.boyd"_s);
             Stage::type(*dialog, u"phoneEdit"_s, u"call me"_s);
             return dialog;
         }},
        {"create-conflict",
         [newContact](Stage &stage) {
             ContactDialog *dialog = newContact(stage);
             Stage::type(*dialog, u"nameEdit"_s, u"Evelyn Boyd"_s);
             Stage::type(*dialog, u"emailEdit"_s, u"evelyn.boyd@fisk.example"_s);
             dialog->form().showRemedies(
                 ContactField::Email,
                 u"An archived contact has this email: Evelyn Boyd, archived 3 weeks ago."_s,
                 {{u"restore"_s, u"Restore"_s}, {u"look"_s, u"Look first"_s}});
             return dialog;
         }},
        {"create-server-error",
         [newContact](Stage &stage) {
             ContactDialog *dialog = newContact(stage);
             Stage::type(*dialog, u"emailEdit"_s, u"evelyn.boyd@fisk.example"_s);
             dialog->message().setMessage(Tone::Danger,
                                          u"The contact was not created. Intercom is busy or being "
                                          "maintained. Wait a moment and try again."_s);
             dialog->message().setDetails(u"HTTP status: 503\nRequest id: 005jsrmatie9k4jdebg0"_s);
             return dialog;
         }},
        {"edit",
         [this, &session](Stage &stage) {
             return opened<ContactDialog>(stage, session, stage.prompts(),
                                          m_workspace->someone(Role::User));
         }},
        {"edit-conflict",
         [this, &session](Stage &stage) {
             auto *sheet = new ConflictSheet(
                 stage.theme(), ValueWords(session.book(), QTimeZone::utc()), &stage.window());
             Contact theirs = m_workspace->someone(Role::User);
             theirs.fields[ContactField::UpdatedAt] = session.now() - 40;
             const QString priya = session.book().admins().constFirst().id.text();
             sheet->setConflicts(theirs,
                                 {{{ContactField::Phone},
                                   u"+1 212 555 0100"_s,
                                   u"+1 212 555 0199"_s,
                                   u"+1 212 555 0170"_s},
                                  {{ContactField::Owner},
                                   QJsonValue::Null,
                                   session.book().admins().constLast().id.text(),
                                   priya}},
                                 session.now());
             sheet->open();
             Stage::find<QAbstractButton>(*sheet, u"phone_yoursButton"_s)->click();
             Stage::find<QAbstractButton>(*sheet, u"owner_id_theirsButton"_s)->click();
             return sheet;
         }},
    };
}

QList<Screen> AllSheetsTest::lifecycleScreens()
{
    Session &session = m_workspace->session();
    const auto danger = [this](DangerSheet::Act act) {
        return [this, act](Stage &stage) {
            return opened<DangerSheet>(stage, m_life, act,
                                       Workspace::target(m_workspace->someoneByEmail()));
        };
    };
    return {
        {"delete", danger(DangerSheet::Act::Delete)},
        {"block", danger(DangerSheet::Act::Block)},
        {"convert",
         [this](Stage &stage) {
             return opened<ConvertSheet>(stage, m_life, m_workspace->someone(Role::Lead));
         }},
        {"convert-asks",
         [this](Stage &stage) {
             Contact lead = m_workspace->someone(Role::Lead);
             lead.fields[ContactField::Email] = FieldValue();
             return opened<ConvertSheet>(stage, m_life, lead);
         }},
        {"merge-pick",
         [this, &session](Stage &stage) {
             auto *sheet =
                 opened<PickUserSheet>(stage, session.book(), m_workspace->someone(Role::Lead));
             if (!QTest::qWaitFor([sheet] { return sheet->list()->model()->rowCount() > 0; }))
                 qFatal("no users");
             return sheet;
         }},
        {"merge-preview",
         [this, &session](Stage &stage) {
             auto *sheet =
                 new MergeSheet(stage.theme(), m_life, session.book(),
                                ValueWords(session.book(), QTimeZone::utc()), &stage.window());
             sheet->setContacts(m_workspace->someone(Role::Lead), m_workspace->someoneByEmail());
             sheet->open();
             return sheet;
         }},
        {"receipt",
         [this](Stage &stage) {
             return opened<ReceiptSheet>(
                 stage,
                 FakeLifecycle::receiptOf(Receipt::Kind::Deleted,
                                          Workspace::target(m_workspace->someoneByEmail())),
                 QTimeZone::utc());
         }},
        {"receipts",
         [this](Stage &stage) {
             auto *sheet =
                 opened<ReceiptsSheet>(stage, m_life, [](qint64) { return u"Today, 14:02"_s; });
             if (!QTest::qWaitFor(
                     [sheet] { return sheet->picker().list()->model()->rowCount() > 0; }))
                 qFatal("no receipts");
             return sheet;
         }},
    };
}

QList<Screen> AllSheetsTest::runScreens()
{
    Session &session = m_workspace->session();
    const QList<BulkTarget> many = m_workspace->targets(9);
    const QList<BulkTarget> one = m_workspace->targets(1);
    return {
        {"add-tag",
         [&session, many](Stage &stage) { return opened<AddTagSheet>(stage, session, many); }},
        {"add-new-tag",
         [&session, one](Stage &stage) {
             auto *sheet = opened<AddTagSheet>(stage, session, one);
             sheet->picker().field()->setText(u"Webinar 2025"_s);
             return sheet;
         }},
        {"add-note",
         [&session, one](Stage &stage) {
             auto *sheet = new AddNoteSheet(stage.theme(), session, one.constFirst(),
                                            stage.prompts(), &stage.window());
             sheet->open();
             return sheet;
         }},
        {"conversation",
         [&session](Stage &stage) {
             auto *sheet = new ConversationSheet({stage.theme(), session}, someConversation(),
                                                 &stage.window());
             sheet->open();
             return sheet;
         }},
        {"json",
         [](Stage &stage) {
             auto *sheet =
                 new JsonSheet(stage.theme(), u"Ada Lovelace"_s,
                               R"({"type":"contact","name":"Ada Lovelace"})", &stage.window());
             sheet->open();
             return sheet;
         }},
        {"remove-tag",
         [&session, many](Stage &stage) { return opened<RemoveTagSheet>(stage, session, many); }},
        {"attach-company",
         [&session, one](Stage &stage) { return opened<AttachCompanySheet>(stage, session, one); }},
        {"detach-company",
         [&session, many](Stage &stage) {
             return opened<DetachCompanySheet>(stage, session, many);
         }},
        {"archive-review",
         [many](Stage &stage) {
             BulkReview review{{BulkAction(), {}, {}}, many, 11, 2, 0, 3, 2000, u"Quiet"_s};
             return opened<ReviewSheet>(stage, review);
         }},
        {"archive-review-typed",
         [many](Stage &stage) {
             BulkReview review{{BulkAction(), {}, {}}, many, 9, 0, 0, 0, 20, u"Quiet"_s};
             return opened<ReviewSheet>(stage, review);
         }},
        {"restore-review",
         [many](Stage &stage) {
             BulkAction restore;
             restore.kind = BulkAction::Kind::Restore;
             return opened<ReviewSheet>(stage, BulkReview{{restore, {}, {}}, many, 9});
         }},
        {"owner-review",
         [many](Stage &stage) {
             BulkAction owner;
             owner.kind = BulkAction::Kind::Update;
             owner.patch.fields.emplace(ContactField::Owner, u"7"_s);
             return opened<ReviewSheet>(
                 stage, BulkReview{{owner, u"Priya Nair"_s, {}}, many, 12, 3, 4, 0, 2000});
         }},
        {"run-report",
         [many](Stage &stage) {
             BulkReport report;
             for (qsizetype i = 0; i < many.size(); ++i) {
                 BulkOutcome outcome{many.at(i), Done()};
                 if (i == 2 || i == 5) {
                     ApiError error;
                     error.kind = i == 2 ? ErrorKind::NotFound : ErrorKind::Server;
                     outcome.result = error;
                 }
                 report.settled.append(outcome);
             }
             return opened<RunReportSheet>(stage, BulkAction(), report, BatchStage::Over);
         }},
        {"run-report-stopped",
         [many](Stage &stage) {
             ApiError error;
             error.kind = ErrorKind::Server;
             BulkReport report;
             report.settled = {{many.at(0), Done()}, {many.at(1), error}};
             report.untouched = many.mid(2);
             return opened<RunReportSheet>(stage, BulkAction(), report, BatchStage::Over);
         }},
        {"run-report-cut-short",
         [many](Stage &stage) {
             BulkReport report;
             report.settled = {{many.at(0), Done()}};
             report.untouched = many.mid(1);
             return opened<RunReportSheet>(stage, BulkAction(), report, BatchStage::CutShort);
         }},
        {"attribute-review-uncounted",
         [many](Stage &stage) {
             BulkReview review{{BulkAction(), u"Plan"_s, {}, u"Pro"_s}, many, 9};
             review.words.action.kind = BulkAction::Kind::Update;
             review.words.action.patch.customAttributes.insert(u"plan"_s, u"Pro"_s);
             review.isUncounted = true;
             return opened<ReviewSheet>(stage, review);
         }},
        {"archive-review-hidden",
         [one](Stage &stage) {
             return opened<ReviewSheet>(stage,
                                        BulkReview{{BulkAction(), {}, {}}, one, 1, 0, 0, 1, 2000});
         }},
    };
}

QList<Screen> AllSheetsTest::bulkScreens()
{
    Session &session = m_workspace->session();
    const QList<BulkTarget> many = m_workspace->targets(9);
    return {
        {"set-owner",
         [&session, many](Stage &stage) { return opened<OwnerSheet>(stage, session, many); }},
        {"set-attribute",
         [&session, many](Stage &stage) { return opened<AttributeSheet>(stage, session, many); }},
        {"export",
         [&session, many](Stage &stage) {
             return opened<ExportSheet>(stage, session, many, stage.prompts());
         }},
        {"select-rows", [](Stage &stage) { return opened<RangeSheet>(stage, 2000); }},
        {"new-attribute",
         [&session](Stage &stage) {
             auto *sheet = opened<NewAttributeSheet>(stage, session, &stage.prompts());
             Stage::find<QComboBox>(*sheet, u"attributeTypeCombo"_s)->setCurrentIndex(5);
             Stage::type(*sheet, u"attributeNameEdit"_s, u"Why? And who?"_s);
             stage.key(Qt::Key_Tab);
             return sheet;
         }},
        {"duplicates",
         [&session](Stage &stage) {
             const ContactDraft twin{
                 {{ContactField::Role, u"lead"_s}, {ContactField::Name, u"Zoe Twin"_s}}, {}};
             Workspace::done(session.contacts().create(twin));
             Workspace::done(session.contacts().create(twin));
             auto *sheet = opened<DuplicatesSheet>(stage, session);
             Stage::click(*sheet, u"duplicateKindSegments_nameButton"_s);
             if (!QTest::qWaitFor([sheet] { return sheet->groups().model()->rowCount() > 0; }))
                 qFatal("no duplicates were found");
             return sheet;
         }},
        {"company",
         [&session](Stage &stage) {
             auto *sheet =
                 opened<CompanySheet>(stage, session, session.book().companies().first().id);
             if (!QTest::qWaitFor([sheet] {
                     return Stage::find<QWidget>(*sheet, u"companyFacts"_s)->isVisible();
                 }))
                 qFatal("the company did not load");
             return sheet;
         }},
        {"batches",
         [&session](Stage &stage) {
             const BatchesSheet::Wording wording{[&session](const BulkAction &action) {
                                                     return runWords(action, session.book(),
                                                                     QTimeZone::utc());
                                                 },
                                                 [](qint64) { return u"Today, 14:02"_s; }};
             auto *sheet = opened<BatchesSheet>(stage, *session.batchHistory(), wording);
             if (!QTest::qWaitFor(
                     [sheet] { return sheet->picker().list()->model()->rowCount() > 0; }))
                 qFatal("the batches did not load");
             return sheet;
         }},
        {"interrupted",
         [](Stage &stage) {
             BatchSummary batch;
             batch.id = 7;
             batch.name = u"Churned in May"_s;
             batch.applied = 412;
             batch.unknown = 3;
             batch.intended = 85;
             InterruptedSheet::Item item{batch, {batch.action, {}, {}}, u"Today, 14:02"_s};
             item.words.name = batch.name;
             return opened<InterruptedSheet>(stage, QList<InterruptedSheet::Item>{item});
         }},
        {"interrupted-several",
         [](Stage &stage) {
             QList<InterruptedSheet::Item> items;
             for (const BatchId id : {7, 8}) {
                 BatchSummary batch;
                 batch.id = id;
                 batch.applied = 20;
                 batch.intended = 5;
                 items.append({batch, {batch.action, {}, {}}, u"Yesterday, 09:40"_s});
             }
             return opened<InterruptedSheet>(stage, items);
         }},
    };
}

QList<Screen> AllSheetsTest::sessionScreens()
{
    const auto filled = [this](Stage &stage) {
        auto *sheet = opened<ConnectSheet>(stage, m_gate);
        Stage::click(*sheet, u"regionSegments_euButton"_s);
        Stage::find<QLineEdit>(*sheet, u"tokenEdit"_s)->setText(u"dG9rOjEyMzQ1Njc4OTAxMjM="_s);
        return sheet;
    };
    return {
        {"first-run",
         [](Stage &stage) {
             auto *page = new FirstRunPage(stage.theme(), &stage.window());
             page->resize(stage.window().size());
             page->show();
             return page;
         }},
        {"connect", [this](Stage &stage) { return opened<ConnectSheet>(stage, m_gate); }},
        {"connect-open",
         [this](Stage &stage) {
             auto *sheet = opened<ConnectSheet>(stage, m_gate);
             Stage::find<QPushButton>(*sheet, u"advancedButton"_s)->click();
             Stage::find<QPushButton>(*sheet, u"tokenHelpButton"_s)->click();
             return sheet;
         }},
        {"connect-wrong-region",
         [filled](Stage &stage) {
             ConnectSheet *sheet = filled(stage);
             Stage::find<QPushButton>(*sheet, u"testButton"_s)->click();
             if (!QTest::qWaitFor([sheet] { return sheet->message().isVisible(); }))
                 qFatal("no message");
             return sheet;
         }},
        {"new-token",
         [this](Stage &stage) {
             return opened<NewTokenSheet>(stage, m_gate, m_workspace->session());
         }},
        {"sign-out",
         [this](Stage &stage) {
             return opened<SignOutSheet>(stage, m_workspace->session(), stage.prompts(),
                                         SignOut::WipeJournal);
         }},
        {"settings",
         [this](Stage &stage) {
             return opened<SettingsSheet>(stage, m_settings, stage.prompts(),
                                          &m_workspace->session());
         }},
    };
}

QList<Screen> AllSheetsTest::otherScreens()
{
    Session &session = m_workspace->session();
    return {
        {"archived",
         [&session](Stage &stage) {
             auto *view = new ArchivedView(
                 stage.theme(), session.archive(), [&session] { return session.now(); },
                 QTimeZone::utc(), &stage.window());
             view->setGeometry(204, 52, 760, 748);
             view->show();
             if (!QTest::qWaitFor([view] { return view->model().contactCount() > 0; }))
                 qFatal("the archived contacts did not load");
             return view;
         }},
        {"shortcuts",
         [](Stage &stage) {
             QList<ShortcutLine> lines;
             for (const auto &[group, text, key] :
                  {std::tuple{u"Contacts"_s, u"New contact"_s, u"Ctrl+N"_s},
                   {u"Contacts"_s, u"Find"_s, u"Ctrl+F"_s},
                   {u"Contacts"_s, u"Edit"_s, u"Ctrl+E"_s},
                   {u"Contacts"_s, u"Archive"_s, u"Del"_s},
                   {u"Selection"_s, u"Select all"_s, u"Ctrl+A"_s},
                   {u"Selection"_s, u"Select none"_s, u"Ctrl+Shift+A"_s},
                   {u"Window"_s, u"Panel"_s, u"F9"_s},
                   {u"Window"_s, u"Quit"_s, u"Ctrl+Q"_s}})
                 lines.append({group, text, {QKeySequence(key)}});
             return opened<ShortcutsSheet>(stage, lines);
         }},
        {"about", [](Stage &stage) { return opened<AboutSheet>(stage); }},
        {"question",
         [](Stage &stage) -> QWidget * {
             auto *prompts = new WidgetPrompts(stage.theme(), stage.window(), &stage.window());
             static_cast<void>(prompts->confirmDiscard(u"New contact"_s));
             return Sheet::topmostIn(&stage.window());
         }},
    };
}

QList<Screen> AllSheetsTest::screens()
{
    return contactScreens() + lifecycleScreens() + runScreens() + bulkScreens() + sessionScreens() +
           otherScreens();
}

void AllSheetsTest::addScreens()
{
    QTest::addColumn<int>("at");
    for (qsizetype i = 0; i < m_screens.size(); ++i)
        QTest::newRow(m_screens.at(i).name) << static_cast<int>(i);
}

void AllSheetsTest::isUsableByKeyboardAndByEar()
{
    QFETCH(int, at);
    Stage stage;
    QWidget *screen = m_screens.at(at).show(stage);
    const QString problems = accessibilityProblems(*screen);
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems));
    // The keyboard is inside.
    if (qobject_cast<Sheet *>(screen))
        QVERIFY(screen->isAncestorOf(stage.window().focusWidget()));
}

QImage AllSheetsTest::pictureOf(const Screen &screen, Theme::Mode mode,
                                Qt::LayoutDirection direction)
{
    Stage stage;
    stage.theme().setMode(mode);
    qApp->setLayoutDirection(direction);
    screen.show(stage);
    // Each layout asks for the next one by an event.
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::sendPostedEvents();
    const QImage picture = stage.window().grab().toImage();
    qApp->setLayoutDirection(Qt::LeftToRight);
    return picture;
}

void AllSheetsTest::looksLikeSomething()
{
    QFETCH(int, at);
    const Screen &screen = m_screens.at(at);
    const QImage light = pictureOf(screen, Theme::Mode::Light, Qt::LeftToRight);
    const QImage dark = pictureOf(screen, Theme::Mode::Dark, Qt::LeftToRight);
    const QImage mirrored = pictureOf(screen, Theme::Mode::Light, Qt::RightToLeft);
    QVERIFY(light != dark);
    QVERIFY(light != mirrored);
    QSet<QRgb> colours;
    for (int y = 0; y < light.height(); y += 3) {
        for (int x = 0; x < light.width(); x += 3)
            colours.insert(light.pixel(x, y));
    }
    QVERIFY2(colours.size() > 20, "an empty picture");
    const QString folder = qEnvironmentVariable("ROSTER_PICTURES");
    if (folder.isEmpty())
        return;
    const QString base = QDir(folder).filePath(QString::fromLatin1(screen.name));
    QVERIFY(light.save(base + u"-light.png"_s));
    QVERIFY(dark.save(base + u"-dark.png"_s));
    QVERIFY(mirrored.save(base + u"-rtl.png"_s));
}

void AllSheetsTest::auditFindsWhatIsWrong()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *below = new QPushButton(u"&Go"_s, &window);
    auto *above = new QPushButton(u"&Get"_s, &window);
    auto *nameless = new QLineEdit(&window);
    below->setObjectName(u"goButton"_s);
    above->setObjectName(u"goButton"_s);
    column->addWidget(above);
    column->addWidget(nameless);
    column->addWidget(below);
    window.show();
    const QString problems = accessibilityProblems(window);
    QVERIFY2(problems.contains(u"its name is there twice"_s), qPrintable(problems));
    QVERIFY2(problems.contains(u"no accessible name"_s), qPrintable(problems));
    QVERIFY2(problems.contains(u"no name that tells its kind"_s), qPrintable(problems));
    QVERIFY2(problems.contains(u"which is below it"_s), qPrintable(problems));
    QVERIFY2(problems.contains(u"same mnemonic"_s), qPrintable(problems));
}

} // namespace roster

QTEST_MAIN(roster::AllSheetsTest)
#include "tst_allsheets.moc"
