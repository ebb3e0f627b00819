// SPDX-License-Identifier: MIT
#include "tests/dialogs/rig.h"
#include "ui/edit/contactdialog.h"
#include "ui/edit/contactform.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace roster {

using namespace roster::test;

//! Create and edit, by real keys and clicks, against a sandbox over real HTTP.
class ContactDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void createsByKeyboardAlone();
    void createsALeadWithAttributes();
    void holdsSaveBackUntilItIsValid();
    void explainsWhySaveIsOff();
    void offersTheHolderOfAnEmail();
    void offersToRestoreAnArchivedHolder();
    void restoresAndLosesNothing();
    void keepsWhatWasTypedWhenRestoringFails();
    void putsServerErrorAtItsField();
    void keepsTextOnServerTrouble();
    void createsOnceWhenTheAnswerIsLost();
    void stopsWhatRuns();
    void editsOnlyWhatChanged();
    void editsNothingTwice();
    void editPutsServerErrorAtItsField();
    void asksBeforeTypedTextIsLost();
    void closesAtOnceWhenNothingIsTyped();

private:
    ContactDialog *openNew();
    ContactDialog *openEdit(const Contact &contact);
    void startSaving(ContactDialog &dialog);
    static FormField *field(ContactDialog &dialog, const QString &name);
    static QPushButton *save(ContactDialog &dialog);
    QByteArray fieldErrorBody(const QByteArray &fieldName) const;

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Stage> m_stage;
};

void ContactDialogTest::initTestCase()
{
    m_workspace = std::make_unique<Workspace>();
}

void ContactDialogTest::init()
{
    m_stage.reset();
    m_stage = std::make_unique<Stage>();
    m_workspace->sandbox()->setFaults({});
    m_workspace->sandbox()->setLatency(0);
    m_workspace->sandbox()->clearSeen();
}

ContactDialog *ContactDialogTest::openNew()
{
    auto *dialog = new ContactDialog(m_stage->theme(), m_workspace->session(), m_stage->prompts(),
                                     &m_stage->window());
    dialog->open();
    return dialog;
}

ContactDialog *ContactDialogTest::openEdit(const Contact &contact)
{
    auto *dialog = new ContactDialog(m_stage->theme(), m_workspace->session(), m_stage->prompts(),
                                     contact, &m_stage->window());
    dialog->open();
    return dialog;
}

FormField *ContactDialogTest::field(ContactDialog &dialog, const QString &name)
{
    return Stage::find<FormField>(dialog, name);
}

QPushButton *ContactDialogTest::save(ContactDialog &dialog)
{
    return Stage::find<QPushButton>(dialog, u"saveButton"_s);
}

void ContactDialogTest::startSaving(ContactDialog &dialog)
{
    QVERIFY(save(dialog)->isEnabled());
    Stage::click(dialog, u"saveButton"_s);
    QVERIFY(dialog.isBusy());
}

QByteArray ContactDialogTest::fieldErrorBody(const QByteArray &fieldName) const
{
    return R"({"type":"error.list","request_id":"005jsrmatie9k4jdebg0","errors":[{"code":)"
           R"("parameter_invalid","message":"That is <b>odd</b>","field":")" +
           fieldName + R"("}]})";
}

void ContactDialogTest::createsByKeyboardAlone()
{
    ContactDialog *dialog = openNew();
    QSignalSpy saved(dialog, &ContactDialog::saved);
    QSignalSpy dismissed(dialog, &Sheet::dismissed);
    // The keyboard is in the email field; Tab goes on to name and phone.
    QTest::keyClicks(m_stage->window().focusWidget(), u"evelyn.boyd+1@fisk.example"_s);
    m_stage->key(Qt::Key_Tab);
    QTest::keyClicks(m_stage->window().focusWidget(), u"Evelyn Boyd"_s);
    m_stage->key(Qt::Key_Tab);
    QTest::keyClicks(m_stage->window().focusWidget(), u"+44 20 7946 0958"_s);
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(dismissed.size(), 1);
    const auto contact = saved.constFirst().constFirst().value<Contact>();
    QCOMPARE(contact.email(), u"evelyn.boyd+1@fisk.example"_s);
    QCOMPARE(contact.name(), u"Evelyn Boyd"_s);
    QCOMPARE(contact.text(ContactField::Phone), u"+44 20 7946 0958"_s);
    QCOMPARE(contact.role(), Role::User);
    QVERIFY(m_workspace->session().book().contact(contact.id).has_value());
    QCOMPARE(m_workspace->sandbox()->count("POST", u"/contacts"_s), 1);
}

void ContactDialogTest::createsALeadWithAttributes()
{
    ContactDialog *dialog = openNew();
    QSignalSpy saved(dialog, &ContactDialog::saved);
    Stage::click(*dialog, u"roleSegments_leadButton"_s);
    Stage::type(*dialog, u"nameEdit"_s, u"Visitor"_s);
    Stage::click(*dialog, u"moreFieldsButton"_s);
    QVERIFY(dialog->form().isMoreShown());
    // One attribute of each type that the workspace has, the way a person would enter it.
    QHash<QString, QJsonValue> wanted;
    for (const DataAttribute &attribute : m_workspace->session().book().attributes()) {
        const QString base = u"attribute_"_s + attribute.name;
        if (!attribute.isWritable || attribute.isArchived)
            continue;
        if (attribute.type == AttributeType::Integer) {
            Stage::find<QLineEdit>(*dialog, base + u"Edit"_s)->setFocus();
            QTest::keyClicks(Stage::find<QLineEdit>(*dialog, base + u"Edit"_s), u"12"_s);
            wanted.insert(attribute.name, 12);
        } else if (attribute.type == AttributeType::Flag) {
            auto *yes = Stage::find<QWidget>(*dialog, base + u"Segments_trueButton"_s);
            yes->setFocus();
            QTest::keyClick(yes, Qt::Key_Space);
            wanted.insert(attribute.name, true);
        }
    }
    QVERIFY(wanted.size() >= 2);
    m_stage->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(saved.size(), 1);
    const auto contact = saved.constFirst().constFirst().value<Contact>();
    QCOMPARE(contact.role(), Role::Lead);
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        QCOMPARE(contact.customAttributes.value(it.key()), it.value());
}

void ContactDialogTest::holdsSaveBackUntilItIsValid()
{
    ContactDialog *dialog = openNew();
    QVERIFY(!save(*dialog)->isEnabled());
    Stage::type(*dialog, u"emailEdit"_s, u"evelyn"_s);
    QVERIFY(!save(*dialog)->isEnabled());
    Stage::type(*dialog, u"phoneEdit"_s, u"call me"_s);
    QVERIFY(field(*dialog, u"emailField"_s)->hasProblem());
    QVERIFY(field(*dialog, u"phoneField"_s)->hasProblem());
    Stage::type(*dialog, u"emailEdit"_s, u"evelyn@fisk.example"_s);
    QVERIFY(!field(*dialog, u"emailField"_s)->hasProblem());
    QVERIFY(!save(*dialog)->isEnabled());
    Stage::type(*dialog, u"phoneEdit"_s, QString());
    QVERIFY(save(*dialog)->isEnabled());
    QCOMPARE(m_workspace->sandbox()->count("*", u"**"_s), 0);
}

void ContactDialogTest::explainsWhySaveIsOff()
{
    ContactDialog *dialog = openNew();
    Stage::type(*dialog, u"nameEdit"_s, u"Evelyn"_s);
    QVERIFY(!field(*dialog, u"emailField"_s)->hasProblem());
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(field(*dialog, u"emailField"_s)->problem().contains(u"email or an external id"_s));
    QCOMPARE(m_stage->window().focusWidget()->objectName(), u"emailEdit"_s);
    QVERIFY(!dialog->isBusy());
}

void ContactDialogTest::offersTheHolderOfAnEmail()
{
    const Contact holder = m_workspace->someoneByEmail();
    // Taken for whoever comes without an external id.
    ContactDialog *dialog = openNew();
    QSignalSpy open(dialog, &ContactDialog::openRequested);
    Stage::type(*dialog, u"nameEdit"_s, u"Somebody"_s);
    Stage::type(*dialog, u"emailEdit"_s, holder.email());
    startSaving(*dialog);
    QTRY_VERIFY(field(*dialog, u"emailField"_s)->hasProblem());
    const QString problem = field(*dialog, u"emailField"_s)->problem();
    QVERIFY2(problem.contains(holder.label()), qPrintable(problem));
    QVERIFY(!save(*dialog)->isEnabled());
    QCOMPARE(Stage::find<QLineEdit>(*dialog, u"nameEdit"_s)->text(), u"Somebody"_s);
    // Open it: asks for what is typed, then hands over.
    auto *line = Stage::find<QLabel>(*dialog, u"emailFieldProblem"_s);
    Q_EMIT line->linkActivated(u"open"_s);
    QTRY_COMPARE(open.size(), 1);
    QCOMPARE(open.constFirst().constFirst().value<ContactId>(), holder.id);
    QCOMPARE(m_stage->prompts().discards, 1);
}

void ContactDialogTest::offersToRestoreAnArchivedHolder()
{
    const Contact holder = m_workspace->someoneByEmail();
    Workspace::done(m_workspace->session().contacts().archive(Workspace::target(holder)));
    ContactDialog *dialog = openNew();
    QSignalSpy look(dialog, &ContactDialog::lookRequested);
    Stage::type(*dialog, u"emailEdit"_s, holder.email());
    startSaving(*dialog);
    // The name and the time come from the journal.
    QTRY_VERIFY(field(*dialog, u"emailField"_s)->problem().contains(holder.label()));
    QVERIFY(field(*dialog, u"emailField"_s)->problem().startsWith(u"An archived contact"_s));
    m_stage->prompts().answer = false;
    auto *line = Stage::find<QLabel>(*dialog, u"emailFieldProblem"_s);
    Q_EMIT line->linkActivated(u"look"_s);
    QTRY_COMPARE(m_stage->prompts().discards, 1);
    QVERIFY(dialog->isVisible());
    QCOMPARE(look.size(), 0);
    // Another email ends the conflict.
    Stage::type(*dialog, u"emailEdit"_s, u"free@fisk.example"_s);
    QVERIFY(!field(*dialog, u"emailField"_s)->hasProblem());
    QVERIFY(save(*dialog)->isEnabled());
    Workspace::done(m_workspace->session().contacts().restore(Workspace::target(holder)));
}

void ContactDialogTest::restoresAndLosesNothing()
{
    const Contact holder = m_workspace->someoneByEmail();
    Workspace::done(m_workspace->session().contacts().archive(Workspace::target(holder)));
    ContactDialog *dialog = openNew();
    QSignalSpy rescued(dialog, &ContactDialog::rescued);
    QSignalSpy runs(dialog, &ContactDialog::runStarted);
    QSignalSpy dismissed(dialog, &Sheet::dismissed);
    Stage::type(*dialog, u"emailEdit"_s, holder.email());
    Stage::type(*dialog, u"nameEdit"_s, u"Typed <b>just now</b>"_s);
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 212 555 0142"_s);
    startSaving(*dialog);
    QTRY_VERIFY(field(*dialog, u"emailField"_s)->problem().contains(holder.label()));
    Q_EMIT Stage::find<QLabel>(*dialog, u"emailFieldProblem"_s)->linkActivated(u"restore"_s);
    QVERIFY(dialog->isBusy());
    QTRY_COMPARE(rescued.size(), 1);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(dismissed.size(), 1);
    QCOMPARE(m_stage->prompts().discards, 0);
    // The window goes on with an edit of the restored contact.
    const auto restored = rescued.constFirst().at(0).value<Contact>();
    const auto typed = rescued.constFirst().at(1).value<ContactDraft>();
    QCOMPARE(restored.id, holder.id);
    ContactDialog *edit = openEdit(restored);
    QVERIFY(edit->fillIn(typed));
    QVERIFY(edit->message().text().contains(u"not saved yet"_s));
    QCOMPARE(Stage::find<QLineEdit>(*edit, u"nameEdit"_s)->text(), u"Typed <b>just now</b>"_s);
    // What is typed and not saved is not thrown away by Escape.
    m_stage->prompts().answer = false;
    m_stage->key(Qt::Key_Escape);
    QTRY_COMPARE(m_stage->prompts().discards, 1);
    QSignalSpy saved(edit, &ContactDialog::saved);
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(saved.size(), 1);
    const auto after = saved.constFirst().constFirst().value<Contact>();
    QCOMPARE(after.name(), u"Typed <b>just now</b>"_s);
    QCOMPARE(after.text(ContactField::Phone), u"+1 212 555 0142"_s);
    // Nothing else of the restored contact was touched.
    QCOMPARE(after.customAttributes, holder.customAttributes);
    QCOMPARE(after.owner(), holder.owner());
}

void ContactDialogTest::keepsWhatWasTypedWhenRestoringFails()
{
    const Contact holder = m_workspace->someoneByEmail();
    Workspace::done(m_workspace->session().contacts().archive(Workspace::target(holder)));
    ContactDialog *dialog = openNew();
    QSignalSpy rescued(dialog, &ContactDialog::rescued);
    Stage::type(*dialog, u"emailEdit"_s, holder.email());
    Stage::type(*dialog, u"nameEdit"_s, u"Kept"_s);
    startSaving(*dialog);
    QTRY_VERIFY(field(*dialog, u"emailField"_s)->problem().contains(holder.label()));
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = u"/contacts/*/unarchive"_s;
    rule.nth = 1;
    rule.status = 403;
    m_workspace->setFault(rule);
    auto *line = Stage::find<QLabel>(*dialog, u"emailFieldProblem"_s);
    Q_EMIT line->linkActivated(u"restore"_s);
    QTRY_VERIFY(dialog->message().isVisible());
    QVERIFY(dialog->message().text().startsWith(u"Not restored."_s));
    QCOMPARE(rescued.size(), 0);
    QCOMPARE(Stage::find<QLineEdit>(*dialog, u"nameEdit"_s)->text(), u"Kept"_s);
    // The way is still offered.
    Q_EMIT line->linkActivated(u"restore"_s);
    QTRY_COMPARE(rescued.size(), 1);
    QCOMPARE(rescued.constFirst().at(1).value<ContactDraft>().text(ContactField::Name), u"Kept"_s);
}

void ContactDialogTest::putsServerErrorAtItsField()
{
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = u"/contacts"_s;
    rule.nth = 1;
    rule.status = 400;
    rule.body = fieldErrorBody("phone");
    m_workspace->setFault(rule);
    ContactDialog *dialog = openNew();
    QSignalSpy saved(dialog, &ContactDialog::saved);
    Stage::type(*dialog, u"emailEdit"_s, u"phone@fisk.example"_s);
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 555 01"_s);
    startSaving(*dialog);
    QTRY_VERIFY(field(*dialog, u"phoneField"_s)->hasProblem());
    QVERIFY(field(*dialog, u"phoneField"_s)->problem().contains(u"That is <b>odd</b>"_s));
    QVERIFY(!dialog->message().isVisible());
    QCOMPARE(m_stage->window().focusWidget()->objectName(), u"phoneEdit"_s);
    QVERIFY(!save(*dialog)->isEnabled());
    Stage::type(*dialog, u"phoneEdit"_s, u"+1 555 0199"_s);
    startSaving(*dialog);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(m_workspace->sandbox()->count("POST", u"/contacts"_s), 2);
}

void ContactDialogTest::keepsTextOnServerTrouble()
{
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = u"/contacts"_s;
    rule.nth = 1;
    rule.status = 403;
    rule.body =
        R"({"type":"error.list","request_id":"req-403","errors":[{"code":"action_forbidden",)"
        R"("message":"No scope","field":null}]})";
    m_workspace->setFault(rule);
    ContactDialog *dialog = openNew();
    Stage::type(*dialog, u"emailEdit"_s, u"trouble@fisk.example"_s);
    startSaving(*dialog);
    QTRY_VERIFY(dialog->message().isVisible());
    QVERIFY(dialog->message().text().startsWith(u"The contact was not created."_s));
    QCOMPARE(Stage::find<QLineEdit>(*dialog, u"emailEdit"_s)->text(), u"trouble@fisk.example"_s);
    // What support asks for is one click away.
    Stage::click(*dialog, u"messageStripDetailsButton"_s);
    auto *details = Stage::find<QLabel>(*dialog, u"messageStripDetails"_s);
    QVERIFY(details->text().contains(u"req-403"_s));
    QVERIFY(details->text().contains(u"action_forbidden"_s));
    QVERIFY(save(*dialog)->isEnabled());
}

void ContactDialogTest::createsOnceWhenTheAnswerIsLost()
{
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = u"/contacts"_s;
    rule.nth = 1;
    rule.action = sandbox::FaultAction::CloseAfter;
    m_workspace->setFault(rule);
    ContactDialog *dialog = openNew();
    QSignalSpy saved(dialog, &ContactDialog::saved);
    Stage::type(*dialog, u"emailEdit"_s, u"lost@fisk.example"_s);
    startSaving(*dialog);
    auto *note = Stage::find<QLabel>(*dialog, u"newContactSheetButtonsNote"_s);
    QTRY_COMPARE(note->text(), u"Trying again"_s);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 15000);
    // It was found, not sent again.
    QCOMPARE(m_workspace->sandbox()->count("POST", u"/contacts"_s), 1);
}

void ContactDialogTest::stopsWhatRuns()
{
    m_workspace->sandbox()->setLatency(60000);
    ContactDialog *dialog = openNew();
    Stage::type(*dialog, u"emailEdit"_s, u"slow@fisk.example"_s);
    startSaving(*dialog);
    QVERIFY(!save(*dialog)->isEnabled());
    QTRY_COMPARE(m_workspace->sandbox()->count("POST", u"/contacts"_s), 1);
    m_stage->key(Qt::Key_Escape);
    QTRY_VERIFY(!dialog->isBusy());
    QVERIFY(dialog->isVisible());
    // It had left: whether it was created is not certain, and nobody says otherwise.
    QVERIFY(dialog->message().text().contains(u"not certain"_s));
    QCOMPARE(m_stage->prompts().discards, 0);
}

void ContactDialogTest::editsOnlyWhatChanged()
{
    const Contact before = m_workspace->someone(Role::User);
    ContactDialog *dialog = openEdit(before);
    QSignalSpy saved(dialog, &ContactDialog::saved);
    QVERIFY(!save(*dialog)->isEnabled());
    Stage::type(*dialog, u"nameEdit"_s, u"Ada 🦊 O'Neil"_s);
    QVERIFY(save(*dialog)->isEnabled());
    m_stage->key(Qt::Key_Return);
    QTRY_COMPARE(saved.size(), 1);
    QByteArray body;
    for (const sandbox::SeenRequest &request : m_workspace->sandbox()->seen()) {
        if (request.method == "PUT")
            body = request.body;
    }
    QCOMPARE(QString::fromUtf8(body), u"{\"name\":\"Ada 🦊 O'Neil\"}"_s);
    const std::optional<Contact> after = m_workspace->session().book().contact(before.id);
    QCOMPARE(after->name(), u"Ada 🦊 O'Neil"_s);
    QCOMPARE(after->email(), before.email());
    QCOMPARE(after->customAttributes, before.customAttributes);
}

void ContactDialogTest::editsNothingTwice()
{
    const Contact before = m_workspace->someone(Role::User);
    ContactDialog *dialog = openEdit(before);
    Stage::type(*dialog, u"nameEdit"_s, u"Twice"_s);
    m_workspace->sandbox()->setLatency(200);
    QPushButton *button = save(*dialog);
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton);
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    QSignalSpy saved(dialog, &ContactDialog::saved);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(m_workspace->sandbox()->count("PUT", u"/contacts/*"_s), 1);
}

void ContactDialogTest::editPutsServerErrorAtItsField()
{
    sandbox::FaultRule rule;
    rule.method = "PUT";
    rule.path = u"/contacts/*"_s;
    rule.nth = 1;
    rule.status = 422;
    rule.body = fieldErrorBody("owner_id");
    m_workspace->setFault(rule);
    const Contact before = m_workspace->someone(Role::User);
    ContactDialog *dialog = openEdit(before);
    auto *owner = Stage::find<ComboField>(*dialog, u"ownerCombo"_s);
    owner->setFocus();
    QTest::keyClick(owner, owner->currentIndex() > 0 ? Qt::Key_Up : Qt::Key_Down);
    startSaving(*dialog);
    QTRY_VERIFY(field(*dialog, u"ownerField"_s)->hasProblem());
    QVERIFY(dialog->isVisible());
    QVERIFY(!save(*dialog)->isEnabled());
}

void ContactDialogTest::asksBeforeTypedTextIsLost()
{
    ContactDialog *dialog = openNew();
    QSignalSpy dismissed(dialog, &Sheet::dismissed);
    Stage::type(*dialog, u"nameEdit"_s, u"Evelyn"_s);
    m_stage->prompts().answer = false;
    m_stage->key(Qt::Key_Escape);
    QTRY_COMPARE(m_stage->prompts().discards, 1);
    QCoreApplication::sendPostedEvents();
    QVERIFY(dialog->isVisible());
    QCOMPARE(Stage::find<QLineEdit>(*dialog, u"nameEdit"_s)->text(), u"Evelyn"_s);
    m_stage->prompts().answer = true;
    Stage::click(*dialog, u"cancelButton"_s);
    QTRY_COMPARE(dismissed.size(), 1);
    QCOMPARE(m_stage->prompts().discards, 2);
}

void ContactDialogTest::closesAtOnceWhenNothingIsTyped()
{
    QPointer<ContactDialog> dialog = openNew();
    m_stage->key(Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(m_stage->prompts().discards, 0);
    QTRY_VERIFY(dialog.isNull());
}

} // namespace roster

QTEST_MAIN(roster::ContactDialogTest)
#include "tst_contactdialog.moc"
