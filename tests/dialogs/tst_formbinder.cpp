// SPDX-License-Identifier: MIT
#include "ui/edit/formbinder.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QWidget>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

//! An editor that the test types into.
class PlainEditor : public FieldEditor
{
public:
    explicit PlainEditor(QWidget &widget)
        : FieldEditor(widget)
    {
    }

    QJsonValue value() const override { return m_value; }
    void setValue(const QJsonValue &value) override { m_value = value; }
    QString problem() const override { return m_problem; }

    void edit(const QJsonValue &value)
    {
        m_value = value;
        Q_EMIT edited();
    }
    void editUnreadable(const QString &problem)
    {
        m_problem = problem;
        Q_EMIT edited();
    }
    void leave() { Q_EMIT left(); }

private:
    QJsonValue m_value = QJsonValue::Null;
    QString m_problem;
};

} // namespace

class FormBinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsOnlyWhatWasEdited();
    void tellsClearedFromUntouched();
    void makesDraftOfNewContact();
    void waitsWithUnfinishedProblems();
    void showsOtherProblemsAtOnce();
    void revealsAllWhenAsked();
    void putsServerErrorsAtTheirField();
    void putsServerErrorsAtTheirAttribute();
    void refusesErrorsOfNoField();
    void dropsServerErrorWhenEdited();
    void endsConflictWhenAnIdentifierIsEdited();
    void keepsMineOnRebase();
    void dropsWhatIsTheirs();
    void dropsOneAttributeOfSeveral();
    void fillsInWhatWasTypedElsewhere();
    void doesNotPretendToClearTheExternalId();
    void isDirtyWithUnreadableText();

private:
    PlainEditor &add(ContactField field);
    PlainEditor &addAttribute(const QString &name);
    QString shown(ContactField field) const { return m_shown.at(field); }
    static Contact ada();

    std::unique_ptr<QWidget> m_root;
    std::unique_ptr<FormBinder> m_binder;
    std::map<ContactField, QString> m_shown;
    PlainEditor *m_role = nullptr;
    PlainEditor *m_name = nullptr;
    PlainEditor *m_email = nullptr;
    PlainEditor *m_phone = nullptr;
    PlainEditor *m_externalId = nullptr;
    PlainEditor *m_seats = nullptr;
};

PlainEditor &FormBinderTest::add(ContactField field)
{
    auto *editor = new PlainEditor(*new QWidget(m_root.get()));
    m_shown[field] = QString();
    m_binder->bind(field, *editor,
                   [this, field](const QString &problem) { m_shown[field] = problem; });
    return *editor;
}

PlainEditor &FormBinderTest::addAttribute(const QString &name)
{
    auto *editor = new PlainEditor(*new QWidget(m_root.get()));
    m_binder->bindAttribute(name, *editor, [this](const QString &problem) {
        m_shown[ContactField::CustomAttributes] = problem;
    });
    return *editor;
}

Contact FormBinderTest::ada()
{
    Contact contact;
    contact.id = ContactId(u"1"_s);
    contact.fields = {{ContactField::Role, u"user"_s},
                      {ContactField::Name, u"Ada"_s},
                      {ContactField::Email, u"ada@analytical.example"_s},
                      {ContactField::Phone, std::monostate()},
                      {ContactField::ExternalId, u"70"_s},
                      {ContactField::LastSeenAt, qint64(1700000000)}};
    contact.customAttributes.insert(u"seats"_s, 12);
    contact.customAttributes.insert(u"plan"_s, u"gold"_s);
    return contact;
}

void FormBinderTest::init()
{
    m_shown.clear();
    m_binder.reset();
    m_root = std::make_unique<QWidget>();
    m_binder = std::make_unique<FormBinder>(nullptr);
    m_role = &add(ContactField::Role);
    m_email = &add(ContactField::Email);
    m_name = &add(ContactField::Name);
    m_phone = &add(ContactField::Phone);
    m_externalId = &add(ContactField::ExternalId);
    m_seats = &addAttribute(u"seats"_s);
}

void FormBinderTest::sendsOnlyWhatWasEdited()
{
    m_binder->loadExisting(ada());
    QVERIFY(!m_binder->isDirty());
    QVERIFY(m_binder->patch().isEmpty());
    QSignalSpy changed(m_binder.get(), &FormBinder::changed);
    m_name->edit(u"Ada Lovelace"_s);
    m_seats->edit(13);
    QCOMPARE(changed.size(), 2);
    QVERIFY(m_binder->isDirty());
    ContactPatch wanted;
    wanted.fields[ContactField::Name] = u"Ada Lovelace"_s;
    wanted.customAttributes.insert(u"seats"_s, 13);
    QCOMPARE(m_binder->patch(), wanted);
    m_name->edit(u"Ada"_s);
    m_seats->edit(12);
    QVERIFY(!m_binder->isDirty());
}

void FormBinderTest::tellsClearedFromUntouched()
{
    m_binder->loadExisting(ada());
    m_name->edit(QJsonValue::Null);
    m_phone->edit(u""_s);
    m_seats->edit(QJsonValue::Null);
    ContactPatch wanted;
    wanted.fields[ContactField::Name] = std::monostate();
    wanted.customAttributes.insert(u"seats"_s, QJsonValue::Null);
    QCOMPARE(m_binder->patch(), wanted);
}

void FormBinderTest::makesDraftOfNewContact()
{
    ContactDraft start;
    start.fields[ContactField::Role] = u"user"_s;
    m_binder->loadNew(start);
    QVERIFY(!m_binder->isDirty());
    QVERIFY(!m_binder->isValid());
    m_email->edit(u" grace@navy.example "_s);
    m_name->edit(u"Grace"_s);
    m_name->edit(u""_s);
    QVERIFY(m_binder->isDirty());
    QVERIFY(m_binder->isValid());
    ContactDraft wanted = start;
    wanted.fields[ContactField::Email] = u"grace@navy.example"_s;
    QCOMPARE(m_binder->draft(), wanted);
}

void FormBinderTest::waitsWithUnfinishedProblems()
{
    m_binder->loadExisting(ada());
    m_email->edit(u"gra"_s);
    QVERIFY(!m_binder->isValid());
    QCOMPARE(shown(ContactField::Email), QString());
    m_email->leave();
    QVERIFY(!shown(ContactField::Email).isEmpty());
    // Once shown it follows the typing.
    m_email->edit(u"gra@navy.example"_s);
    QCOMPARE(shown(ContactField::Email), QString());
    m_email->edit(u"gra@"_s);
    QVERIFY(!shown(ContactField::Email).isEmpty());
}

void FormBinderTest::showsOtherProblemsAtOnce()
{
    m_binder->loadExisting(ada());
    m_phone->edit(u"call me"_s);
    QVERIFY(!shown(ContactField::Phone).isEmpty());
    QCOMPARE(m_binder->firstWithProblem(), m_phone);
    m_role->edit(u"lead"_s);
    QVERIFY(!shown(ContactField::Role).isEmpty());
    QCOMPARE(m_binder->firstWithProblem(), m_role);
}

void FormBinderTest::revealsAllWhenAsked()
{
    ContactDraft start;
    start.fields[ContactField::Role] = u"user"_s;
    m_binder->loadNew(start);
    QCOMPARE(shown(ContactField::Email), QString());
    m_binder->revealAll();
    QVERIFY(!shown(ContactField::Email).isEmpty());
    m_externalId->edit(u"70"_s);
    QCOMPARE(shown(ContactField::Email), QString());
    QVERIFY(m_binder->isValid());
}

void FormBinderTest::putsServerErrorsAtTheirField()
{
    m_binder->loadExisting(ada());
    m_phone->edit(u"+1 555"_s);
    ApiError error;
    error.field = ContactField::Phone;
    QVERIFY(m_binder->showServerError(error, u"no such phone"_s));
    QCOMPARE(shown(ContactField::Phone), u"no such phone"_s);
    QVERIFY(!m_binder->isValid());
    QVERIFY(m_binder->isDirty());
}

void FormBinderTest::putsServerErrorsAtTheirAttribute()
{
    m_binder->loadExisting(ada());
    ApiError error;
    error.field = ContactField::CustomAttributes;
    error.message = u"Custom attribute 'seats' is odd"_s;
    QVERIFY(m_binder->showServerError(error, error.message));
    QCOMPARE(shown(ContactField::CustomAttributes), error.message);
    error.message = u"Custom attribute 'plan' is odd"_s;
    QVERIFY(!m_binder->showServerError(error, error.message));
}

void FormBinderTest::refusesErrorsOfNoField()
{
    m_binder->loadExisting(ada());
    QVERIFY(!m_binder->showServerError(ApiError(), u"boom"_s));
    ApiError error;
    error.field = ContactField::Browser;
    QVERIFY(!m_binder->showServerError(error, u"boom"_s));
    QVERIFY(m_binder->isValid());
}

void FormBinderTest::dropsServerErrorWhenEdited()
{
    m_binder->loadExisting(ada());
    m_binder->showServerProblem(ContactField::Phone, u"no such phone"_s);
    m_name->edit(u"Ada L"_s);
    QCOMPARE(shown(ContactField::Phone), u"no such phone"_s);
    m_phone->edit(u"+1 555"_s);
    QCOMPARE(shown(ContactField::Phone), QString());
    QVERIFY(m_binder->isValid());
}

void FormBinderTest::endsConflictWhenAnIdentifierIsEdited()
{
    m_binder->loadExisting(ada());
    m_binder->showServerProblem(ContactField::Email, u"taken"_s);
    m_externalId->edit(u"71"_s);
    QCOMPARE(shown(ContactField::Email), QString());
    QVERIFY(m_binder->isValid());
}

void FormBinderTest::keepsMineOnRebase()
{
    m_binder->loadExisting(ada());
    m_phone->edit(u"+1 555"_s);
    Contact theirs = ada();
    theirs.fields[ContactField::Phone] = u"+1 777"_s;
    theirs.fields[ContactField::Name] = u"Augusta Ada"_s;
    m_binder->rebase(theirs);
    QCOMPARE(m_phone->value(), QJsonValue(u"+1 555"_s));
    QCOMPARE(m_name->value(), QJsonValue(u"Augusta Ada"_s));
    ContactPatch wanted;
    wanted.fields[ContactField::Phone] = u"+1 555"_s;
    QCOMPARE(m_binder->patch(), wanted);
}

void FormBinderTest::dropsWhatIsTheirs()
{
    m_binder->loadExisting(ada());
    m_phone->edit(u"+1 555"_s);
    m_email->edit(u"ada@new.example"_s);
    Contact theirs = ada();
    theirs.fields[ContactField::Phone] = u"+1 777"_s;
    m_binder->rebase(theirs, {{ContactField::Phone}});
    QCOMPARE(m_phone->value(), QJsonValue(u"+1 777"_s));
    ContactPatch wanted;
    wanted.fields[ContactField::Email] = u"ada@new.example"_s;
    QCOMPARE(m_binder->patch(), wanted);
}

void FormBinderTest::dropsOneAttributeOfSeveral()
{
    PlainEditor &plan = addAttribute(u"plan"_s);
    m_binder->loadExisting(ada());
    m_seats->edit(13);
    plan.edit(u"silver"_s);
    Contact theirs = ada();
    theirs.customAttributes[u"seats"_s] = 14;
    theirs.customAttributes[u"plan"_s] = u"bronze"_s;
    m_binder->rebase(theirs, {{ContactField::CustomAttributes, u"seats"_s}});
    QCOMPARE(m_seats->value(), QJsonValue(14));
    QCOMPARE(plan.value(), QJsonValue(u"silver"_s));
    ContactPatch wanted;
    wanted.customAttributes.insert(u"plan"_s, u"silver"_s);
    QCOMPARE(m_binder->patch(), wanted);
}

void FormBinderTest::fillsInWhatWasTypedElsewhere()
{
    ContactDraft typed;
    typed.fields = {{ContactField::Role, u"lead"_s},
                    {ContactField::Name, u"Ada"_s},
                    {ContactField::Email, u"ada@new.example"_s},
                    {ContactField::ExternalId, u""_s}};
    typed.customAttributes.insert(u"seats"_s, 20);
    m_binder->loadExisting(ada());
    m_binder->fillIn(typed);
    // The same, the empty and a role that cannot be make no difference.
    ContactPatch wanted;
    wanted.fields[ContactField::Email] = u"ada@new.example"_s;
    wanted.customAttributes.insert(u"seats"_s, 20);
    QCOMPARE(m_binder->patch(), wanted);
    QVERIFY(m_binder->isDirty());
    QVERIFY(m_binder->isValid());
    Contact lead = ada();
    lead.fields[ContactField::Role] = u"lead"_s;
    typed.fields = {{ContactField::Role, u"user"_s}};
    typed.customAttributes.clear();
    m_binder->loadExisting(lead);
    m_binder->fillIn(typed);
    wanted = {};
    wanted.fields[ContactField::Role] = u"user"_s;
    QCOMPARE(m_binder->patch(), wanted);
}

void FormBinderTest::doesNotPretendToClearTheExternalId()
{
    m_binder->loadExisting(ada());
    m_externalId->edit(u""_s);
    QVERIFY(!m_binder->isValid());
    m_externalId->leave();
    QVERIFY(!shown(ContactField::ExternalId).isEmpty());
    m_externalId->edit(u"71"_s);
    QVERIFY(m_binder->isValid());
}

void FormBinderTest::isDirtyWithUnreadableText()
{
    m_binder->loadExisting(ada());
    m_seats->editUnreadable(u"a number, please"_s);
    QVERIFY(m_binder->isDirty());
    QVERIFY(!m_binder->isValid());
    QCOMPARE(m_binder->patch().customAttributes.size(), 0);
}

} // namespace roster

QTEST_MAIN(roster::FormBinderTest)
#include "tst_formbinder.moc"
