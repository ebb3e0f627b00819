// SPDX-License-Identifier: MIT
// What hangs off a contact, in the panel and over the sandbox: read when it is looked at, told when
// it fails, changed by mouse and keys.
#include "core/service/recordservice.h"
#include "tests/dialogs/rig.h"
#include "ui/panel/contactpanel.h"
#include "ui/panel/panelsection.h"
#include "ui/panel/recordview.h"
#include "ui/record/addnotesheet.h"
#include "ui/record/conversationsheet.h"
#include "ui/record/jsonsheet.h"
#include "ui/record/recordlists.h"
#include "ui/widgets/elidedlabel.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

const QString Notes = u"/contacts/*/notes"_s;
const QString Segments = u"/contacts/*/segments"_s;
const QString Subscriptions = u"/contacts/*/subscriptions"_s;

} // namespace

class TestRecordLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void notesAreShown();
    void noNotesAreNotAskedFor();
    void foldedListsAreNotRead();
    void passingByReadsNothing();
    void aFailureCanBeTriedAgain();
    void anotherContactTakesTheOldAnswersPlace();
    void whatGrewWhileItWasReadIsReadAgain();
    void aNoteIsAdded();
    void aNoteIsNotLost();
    void segmentsAreRead();
    void subscriptionsAreChosen();
    void aRefusedChoiceIsPutBack();
    void aThousandNotes();
    void jsonIsShownAndCopied();

private:
    QByteArray ask(const QByteArray &method, const QString &path, const QByteArray &body = {});
    ContactId create(const QByteArray &email);
    void show(const ContactId &id);
    void unfold(const QString &section);
    template <class W>
    W *part(const QString &name)
    {
        return Stage::find<W>(*m_panel, name);
    }
    QString textOf(const QString &label) { return part<QLabel>(label)->text(); }
    bool has(const QString &name) { return m_panel->findChild<QWidget *>(name) != nullptr; }
    int count(const QByteArray &method, const QString &path)
    {
        return m_workspace->sandbox()->count(method, path);
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Workspace> m_workspace;
    ContactPanel *m_panel = nullptr;
    ContactId m_id;
};

void TestRecordLists::init()
{
    m_stage = std::make_unique<Stage>();
    m_workspace = std::make_unique<Workspace>();
    m_panel = new ContactPanel(m_stage->theme(), &m_stage->window());
    m_panel->setGeometry(900, 0, 340, 800);
    m_panel->setSession(&m_workspace->session());
    auto *lists = new RecordLists({m_stage->theme(), m_workspace->session()}, m_panel->record());
    connect(m_panel, &ContactPanel::contactShown, lists, &RecordLists::setContact);
    m_panel->show();
    ContactService *service = &m_workspace->session().contacts();
    connect(service, &ContactService::contactsStored, m_panel, &ContactPanel::contactsStored);
    m_id = create("lists@x.example");
}

void TestRecordLists::cleanup()
{
    delete m_panel;
    m_workspace.reset();
    m_stage.reset();
}

QByteArray TestRecordLists::ask(const QByteArray &method, const QString &path,
                                const QByteArray &body)
{
    sandbox::Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.contentType = "application/json";
    return QJsonDocument(m_workspace->sandbox()->ask(request).body.toObject()).toJson();
}

ContactId TestRecordLists::create(const QByteArray &email)
{
    const QByteArray made = ask("POST", u"/contacts"_s, R"({"email":")" + email + R"("})");
    return ContactId(QJsonDocument::fromJson(made)[u"id"].toString());
}

//! As the store has it after it was read.
void TestRecordLists::show(const ContactId &id)
{
    (void)Workspace::done(m_workspace->session().contacts().fetch(id));
    m_panel->showContact(id);
    QCOMPARE(m_panel->contactId(), id);
}

void TestRecordLists::unfold(const QString &section)
{
    auto *button = part<PanelSection>(section)->findChild<QToolButton *>();
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestRecordLists::notesAreShown()
{
    ask("POST", u"/contacts/%1/notes"_s.arg(m_id.text()), R"({"body":"<p>Call <b>early</b></p>"})");
    ask("POST", u"/contacts/%1/notes"_s.arg(m_id.text()), R"({"body":"Second"})");
    show(m_id);
    QTRY_VERIFY(has(u"noteBody1"_s));
    const QString both = textOf(u"noteBody0"_s) + textOf(u"noteBody1"_s);
    QVERIFY2(both.contains(u"Call <b>early</b>"_s), qPrintable(both));
    QVERIFY(both.contains(u"Second"_s));
    QVERIFY(part<PanelSection>(u"notesSection"_s)->findChild<QLabel *>()->text() == u"Notes · 2"_s);
}

void TestRecordLists::noNotesAreNotAskedFor()
{
    m_workspace->sandbox()->clearSeen();
    show(m_id);
    QCOMPARE(textOf(u"notesListStatus"_s), u"No notes"_s);
    unfold(u"segmentsSection"_s);
    QTRY_VERIFY(count("GET", Segments) == 1);
    QCOMPARE(count("GET", Notes), 0);
}

void TestRecordLists::foldedListsAreNotRead()
{
    m_workspace->sandbox()->clearSeen();
    show(m_id);
    unfold(u"segmentsSection"_s);
    QTRY_COMPARE(count("GET", Segments), 1);
    QCOMPARE(count("GET", Subscriptions), 0);
    // What was unfolded is read for the next contact too.
    show(create("next@x.example"));
    QTRY_COMPARE(count("GET", Segments), 2);
    QCOMPARE(count("GET", Subscriptions), 0);
}

void TestRecordLists::passingByReadsNothing()
{
    const ContactId next = create("by@x.example");
    (void)Workspace::done(m_workspace->session().contacts().fetch(m_id));
    (void)Workspace::done(m_workspace->session().contacts().fetch(next));
    unfold(u"segmentsSection"_s);
    m_workspace->sandbox()->clearSeen();
    for (int i = 0; i < 5; ++i) {
        m_panel->showContact(m_id);
        m_panel->showContact(next);
    }
    QTRY_COMPARE(count("GET", Segments), 1);
    QCOMPARE(m_workspace->sandbox()->seen().constLast().path,
             u"/contacts/%1/segments"_s.arg(next.text()));
}

void TestRecordLists::aFailureCanBeTriedAgain()
{
    sandbox::FaultRule rule;
    rule.path = Segments;
    rule.action = sandbox::FaultAction::Status;
    rule.status = 403;
    rule.nth = 1;
    m_workspace->setFault(rule);
    show(m_id);
    unfold(u"segmentsSection"_s);
    auto *retry = part<QPushButton>(u"segmentsListRetryButton"_s);
    QTRY_VERIFY(retry->isVisible());
    QVERIFY(!textOf(u"segmentsListStatus"_s).isEmpty());
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_VERIFY(!retry->isVisible());
    QTRY_VERIFY(has(u"segmentLabel"_s) || textOf(u"segmentsListStatus"_s) == u"In no segment"_s);
}

void TestRecordLists::anotherContactTakesTheOldAnswersPlace()
{
    ask("POST", u"/contacts/%1/notes"_s.arg(m_id.text()), R"({"body":"Of the first"})");
    const ContactId next = create("other@x.example");
    ask("POST", u"/contacts/%1/notes"_s.arg(next.text()), R"({"body":"Of the second"})");
    sandbox::FaultRule slow;
    slow.path = u"/contacts/%1/notes"_s.arg(m_id.text());
    slow.method = "GET";
    slow.action = sandbox::FaultAction::Delay;
    slow.delayMs = 800;
    m_workspace->setFault(slow);
    m_workspace->sandbox()->clearSeen();
    show(m_id);
    QTRY_COMPARE(count("GET", Notes), 1);
    show(next);
    QTRY_VERIFY(has(u"noteBody0"_s));
    QVERIFY(textOf(u"noteBody0"_s).contains(u"Of the second"_s));
    QVERIFY(!has(u"noteBody1"_s));
}

void TestRecordLists::whatGrewWhileItWasReadIsReadAgain()
{
    const QString notes = u"/contacts/%1/notes"_s.arg(m_id.text());
    ask("POST", notes, R"({"body":"The first"})");
    sandbox::FaultRule slow;
    slow.path = notes;
    slow.method = "GET";
    slow.nth = 1;
    slow.action = sandbox::FaultAction::Delay;
    slow.delayMs = 800;
    m_workspace->setFault(slow);
    m_workspace->sandbox()->clearSeen();
    show(m_id);
    QTRY_COMPARE(count("GET", Notes), 1);
    ask("POST", notes, R"({"body":"The second"})");
    (void)Workspace::done(m_workspace->session().contacts().fetch(m_id));
    QTRY_VERIFY(has(u"noteBody1"_s));
    QCOMPARE(count("GET", Notes), 2);
}

void TestRecordLists::aNoteIsAdded()
{
    show(m_id);
    auto *sheet = new AddNoteSheet(m_stage->theme(), m_workspace->session(),
                                   {m_id, u"Lists"_s, {}, Role::User}, m_stage->prompts(),
                                   &m_stage->window());
    QSignalSpy added(sheet, &AddNoteSheet::added);
    sheet->open();
    auto *text = Stage::find<QPlainTextEdit>(*sheet, u"noteEdit"_s);
    QVERIFY(text->hasFocus());
    QVERIFY(!Stage::find<QPushButton>(*sheet, u"addNoteButton"_s)->isEnabled());
    QTest::keyClicks(text, u"Prefers <mornings>"_s);
    QTRY_VERIFY(Stage::find<QPushButton>(*sheet, u"addNoteButton"_s)->isEnabled());
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(added.size(), 1);
    (void)Workspace::done(m_workspace->session().contacts().fetch(m_id));
    QTRY_VERIFY(has(u"noteBody0"_s));
    QVERIFY2(textOf(u"noteBody0"_s).contains(u"Prefers &lt;mornings&gt;"_s),
             qPrintable(textOf(u"noteBody0"_s)));
}

void TestRecordLists::aNoteIsNotLost()
{
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = Notes;
    rule.action = sandbox::FaultAction::Status;
    rule.status = 422;
    m_workspace->setFault(rule);
    auto *sheet = new AddNoteSheet(m_stage->theme(), m_workspace->session(),
                                   {m_id, u"Lists"_s, {}, Role::User}, m_stage->prompts(),
                                   &m_stage->window());
    sheet->open();
    auto *text = Stage::find<QPlainTextEdit>(*sheet, u"noteEdit"_s);
    QTest::keyClicks(text, u"Keep me"_s);
    QTRY_VERIFY(Stage::find<QPushButton>(*sheet, u"addNoteButton"_s)->isEnabled());
    Stage::click(*sheet, u"addNoteButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    QCOMPARE(text->toPlainText(), u"Keep me"_s);
    QVERIFY(!text->isReadOnly());
    m_stage->prompts().answer = false;
    sheet->tryClose();
    QTRY_COMPARE(m_stage->prompts().discards, 1);
    QVERIFY(sheet->isVisible());
    delete sheet;
}

void TestRecordLists::segmentsAreRead()
{
    const QByteArray all = ask("GET", u"/contacts/%1/segments"_s.arg(m_id.text()));
    const QJsonArray data = QJsonDocument::fromJson(all)[u"data"].toArray();
    show(m_id);
    unfold(u"segmentsSection"_s);
    QTRY_VERIFY(has(u"segmentLabel"_s) || data.isEmpty());
    QStringList shown;
    for (const ElidedLabel *label : m_panel->findChildren<ElidedLabel *>(u"segmentLabel"_s))
        shown.append(label->fullText());
    QStringList told;
    for (const QJsonValue segment : data)
        told.append(segment[u"name"].toString());
    QCOMPARE(shown, told);
    QVERIFY2(!told.isEmpty(), "the contact is in no segment: nothing was tested");
}

void TestRecordLists::subscriptionsAreChosen()
{
    show(m_id);
    unfold(u"subscriptionsSection"_s);
    QTRY_VERIFY(!m_panel->findChildren<QCheckBox *>().isEmpty());
    for (const QCheckBox *known : m_panel->findChildren<QCheckBox *>()) {
        if (!known->isEnabled())
            continue;
        const QString name = known->objectName();
        const bool before = known->isChecked();
        auto *box = part<QCheckBox>(name);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QTRY_VERIFY(box->isEnabled());
        QCOMPARE(box->isChecked(), !before);
        const QString id = name.section(u'_', 1).chopped(3);
        const QByteArray chosen = ask("GET", u"/contacts/%1/subscriptions"_s.arg(m_id.text()));
        QVERIFY2(chosen.contains("\"" + id.toUtf8() + "\""), chosen.constData());
    }
}

void TestRecordLists::aRefusedChoiceIsPutBack()
{
    show(m_id);
    unfold(u"subscriptionsSection"_s);
    QTRY_VERIFY(!m_panel->findChildren<QCheckBox *>().isEmpty());
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = Subscriptions;
    rule.action = sandbox::FaultAction::Status;
    rule.status = 422;
    m_workspace->setFault(rule);
    auto *box = m_panel->findChildren<QCheckBox *>().constFirst();
    const bool before = box->isChecked();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(!box->isEnabled());
    QTRY_VERIFY(box->isEnabled());
    QCOMPARE(box->isChecked(), before);
    QVERIFY(part<QLabel>(u"subscriptionsListStatus"_s)->isVisible());
}

void TestRecordLists::aThousandNotes()
{
    for (int i = 0; i < 1000; ++i)
        ask("POST", u"/contacts/%1/notes"_s.arg(m_id.text()), R"({"body":"n"})");
    show(m_id);
    QTRY_VERIFY(has(u"noteBody199"_s));
    QVERIFY(!has(u"noteBody200"_s));
    bool isSaid = false;
    for (const QLabel *label : m_panel->findChildren<QLabel *>())
        isSaid = isSaid || label->text() == u"and 800 older notes"_s;
    QVERIFY(isSaid);
}

void TestRecordLists::jsonIsShownAndCopied()
{
    const QByteArray record = R"({"b":"<i>x</i>","a":")" + QByteArray(5000, 'y') + R"("})";
    auto *sheet = new JsonSheet(m_stage->theme(), u"Ada"_s, record, &m_stage->window());
    sheet->open();
    auto *text = Stage::find<QPlainTextEdit>(*sheet, u"jsonText"_s);
    QVERIFY(text->isReadOnly());
    QVERIFY(text->toPlainText().contains(u"<i>x</i>"_s));
    QVERIFY(text->toPlainText().size() < 4000);
    Stage::click(*sheet, u"copyJsonButton"_s);
    QCOMPARE(QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()),
             QJsonDocument::fromJson(record));
    sheet->tryClose();
    QTRY_VERIFY(!Sheet::topmostIn(&m_stage->window()));
}

QTEST_MAIN(TestRecordLists)
#include "tst_recordlists.moc"
