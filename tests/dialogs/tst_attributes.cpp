// SPDX-License-Identifier: MIT
#include "tests/dialogs/rig.h"
#include "tests/support/memorybook.h"
#include "ui/bulk/attributesheet.h"
#include "ui/edit/attributeeditors.h"
#include "ui/edit/contactform.h"
#include "ui/edit/fieldeditor.h"
#include "ui/edit/newattributesheet.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtCore/QJsonArray>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace roster {

using namespace roster::test;

namespace {

DataAttribute attribute(const QString &name, AttributeType type, const QStringList &options = {})
{
    return {name, name, {}, type, options, true, false};
}

QString problemAt(QWidget &sheet, const QString &field)
{
    return Stage::find<FormField>(sheet, field)->problem();
}

QStringList namesOf(const QList<DataAttribute> &attributes)
{
    QStringList names;
    for (const DataAttribute &each : attributes)
        names.append(each.name);
    return names;
}

} // namespace

//! Custom attributes: which a form offers, what it does with values that no longer fit, and making
//! new ones by real keys and clicks against a sandbox over real HTTP.
class AttributesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void offersWhatMayBeWritten();
    void showsValuesThatNoLongerFit_data();
    void showsValuesThatNoLongerFit();
    void leavesAloneWhatNobodyTouched();

    void createsByKeyboard();
    void createsAList();
    void tellsWhatIsWrongBeforeSending_data();
    void tellsWhatIsWrongBeforeSending();
    void showsARefusalAtItsField_data();
    void showsARefusalAtItsField();
    void staysOpenWhenTheServerFails();
    void asksBeforeWhatWasTypedIsLost();
    void theSheetThatSetsOneShowsTheNewOne();

private:
    NewAttributeSheet *openSheet();
    std::optional<DataAttribute> known(const QString &name);

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Stage> m_stage;
};

void AttributesTest::initTestCase()
{
    m_workspace = std::make_unique<Workspace>(10);
}

void AttributesTest::init()
{
    m_stage.reset();
    m_stage = std::make_unique<Stage>();
    m_workspace->sandbox()->setFaults({});
    m_workspace->sandbox()->clearSeen();
}

NewAttributeSheet *AttributesTest::openSheet()
{
    auto *sheet = new NewAttributeSheet(m_stage->theme(), m_workspace->session(),
                                        &m_stage->prompts(), &m_stage->window());
    sheet->open();
    return sheet;
}

std::optional<DataAttribute> AttributesTest::known(const QString &name)
{
    for (const DataAttribute &each : m_workspace->session().book().attributes()) {
        if (each.name == name)
            return each;
    }
    return std::nullopt;
}

void AttributesTest::offersWhatMayBeWritten()
{
    DataAttribute archived = attribute(u"archived"_s, AttributeType::Text);
    archived.isArchived = true;
    DataAttribute computed = attribute(u"computed"_s, AttributeType::Integer);
    computed.isWritable = false;
    const QList<DataAttribute> known{attribute(u"plan"_s, AttributeType::Text), archived, computed};
    QCOMPARE(namesOf(editableAttributes(known, nullptr)), QStringList{u"plan"_s});
    // Not though the contact has values of them; one that only the record has is offered.
    Contact contact;
    contact.customAttributes = {{u"archived"_s, u"x"_s},
                                {u"computed"_s, 3},
                                {u"own"_s, true},
                                {u"things"_s, QJsonArray{1}}};
    const QList<DataAttribute> offered = editableAttributes(known, &contact);
    QCOMPARE(namesOf(offered), QStringList({u"own"_s, u"plan"_s}));
    QCOMPARE(offered.first().type, AttributeType::Flag);
}

void AttributesTest::showsValuesThatNoLongerFit_data()
{
    QTest::addColumn<AttributeType>("type");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("shown");
    using Value = QJsonValue;
    QTest::newRow("a number that is a text")
        << AttributeType::Integer << Value(u"about 12"_s) << u"about 12"_s;
    QTest::newRow("a whole number with a fraction")
        << AttributeType::Integer << Value(1.5) << u"1.5"_s;
    QTest::newRow("a date that is a text")
        << AttributeType::Date << Value(u"next year"_s) << u"next year"_s;
    QTest::newRow("a text that is a number") << AttributeType::Text << Value(7) << u"7"_s;
    QTest::newRow("a text that is yes") << AttributeType::Text << Value(true) << u"Yes"_s;
    QTest::newRow("a text that is a list")
        << AttributeType::Text << Value(QJsonArray{1, u"a"_s}) << u"[1,\"a\"]"_s;
    QTest::newRow("yes or no that is a text")
        << AttributeType::Flag << Value(u"maybe & more"_s) << u"maybe & more"_s;
    QTest::newRow("yes or no that is a number") << AttributeType::Flag << Value(1) << u"1"_s;
    QTest::newRow("an option that is gone") << AttributeType::List << Value(u"Gold"_s) << u"Gold"_s;
    QTest::newRow("a list that is a number") << AttributeType::List << Value(4) << u"4"_s;
}

void AttributesTest::showsValuesThatNoLongerFit()
{
    QFETCH(const AttributeType, type);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, shown);
    QWidget parent;
    FieldEditor *editor =
        makeAttributeEditor(m_stage->theme(), attribute(u"a"_s, type, {u"Silver"_s, u"Bronze"_s}),
                            u"a"_s, QTimeZone::utc(), &parent);
    editor->setValue(value);
    QWidget &widget = editor->widget();
    if (const auto *line = qobject_cast<QLineEdit *>(&widget)) {
        QCOMPARE(line->text(), shown);
    } else if (const auto *combo = qobject_cast<QComboBox *>(&widget)) {
        QCOMPARE(combo->currentText(), shown);
    } else {
        const auto choices = widget.findChildren<QAbstractButton *>();
        const auto chosen = std::find_if(choices.begin(), choices.end(),
                                         [](const auto *choice) { return choice->isChecked(); });
        QVERIFY(chosen != choices.end());
        QCOMPARE((*chosen)->accessibleName().replace(u"&&"_s, u"&"_s), shown);
    }
    // What nobody touches stays, and nothing is wrong with it.
    QCOMPARE(editor->value(), value);
    QCOMPARE(editor->problem(), QString());
}

void AttributesTest::leavesAloneWhatNobodyTouched()
{
    MemoryBook book;
    book.addAttribute(attribute(u"flag"_s, AttributeType::Flag));
    book.addAttribute(attribute(u"since"_s, AttributeType::Date));
    book.addAttribute(attribute(u"level"_s, AttributeType::List, {u"A"_s, u"B"_s}));
    book.addAttribute(attribute(u"seats"_s, AttributeType::Integer));
    Contact contact;
    contact.id = ContactId(u"1"_s);
    contact.fields = {{ContactField::Role, u"user"_s}, {ContactField::Email, u"a@b.co"_s}};
    contact.customAttributes = {{u"flag"_s, u"maybe"_s},
                                {u"since"_s, u"long ago"_s},
                                {u"level"_s, u"Z"_s},
                                {u"seats"_s, 12.75},
                                {u"odd"_s, QJsonArray{1, 2}}};
    ContactForm form(m_stage->theme(), book, QTimeZone::utc(), &contact, &m_stage->window());
    form.show();
    QVERIFY(!form.binder().isDirty());
    QVERIFY(form.binder().isValid());
    Stage::click(form, u"attribute_flagSegments_trueButton"_s);
    const ContactPatch patch = form.binder().patch();
    QVERIFY(patch.fields.empty());
    QCOMPARE(patch.customAttributes.keys(), QStringList{u"flag"_s});
    QCOMPARE(patch.customAttributes.value(u"flag"_s), QJsonValue(true));
}

void AttributesTest::createsByKeyboard()
{
    NewAttributeSheet *sheet = openSheet();
    QSignalSpy created(sheet, &NewAttributeSheet::created);
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    QTest::keyClicks(m_stage->window().focusWidget(), u"seats_booked"_s);
    m_stage->key(Qt::Key_Tab);
    m_stage->key(Qt::Key_Down);
    QCOMPARE(Stage::find<QComboBox>(*sheet, u"attributeTypeCombo"_s)->currentText(),
             u"Whole number"_s);
    m_stage->key(Qt::Key_Tab);
    QTest::keyClicks(m_stage->window().focusWidget(), u"How many"_s);
    m_stage->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(dismissed.size(), 1);
    QCOMPARE(created.size(), 1);
    QCOMPARE(m_workspace->sandbox()->count("POST", u"/data_attributes"_s), 1);
    const std::optional<DataAttribute> made = known(u"seats_booked"_s);
    QVERIFY(made);
    QCOMPARE(made->type, AttributeType::Integer);
    QCOMPARE(made->description, u"How many"_s);
    // The form of a contact has it now.
    const Contact contact = m_workspace->someone(Role::User);
    ContactForm form(m_stage->theme(), m_workspace->session().book(), QTimeZone::utc(), &contact,
                     &m_stage->window());
    QVERIFY(form.findChild<QLineEdit *>(u"attribute_seats_bookedEdit"_s));
}

void AttributesTest::createsAList()
{
    NewAttributeSheet *sheet = openSheet();
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    auto *options = Stage::find<QPlainTextEdit>(*sheet, u"attributeOptionsEdit"_s);
    auto *create = Stage::find<QPushButton>(*sheet, u"createAttributeButton"_s);
    QVERIFY(!options->isVisible());
    Stage::type(*sheet, u"attributeNameEdit"_s, u"Mood"_s);
    QVERIFY(create->isEnabled());
    auto *type = Stage::find<QComboBox>(*sheet, u"attributeTypeCombo"_s);
    type->setFocus();
    m_stage->key(Qt::Key_End);
    QVERIFY(options->isVisible());
    QVERIFY(!create->isEnabled());
    QTest::mouseClick(options->viewport(), Qt::LeftButton);
    QTest::keyClicks(options, u"Fine"_s);
    QTest::keyClick(options, Qt::Key_Return);
    QVERIFY(sheet->isVisible());
    QVERIFY(!create->isEnabled());
    QTest::keyClicks(options, u"So so"_s);
    QTest::keyClick(options, Qt::Key_Return);
    QVERIFY(create->isEnabled());
    Stage::click(*sheet, u"createAttributeButton"_s);
    QTRY_COMPARE(dismissed.size(), 1);
    const std::optional<DataAttribute> made = known(u"Mood"_s);
    QVERIFY(made);
    QCOMPARE(made->type, AttributeType::List);
    QCOMPARE(made->options, QStringList({u"Fine"_s, u"So so"_s}));
}

void AttributesTest::tellsWhatIsWrongBeforeSending_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("nameProblem");
    QTest::addColumn<QString>("optionsProblem");
    QTest::newRow("nothing") << QString() << QString() << u"Enter a name"_s << QString();
    QTest::newRow("blanks") << u"   "_s << QString() << u"Enter a name"_s << QString();
    QTest::newRow("signs") << u"who?"_s << QString() << u"letters, digits"_s << QString();
    QTest::newRow("no options") << u"a"_s << u" \n"_s << QString() << u"at least two"_s;
    QTest::newRow("one option") << u"a"_s << u"x\n\n"_s << QString() << u"at least two"_s;
    QTest::newRow("twice") << u"a"_s << u"x\ny\nx "_s << QString() << u"twice"_s;
}

void AttributesTest::tellsWhatIsWrongBeforeSending()
{
    QFETCH(const QString, name);
    QFETCH(const QString, options);
    QFETCH(const QString, nameProblem);
    QFETCH(const QString, optionsProblem);
    NewAttributeSheet *sheet = openSheet();
    Stage::type(*sheet, u"attributeNameEdit"_s, name);
    if (!options.isNull()) {
        Stage::find<QComboBox>(*sheet, u"attributeTypeCombo"_s)->setCurrentIndex(5);
        Stage::find<QPlainTextEdit>(*sheet, u"attributeOptionsEdit"_s)->setPlainText(options);
    }
    QVERIFY(!Stage::find<QPushButton>(*sheet, u"createAttributeButton"_s)->isEnabled());
    Stage::find<QLineEdit>(*sheet, u"attributeNameEdit"_s)->setFocus();
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    const auto says = [sheet](const QString &field, const QString &words) {
        const QString problem = problemAt(*sheet, field);
        return words.isEmpty() ? problem.isEmpty() : problem.contains(words);
    };
    QVERIFY2(says(u"attributeNameField"_s, nameProblem),
             qPrintable(problemAt(*sheet, u"attributeNameField"_s)));
    QVERIFY2(says(u"attributeOptionsField"_s, optionsProblem),
             qPrintable(problemAt(*sheet, u"attributeOptionsField"_s)));
    QCOMPARE(m_workspace->sandbox()->count("POST", u"/data_attributes"_s), 0);
}

void AttributesTest::showsARefusalAtItsField_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("field");
    QTest::newRow("name") << QByteArray("You already have 'Level' in your company data. To save "
                                        "this as new people data, use a different name.")
                          << u"attributeNameField"_s;
    QTest::newRow("options") << QByteArray("Options isn't an array") << u"attributeOptionsField"_s;
    QTest::newRow("elsewhere") << QByteArray("Too much of it") << QString();
}

void AttributesTest::showsARefusalAtItsField()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QString, field);
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = u"/data_attributes"_s;
    rule.status = 400;
    rule.body = R"({"type":"error.list","request_id":"r","errors":[{"code":"parameter_invalid",)"
                R"("message":")" +
                message + R"("}]})";
    m_workspace->setFault(rule);
    NewAttributeSheet *sheet = openSheet();
    Stage::type(*sheet, u"attributeNameEdit"_s, u"Level"_s);
    Stage::find<QComboBox>(*sheet, u"attributeTypeCombo"_s)->setCurrentIndex(5);
    Stage::find<QPlainTextEdit>(*sheet, u"attributeOptionsEdit"_s)->setPlainText(u"a\nb"_s);
    Stage::click(*sheet, u"createAttributeButton"_s);
    if (field.isEmpty()) {
        QTRY_VERIFY(sheet->message().text().contains(u"The attribute was not created"_s));
        return;
    }
    QTRY_VERIFY(problemAt(*sheet, field).contains(QString::fromUtf8(message)));
    QVERIFY(sheet->message().isHidden());
    // It stands there until that field is edited.
    auto *create = Stage::find<QPushButton>(*sheet, u"createAttributeButton"_s);
    QVERIFY(!create->isEnabled());
    Stage::find<QLineEdit>(*sheet, u"attributeDescriptionEdit"_s)->setFocus();
    QVERIFY(!problemAt(*sheet, field).isEmpty());
    Stage::type(*sheet, u"attributeNameEdit"_s, u"Level 2"_s);
    Stage::find<QPlainTextEdit>(*sheet, u"attributeOptionsEdit"_s)->setPlainText(u"a\nb\nc"_s);
    QVERIFY(problemAt(*sheet, field).isEmpty());
    QVERIFY(create->isEnabled());
}

void AttributesTest::staysOpenWhenTheServerFails()
{
    sandbox::FaultRule rule;
    rule.method = "POST";
    rule.path = u"/data_attributes"_s;
    rule.status = 403;
    m_workspace->setFault(rule);
    NewAttributeSheet *sheet = openSheet();
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    Stage::type(*sheet, u"attributeNameEdit"_s, u"Later"_s);
    Stage::click(*sheet, u"createAttributeButton"_s);
    QTRY_VERIFY(sheet->message().text().contains(u"The attribute was not created"_s));
    QCOMPARE(dismissed.size(), 0);
    m_workspace->sandbox()->setFaults({});
    Stage::click(*sheet, u"createAttributeButton"_s);
    QTRY_COMPARE(dismissed.size(), 1);
    QVERIFY(known(u"Later"_s));
}

void AttributesTest::asksBeforeWhatWasTypedIsLost()
{
    NewAttributeSheet *sheet = openSheet();
    QSignalSpy dismissed(sheet, &Sheet::dismissed);
    m_stage->prompts().answer = false;
    Stage::type(*sheet, u"attributeNameEdit"_s, u"Half"_s);
    m_stage->key(Qt::Key_Escape);
    QTRY_COMPARE(m_stage->prompts().discards, 1);
    QCOMPARE(dismissed.size(), 0);
    m_stage->prompts().answer = true;
    m_stage->key(Qt::Key_Escape);
    QTRY_COMPARE(dismissed.size(), 1);
}

void AttributesTest::theSheetThatSetsOneShowsTheNewOne()
{
    auto *sheet = new AttributeSheet(m_stage->theme(), m_workspace->session(),
                                     m_workspace->targets(1), &m_stage->window());
    sheet->open();
    Stage::click(*sheet, u"newAttributeButton"_s);
    auto *made = Stage::find<NewAttributeSheet>(m_stage->window(), u"newAttributeSheet"_s);
    QSignalSpy dismissed(made, &Sheet::dismissed);
    Stage::type(*made, u"attributeNameEdit"_s, u"Shoe size"_s);
    Stage::find<QComboBox>(*made, u"attributeTypeCombo"_s)->setCurrentIndex(1);
    Stage::click(*made, u"createAttributeButton"_s);
    QTRY_COMPARE(dismissed.size(), 1);
    auto *choice = Stage::find<QComboBox>(*sheet, u"attributeCombo"_s);
    QCOMPARE(choice->currentData().toString(), u"Shoe size"_s);
    // Typed as it is, and it can be set at once.
    const int number = choice->count() - 1;
    const QString edit = u"value%1Edit"_s.arg(number);
    auto *button = Stage::find<QPushButton>(*sheet, u"setAttributeButton"_s);
    Stage::type(*sheet, edit, u"many"_s);
    QVERIFY(!button->isEnabled());
    Stage::type(*sheet, edit, u"44"_s);
    QVERIFY(button->isEnabled());
    QSignalSpy gone(sheet, &Sheet::dismissed);
    const ContactId id = sheet->targets().first().id;
    Stage::click(*sheet, u"setAttributeButton"_s);
    QTRY_COMPARE(gone.size(), 1);
    const std::optional<Contact> contact = m_workspace->session().book().contact(id);
    QCOMPARE(contact->customAttributes.value(u"Shoe size"_s).toInt(), 44);
}

} // namespace roster

QTEST_MAIN(roster::AttributesTest)
#include "tst_attributes.moc"
