// SPDX-License-Identifier: MIT
#include "core/domain/newattribute.h"
#include "core/domain/validation.h"

#include <QtTest/QTest>

using namespace roster;

namespace {

using Fields = std::map<ContactField, FieldValue>;
using Problems = QList<FieldProblem>;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Contact contactOf(const char *role, const Fields &fields = {})
{
    Contact contact;
    contact.fields = fields;
    contact.fields.emplace(ContactField::Role, text(role));
    return contact;
}

//! A draft of a user that is valid but for `field`.
ContactDraft userWith(ContactField field, const QString &value)
{
    ContactDraft draft;
    draft.fields = {{ContactField::Role, text("user")}, {ContactField::ExternalId, text("x1")}};
    draft.fields[field] = value;
    return draft;
}

} // namespace

class TestValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emails_data();
    void emails();
    void phones_data();
    void phones();
    void texts_data();
    void texts();
    void rules_data();
    void rules();
    void whatIntercomHoldsIsNotComplainedOf();
    void severalProblemsAreAllTold();
    void newAttributes_data();
    void newAttributes();
    void tidiedTexts_data();
    void tidiedTexts();
};

void TestValidation::emails_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<bool>("isFine");
    for (const char *fine :
         {"a@b", "a+b@x.example", "mira.o'neill@mail.example", "a.b.c@d.e.f.example",
          "zoë@straße.example", "UPPER@CASE.EXAMPLE", "x_y-z@a-b.example", "1@2.example"})
        QTest::newRow(fine) << text(fine) << true;
    for (const char *bad : {"a", "a@", "@b", "a b@c.example", "a@b c", "a@@b", "a@b@c",
                            "a@.example", "a@b.", "a@b..c", "<a@b.example>", "Ann <a@b.example>",
                            "a@b.example,", "a;b@c.example", "(a)@b.example", "a\t@b.example"})
        QTest::newRow(bad) << text(bad) << false;
}

void TestValidation::emails()
{
    QFETCH(QString, email);
    QFETCH(bool, isFine);
    const Problems problems = problemsOf(userWith(ContactField::Email, email));
    QCOMPARE(problems.isEmpty(), isFine);
    if (!isFine) {
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().field, ContactField::Email);
    }
}

void TestValidation::phones_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<bool>("isFine");
    for (const char *fine :
         {"+353 1 555 0142", "15550100", "(555) 010-0100", "555.0100", "+1/555/0100",
          "555 0100 ext. 12", "555 0100 x12", "5", "+44\u00a020\u00a07946"})
        QTest::newRow(fine) << text(fine) << true;
    for (const char *bad : {"call me", "+", "()", "555-CALL", "1+2", "++1", "555 ext", "１２３"})
        QTest::newRow(bad) << text(bad) << false;
}

void TestValidation::phones()
{
    QFETCH(QString, phone);
    QFETCH(bool, isFine);
    const Problems expected =
        isFine ? Problems() : Problems{{ContactField::Phone, Problem::NotAPhone}};
    QCOMPARE(problemsOf(userWith(ContactField::Phone, phone)), expected);
}

void TestValidation::texts_data()
{
    QTest::addColumn<ContactField>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<std::optional<Problem>>("problem");
    const std::optional<Problem> none;
    const auto row = [](const char *name, ContactField field, const QString &value,
                        std::optional<Problem> problem) {
        QTest::newRow(name) << field << value << problem;
    };
    row("name", ContactField::Name, text("Ann 🌻 李"), none);
    row("empty", ContactField::Name, QString(), none);
    row("longest", ContactField::Name, QString(255, u'x'), none);
    row("too long", ContactField::Name, QString(256, u'x'), Problem::TooLong);
    row("line break", ContactField::Name, text("Ann\nLee"), Problem::HasControlChars);
    row("tab", ContactField::ExternalId, text("a\tb"), Problem::HasControlChars);
    row("line separator", ContactField::Name, QString(QChar::LineSeparator),
        Problem::HasControlChars);
    row("long email", ContactField::Email, QString(250, u'x') + text("@b.example"),
        Problem::TooLong);
    row("picture", ContactField::Avatar, text("https://a.example/p.png"), none);
    row("picture over http", ContactField::Avatar, text("http://a.example/p.png"), none);
    row("longest picture", ContactField::Avatar, text("https://a.example/") + QString(494, u'x'),
        none);
    row("picture too long", ContactField::Avatar, text("https://a.example/") + QString(495, u'x'),
        Problem::TooLong);
    row("no address", ContactField::Avatar, text("p.png"), Problem::NotAUrl);
    row("other scheme", ContactField::Avatar, text("file:///p.png"), Problem::NotAUrl);
    row("no host", ContactField::Avatar, text("https:///p.png"), Problem::NotAUrl);
}

void TestValidation::texts()
{
    QFETCH(ContactField, field);
    QFETCH(QString, value);
    QFETCH(std::optional<Problem>, problem);
    const Problems expected = problem ? Problems{{field, *problem}} : Problems();
    QCOMPARE(problemsOf(userWith(field, value)), expected);
}

void TestValidation::rules_data()
{
    QTest::addColumn<Fields>("draft");
    QTest::addColumn<QString>("baseRole");
    QTest::addColumn<Problems>("problems");
    const FieldValue user(text("user"));
    const FieldValue lead(text("lead"));
    const ContactField role = ContactField::Role;
    const ContactField email = ContactField::Email;
    const ContactField external = ContactField::ExternalId;
    const auto row = [](const char *name, const Fields &draft, const char *base,
                        const Problems &problems) {
        QTest::newRow(name) << draft << text(base) << problems;
    };
    row("user by email", {{role, user}, {email, text("a@b")}}, "", {});
    row("user by id", {{role, user}, {external, text("x")}}, "", {});
    row("user by nothing", {{role, user}}, "", {{email, Problem::Missing}});
    row("user by emptiness", {{role, user}, {email, text("")}, {external, FieldValue()}}, "",
        {{email, Problem::Missing}});
    row("no role is a user", {}, "", {{email, Problem::Missing}});
    row("lead", {{role, lead}}, "", {});
    row("lead with an id", {{role, lead}, {external, text("x")}}, "",
        {{external, Problem::ExternalIdOfLead}});
    row("user to lead", {{role, lead}, {email, text("a@b")}}, "user",
        {{role, Problem::RoleCannotGoBack}});
    row("lead to user", {{role, user}, {email, text("a@b")}, {external, text("new")}}, "lead", {});
    row("lead stays", {{role, lead}, {email, text("a@b")}}, "lead", {});
}

void TestValidation::rules()
{
    QFETCH(Fields, draft);
    QFETCH(QString, baseRole);
    QFETCH(Problems, problems);
    const Contact base = contactOf(baseRole.toLatin1().constData());
    QCOMPARE(problemsOf({draft, {}}, baseRole.isEmpty() ? nullptr : &base), problems);
}

void TestValidation::whatIntercomHoldsIsNotComplainedOf()
{
    const Contact odd = contactOf("lead", {{ContactField::Phone, text("ask reception")},
                                           {ContactField::ExternalId, text("made-by-intercom")}});
    ContactDraft draft = ContactDraft::of(odd);
    QCOMPARE(problemsOf(draft, &odd), Problems());
    draft.fields[ContactField::Phone] = text("ask reception!");
    QCOMPARE(problemsOf(draft, &odd), (Problems{{ContactField::Phone, Problem::NotAPhone}}));
    draft = ContactDraft::of(odd);
    draft.fields[ContactField::ExternalId] = text("mine");
    QCOMPARE(problemsOf(draft, &odd),
             (Problems{{ContactField::ExternalId, Problem::ExternalIdOfLead}}));
}

void TestValidation::severalProblemsAreAllTold()
{
    ContactDraft draft = userWith(ContactField::Email, text("nobody"));
    draft.fields[ContactField::Phone] = text("none");
    draft.fields[ContactField::Avatar] = text("none");
    QCOMPARE(problemsOf(draft), (Problems{{ContactField::Email, Problem::NotAnEmail},
                                          {ContactField::Phone, Problem::NotAPhone},
                                          {ContactField::Avatar, Problem::NotAUrl}}));
}

void TestValidation::newAttributes_data()
{
    QTest::addColumn<NewAttribute>("attribute");
    QTest::addColumn<QList<AttributeProblem>>("problems");
    using enum AttributeProblem;
    const auto named = [](const char *name, const QList<AttributeProblem> &problems) {
        QTest::newRow(name) << NewAttribute{text(name), {}, AttributeType::Text, {}} << problems;
    };
    named("paid_subscriber", {});
    named("Mithril Shirt", {});
    named("Preis-€ größer", {});
    named("सीट", {});
    named("!nv@l!d n@me", {NameCharacters});
    named("a.b", {NameCharacters});
    named("line\nbreak", {NameCharacters});
    named(" ", {NameMissing});
    named("Plan ", {NameTaken});
    named("plan", {});
    const auto list = [](const char *row, const QStringList &options,
                         const QList<AttributeProblem> &problems) {
        QTest::newRow(row) << NewAttribute{text("Size"), {}, AttributeType::List, options}
                           << problems;
    };
    list("two", {text("S"), text("M")}, {});
    list("one", {text("S")}, {TooFewOptions});
    list("none", {}, {TooFewOptions});
    list("empty", {text("S"), text(" ")}, {EmptyOption});
    list("repeated", {text("S"), text("M"), text("S ")}, {RepeatedOption});
    QTest::newRow("all of it") << NewAttribute{text("?"), {}, AttributeType::List, {text("")}}
                               << QList{NameCharacters, TooFewOptions, EmptyOption};
}

void TestValidation::newAttributes()
{
    QFETCH(NewAttribute, attribute);
    DataAttribute known;
    known.name = text("Plan");
    QTEST(problemsOf(attribute, {known}), "problems");
}

void TestValidation::tidiedTexts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("spaces") << text("  a@b \n") << text("a@b");
    QTest::newRow("invisible") << text("\u200ba\u2060@b\ufeff") << text("a@b");
    QTest::newRow("inner spaces") << text("Ann  Lee") << text("Ann  Lee");
    QTest::newRow("no-break space outside") << text("\u00a0a\u00a0") << text("a");
    QTest::newRow("joiner of emoji") << text("👩\u200d💻") << text("👩\u200d💻");
    QTest::newRow("nothing") << QString() << QString();
}

void TestValidation::tidiedTexts()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    QCOMPARE(tidied(typed), meant);
}

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
