// SPDX-License-Identifier: MIT
#include "tests/dialogs/rig.h"
#include "ui/edit/conflictsheet.h"
#include "ui/edit/contactdialog.h"
#include "ui/edit/contactform.h"
#include "ui/widgets/choicecell.h"
#include "ui/widgets/comparegrid.h"
#include "ui/widgets/elidedlabel.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace roster {

using namespace roster::test;

//! Somebody else saves what is being edited here: by real keys and clicks, against a sandbox over
//! real HTTP.
class EditConflictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void showsWhatDiffersAndSavesWhatIsChosen();
    void isDoneByKeyboardAlone();
    void keepsAllTheirs();
    void returnDoesNotOverwriteAnybody();
    void goesBackToEditing();
    void tellsWhenItChangedAgain();
    void mergesWhatDoesNotOverlap();
    void tellsInTheFormWhatElseWentWrong();
    void saysWhenAndHowMany();
    void showsHostileTextsAsTheyAre();

private:
    Contact freshUser();
    ContactDialog *openEdit(const Contact &contact);
    void saveIntoConflict(ContactDialog &dialog);
    ConflictSheet *conflict() const;
    ChoiceCell *cell(const QString &name) const;
    QString label(const QString &name) const;
    QPushButton *saveChoices() const;
    QJsonObject lastPut();
    Contact truth(const ContactId &id);

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Stage> m_stage;
    int m_users = 0;
};

void EditConflictTest::initTestCase()
{
    m_workspace = std::make_unique<Workspace>();
}

void EditConflictTest::init()
{
    m_stage.reset();
    m_stage = std::make_unique<Stage>();
    m_workspace->sandbox()->setFaults({});
    m_workspace->sandbox()->setLatency(0);
    m_workspace->sandbox()->clearSeen();
}

//! Somebody whom no other test has changed.
Contact EditConflictTest::freshUser()
{
    ContactDraft draft;
    draft.fields = {{ContactField::Role, u"user"_s},
                    {ContactField::Name, u"Grace Hopper"_s},
                    {ContactField::Email, u"grace%1@navy.example"_s.arg(++m_users)},
                    {ContactField::Phone, u"+1 212 555 0100"_s}};
    draft.customAttributes.insert(u"plan"_s, u"Free"_s);
    const Contact made = Workspace::done(m_workspace->session().contacts().create(draft));
    m_workspace->sandbox()->clearSeen();
    return made;
}

ContactDialog *EditConflictTest::openEdit(const Contact &contact)
{
    auto *dialog = new ContactDialog(m_stage->theme(), m_workspace->session(), m_stage->prompts(),
                                     contact, &m_stage->window());
    dialog->open();
    return dialog;
}

void EditConflictTest::saveIntoConflict(ContactDialog &dialog)
{
    QVERIFY(Stage::find<QPushButton>(dialog, u"saveButton"_s)->isEnabled());
    Stage::click(dialog, u"saveButton"_s);
    QTRY_VERIFY(conflict() && conflict()->isVisible());
    QVERIFY(!dialog.isVisible());
    QCOMPARE(m_workspace->sandbox()->count("PUT", u"/contacts/*"_s), 0);
}

ConflictSheet *EditConflictTest::conflict() const
{
    const auto sheets = m_stage->window().findChildren<ConflictSheet *>();
    for (ConflictSheet *sheet : sheets) {
        if (sheet->isVisible())
            return sheet;
    }
    return nullptr;
}

ChoiceCell *EditConflictTest::cell(const QString &name) const
{
    return Stage::find<ChoiceCell>(*conflict(), name);
}

QString EditConflictTest::label(const QString &name) const
{
    return Stage::find<ElidedLabel>(*conflict(), name)->fullText();
}

QPushButton *EditConflictTest::saveChoices() const
{
    return Stage::find<QPushButton>(*conflict(), u"saveChoicesButton"_s);
}

QJsonObject EditConflictTest::lastPut()
{
    QByteArray body;
    for (const sandbox::SeenRequest &request : m_workspace->sandbox()->seen()) {
        if (request.method == "PUT")
            body = request.body;
    }
    return QJsonDocument::fromJson(body).object();
}

Contact EditConflictTest::truth(const ContactId &id)
{
    return Workspace::done(m_workspace->session().contacts().fetch(id));
}

void EditConflictTest::showsWhatDiffersAndSavesWhatIsChosen()
{
    const Contact before = freshUser();
    ContactDialog *dialog = openEdit(before);
    QSignalSpy saved(dialog, &ContactDialog::saved);
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 212 555 0170"_s);
    Stage::type(*dialog, u"nameEdit"_s, u"Amazing Grace"_s);
    auto *plan = Stage::find<QWidget>(*dialog, u"attribute_planCombo"_s);
    plan->setFocus();
    QTest::keyClick(plan, Qt::Key_End);
    const QString myPlan =
        dialog->form().binder().patch().customAttributes.value(u"plan"_s).toString();
    QVERIFY(!myPlan.isEmpty());
    m_workspace->changeElsewhere(before.id,
                                 R"({"phone":"+1 212 555 0199","email":"grace@elsewhere.example",)"
                                 R"("custom_attributes":{"plan":null,"seats":7}})");
    saveIntoConflict(*dialog);
    // A row to each place that both changed: the name is mine alone, email and seats theirs alone.
    QCOMPARE(conflict()->findChild<CompareGrid *>()->rowCount(), 2);
    QVERIFY(conflict()->title().startsWith(u"Grace Hopper changed"_s));
    QCOMPARE(label(u"phone_beforeLabel"_s), u"+1 212 555 0100"_s);
    QCOMPARE(cell(u"phone_theirsButton"_s)->value(), u"+1 212 555 0199"_s);
    QCOMPARE(cell(u"phone_yoursButton"_s)->value(), u"+1 212 555 0170"_s);
    QCOMPARE(cell(u"phone_theirsButton"_s)->accessibleName(), u"Phone, theirs: +1 212 555 0199"_s);
    QCOMPARE(label(u"attribute_plan_beforeLabel"_s), u"Free"_s);
    QCOMPARE(cell(u"attribute_plan_theirsButton"_s)->value(), u"Empty"_s);
    QCOMPARE(cell(u"attribute_plan_yoursButton"_s)->value(), myPlan);
    // One choice to a row, and each row needs one.
    QVERIFY(!saveChoices()->isEnabled());
    Stage::click(*conflict(), u"phone_theirsButton"_s);
    Stage::click(*conflict(), u"phone_yoursButton"_s);
    QVERIFY(cell(u"phone_yoursButton"_s)->isChecked());
    QVERIFY(!cell(u"phone_theirsButton"_s)->isChecked());
    QVERIFY(!saveChoices()->isEnabled());
    Stage::click(*conflict(), u"attribute_plan_theirsButton"_s);
    QVERIFY(saveChoices()->isEnabled());
    QPointer<ConflictSheet> sheet = conflict();
    Stage::click(*conflict(), u"saveChoicesButton"_s);
    QTRY_COMPARE(saved.size(), 1);
    QTRY_VERIFY(sheet.isNull());
    const QJsonObject sent{{u"phone"_s, u"+1 212 555 0170"_s}, {u"name"_s, u"Amazing Grace"_s}};
    QCOMPARE(lastPut(), sent);
    const Contact after = truth(before.id);
    QCOMPARE(after.text(ContactField::Phone), u"+1 212 555 0170"_s);
    QCOMPARE(after.name(), u"Amazing Grace"_s);
    QCOMPARE(after.email(), u"grace@elsewhere.example"_s);
    QVERIFY(after.customAttributes.value(u"plan"_s).isNull());
    QCOMPARE(after.customAttributes.value(u"seats"_s), QJsonValue(7));
}

void EditConflictTest::isDoneByKeyboardAlone()
{
    const Contact before = freshUser();
    ContactDialog *dialog = openEdit(before);
    QSignalSpy saved(dialog, &ContactDialog::saved);
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 212 555 0170"_s);
    Stage::type(*dialog, u"nameEdit"_s, u"Mine"_s);
    m_workspace->changeElsewhere(before.id, R"({"phone":"+1 212 555 0199","name":"Theirs"})");
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(conflict() && conflict()->isVisible());
    const auto focus = [this] { return m_stage->window().focusWidget()->objectName(); };
    QCOMPARE(focus(), u"name_theirsButton"_s);
    m_stage->key(Qt::Key_Down);
    QCOMPARE(focus(), u"phone_theirsButton"_s);
    m_stage->key(Qt::Key_Right);
    QCOMPARE(focus(), u"phone_yoursButton"_s);
    QVERIFY(cell(u"phone_yoursButton"_s)->isChecked());
    m_stage->key(Qt::Key_Left);
    QVERIFY(cell(u"phone_theirsButton"_s)->isChecked());
    // Saving too early leads to the row that is still open.
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(conflict()->message().isVisible());
    QCOMPARE(focus(), u"name_theirsButton"_s);
    QVERIFY(!cell(u"name_theirsButton"_s)->isChecked());
    // Tab goes from row to row, Space and the arrows choose.
    m_stage->key(Qt::Key_Tab);
    QCOMPARE(focus(), u"phone_theirsButton"_s);
    m_stage->key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(focus(), u"name_theirsButton"_s);
    m_stage->key(Qt::Key_Space);
    QVERIFY(cell(u"name_theirsButton"_s)->isChecked());
    m_stage->key(Qt::Key_Right);
    QVERIFY(cell(u"name_yoursButton"_s)->isChecked());
    m_stage->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(saved.size(), 1);
    const Contact after = truth(before.id);
    QCOMPARE(after.name(), u"Mine"_s);
    QCOMPARE(after.text(ContactField::Phone), u"+1 212 555 0199"_s);
}

void EditConflictTest::keepsAllTheirs()
{
    const Contact before = freshUser();
    QPointer<ContactDialog> dialog = openEdit(before);
    QSignalSpy left(dialog, &ContactDialog::leftAsTheirs);
    QSignalSpy saved(dialog, &ContactDialog::saved);
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 212 555 0170"_s);
    m_workspace->changeElsewhere(before.id, R"({"phone":"+1 212 555 0199"})");
    saveIntoConflict(*dialog);
    Stage::click(*conflict(), u"keepAllTheirsButton"_s);
    QVERIFY(cell(u"phone_theirsButton"_s)->isChecked());
    QVERIFY(conflict()->isVisible());
    m_stage->key(Qt::Key_Return);
    QTRY_COMPARE(left.size(), 1);
    // There was nothing left to send, and nobody says that something was saved.
    QCOMPARE(saved.size(), 0);
    QCOMPARE(m_workspace->sandbox()->count("PUT", u"/contacts/*"_s), 0);
    QTRY_VERIFY(dialog.isNull());
    QVERIFY(!conflict());
}

void EditConflictTest::returnDoesNotOverwriteAnybody()
{
    const Contact before = freshUser();
    ContactDialog *dialog = openEdit(before);
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 212 555 0170"_s);
    m_workspace->changeElsewhere(before.id, R"({"phone":"+1 212 555 0199"})");
    saveIntoConflict(*dialog);
    // Return twice, as somebody does who reads nothing: the first cell is theirs.
    m_stage->key(Qt::Key_Return);
    m_stage->key(Qt::Key_Return);
    QVERIFY(cell(u"phone_theirsButton"_s)->isChecked());
    QCOMPARE(m_workspace->sandbox()->count("PUT", u"/contacts/*"_s), 0);
    QCOMPARE(truth(before.id).text(ContactField::Phone), u"+1 212 555 0199"_s);
}

void EditConflictTest::goesBackToEditing()
{
    const Contact before = freshUser();
    ContactDialog *dialog = openEdit(before);
    QSignalSpy saved(dialog, &ContactDialog::saved);
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 212 555 0170"_s);
    m_workspace->changeElsewhere(before.id, R"({"phone":"+1 212 555 0199"})");
    saveIntoConflict(*dialog);
    m_stage->key(Qt::Key_Escape);
    QTRY_VERIFY(!conflict());
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_stage->window().focusWidget()->objectName(), u"phoneEdit"_s);
    QCOMPARE(Stage::find<QLineEdit>(*dialog, u"phoneEdit"_s)->text(), u"+1 212 555 0170"_s);
    QCOMPARE(m_stage->prompts().discards, 0);
    // Nothing was decided, so that it is asked again.
    saveIntoConflict(*dialog);
    Stage::click(*conflict(), u"cancelButton"_s);
    QVERIFY(dialog->isVisible());
    // What is as theirs is in nobody's way.
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 212 555 0199"_s);
    Stage::type(*dialog, u"nameEdit"_s, u"Admiral"_s);
    Stage::click(*dialog, u"saveButton"_s);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(truth(before.id).name(), u"Admiral"_s);
}

void EditConflictTest::tellsWhenItChangedAgain()
{
    const Contact before = freshUser();
    ContactDialog *dialog = openEdit(before);
    QSignalSpy saved(dialog, &ContactDialog::saved);
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 212 555 0170"_s);
    Stage::type(*dialog, u"nameEdit"_s, u"Mine"_s);
    m_workspace->changeElsewhere(before.id, R"({"phone":"+1 212 555 0199","name":"Theirs"})");
    saveIntoConflict(*dialog);
    Stage::click(*conflict(), u"name_theirsButton"_s);
    Stage::click(*conflict(), u"phone_yoursButton"_s);
    m_workspace->changeElsewhere(before.id, R"({"phone":"+1 212 555 0200"})");
    Stage::click(*conflict(), u"saveChoicesButton"_s);
    QTRY_VERIFY(conflict()->message().isVisible());
    QVERIFY(conflict()->message().text().contains(u"changed again"_s));
    QCOMPARE(m_workspace->sandbox()->count("PUT", u"/contacts/*"_s), 0);
    // Only what differs now, and nothing chosen.
    QCOMPARE(conflict()->findChild<CompareGrid *>()->rowCount(), 1);
    QCOMPARE(cell(u"phone_theirsButton"_s)->value(), u"+1 212 555 0200"_s);
    QCOMPARE(label(u"phone_beforeLabel"_s), u"+1 212 555 0199"_s);
    QVERIFY(!saveChoices()->isEnabled());
    Stage::click(*conflict(), u"phone_yoursButton"_s);
    Stage::click(*conflict(), u"saveChoicesButton"_s);
    QTRY_COMPARE(saved.size(), 1);
    const Contact after = truth(before.id);
    QCOMPARE(after.text(ContactField::Phone), u"+1 212 555 0170"_s);
    QCOMPARE(after.name(), u"Theirs"_s);
}

void EditConflictTest::mergesWhatDoesNotOverlap()
{
    const Contact before = freshUser();
    ContactDialog *dialog = openEdit(before);
    QSignalSpy saved(dialog, &ContactDialog::saved);
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 212 555 0170"_s);
    m_workspace->changeElsewhere(
        before.id, R"({"name":"Theirs","custom_attributes":{"plan":"Elsewhere","seats":9}})");
    Stage::click(*dialog, u"saveButton"_s);
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(!conflict());
    const Contact after = truth(before.id);
    QCOMPARE(after.text(ContactField::Phone), u"+1 212 555 0170"_s);
    QCOMPARE(after.name(), u"Theirs"_s);
    QCOMPARE(after.customAttributes.value(u"plan"_s), QJsonValue(u"Elsewhere"_s));
}

void EditConflictTest::tellsInTheFormWhatElseWentWrong()
{
    const Contact before = freshUser();
    ContactDialog *dialog = openEdit(before);
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 212 555 0170"_s);
    m_workspace->changeElsewhere(before.id, R"({"phone":"+1 212 555 0199"})");
    saveIntoConflict(*dialog);
    sandbox::FaultRule rule;
    rule.method = "PUT";
    rule.path = u"/contacts/*"_s;
    rule.nth = 1;
    rule.status = 422;
    rule.body = R"({"type":"error.list","request_id":"r","errors":[{"code":"parameter_invalid",)"
                R"("message":"That is <b>odd</b>","field":"phone"}]})";
    m_workspace->setFault(rule);
    Stage::click(*conflict(), u"phone_yoursButton"_s);
    Stage::click(*conflict(), u"saveChoicesButton"_s);
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(!conflict());
    auto *field = Stage::find<FormField>(*dialog, u"phoneField"_s);
    QTRY_VERIFY(field->problem().contains(u"That is <b>odd</b>"_s));
    QCOMPARE(m_stage->window().focusWidget()->objectName(), u"phoneEdit"_s);
    QCOMPARE(Stage::find<QLineEdit>(*dialog, u"phoneEdit"_s)->text(), u"+1 212 555 0170"_s);
}

void EditConflictTest::saysWhenAndHowMany()
{
    ConflictSheet sheet(m_stage->theme(),
                        ValueWords(m_workspace->session().book(), QTimeZone::utc()),
                        &m_stage->window());
    Contact theirs = m_workspace->someone(Role::User);
    theirs.fields[ContactField::UpdatedAt] = qint64(1'700'000'000);
    const FieldConflict phone{{ContactField::Phone}, u"1"_s, u"2"_s, u"3"_s};
    const FieldConflict owner{{ContactField::Owner}, QJsonValue::Null, u"7"_s, QJsonValue::Null};
    const FieldConflict signedUp{{ContactField::SignedUpAt}, QJsonValue::Null, 1'700'000'000, 0};
    const FieldConflict flag{{ContactField::UnsubscribedFromEmails}, QJsonValue::Null, true, false};
    sheet.setConflicts(theirs, {phone, owner, signedUp, flag}, 1'700'000'040);
    const QString subtitle = sheet.accessibleDescription();
    QVERIFY2(subtitle.contains(u"saved elsewhere 40 s ago"_s), qPrintable(subtitle));
    QVERIFY2(subtitle.contains(u"4 fields differ"_s), qPrintable(subtitle));
    QVERIFY2(subtitle.contains(u"Everything else was merged."_s), qPrintable(subtitle));
    const auto value = [&sheet](const QString &name) {
        return Stage::find<ChoiceCell>(sheet, name)->value();
    };
    // As the form shows them.
    QCOMPARE(value(u"owner_id_yoursButton"_s), u"No owner"_s);
    QCOMPARE(value(u"unsubscribed_from_emails_theirsButton"_s), u"Yes"_s);
    QCOMPARE(value(u"unsubscribed_from_emails_yoursButton"_s), u"No"_s);
    QVERIFY(value(u"signed_up_at_theirsButton"_s).contains(u"2023"_s));
    sheet.setConflicts(theirs, {phone}, 1'700'007'300);
    QVERIFY(sheet.accessibleDescription().contains(u"2 h ago"_s));
    QVERIFY(sheet.accessibleDescription().contains(u"One field differs"_s));
    theirs.fields.erase(ContactField::UpdatedAt);
    sheet.setConflicts(theirs, {phone}, 1'700'007'300);
    QVERIFY(sheet.accessibleDescription().contains(u"saved elsewhere meanwhile"_s));
}

void EditConflictTest::showsHostileTextsAsTheyAre()
{
    const QString markup = u"<b>bold</b><img src='file:///etc/passwd'>"_s;
    const QString turned = u"\u202Egnp.exe\u202C & co"_s;
    const QString huge(100'000, u'W');
    Contact theirs;
    theirs.fields[ContactField::Name] = turned + huge;
    auto *sheet = new ConflictSheet(m_stage->theme(),
                                    ValueWords(m_workspace->session().book(), QTimeZone::utc()),
                                    &m_stage->window());
    sheet->setConflicts(theirs,
                        {{{ContactField::Name}, markup, turned, huge},
                         {{ContactField::CustomAttributes, u"<i>&odd</i>"_s},
                          u"two\nlines"_s,
                          QJsonObject{{u"a"_s, 1}},
                          huge}},
                        0);
    sheet->open();
    QCOMPARE(label(u"name_beforeLabel"_s), markup);
    for (const QLabel *each : sheet->findChildren<QLabel *>())
        QVERIFY2(each->textFormat() == Qt::PlainText, qPrintable(each->objectName()));
    // What turns the direction of writing stays out of the sentence around it.
    QVERIFY(!sheet->title().contains(QChar(0x202E)));
    QVERIFY(sheet->title().size() < 200);
    const ChoiceCell *mine = cell(u"name_yoursButton"_s);
    QCOMPARE(mine->value(), huge);
    QVERIFY(mine->accessibleName().size() < 600);
    QVERIFY(mine->toolTip().size() < 1100);
    QVERIFY(sheet->cardGeometry().width() <= 740);
    QVERIFY(mine->geometry().right() <= mine->parentWidget()->width());
    QCOMPARE(cell(u"attribute_<i>&odd</i>_theirsButton"_s)->value(), u"{\"a\":1}"_s);
    // Three columns of one width, whatever stands in them.
    QVERIFY(qAbs(cell(u"name_theirsButton"_s)->width() - mine->width()) <= 2);
}

} // namespace roster

QTEST_MAIN(roster::EditConflictTest)
#include "tst_editconflict.moc"
