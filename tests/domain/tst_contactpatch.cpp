// SPDX-License-Identifier: MIT
#include "core/domain/contactpatch.h"
#include "core/domain/contactrow.h"
#include "core/domain/fieldconflict.h"

#include <QtTest/QTest>

using namespace roster;

namespace {

using Fields = std::map<ContactField, FieldValue>;
using Attributes = QMap<QString, QJsonValue>;

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

FieldValue word(const char *latin1)
{
    return text(latin1);
}

Contact contactWith(const Fields &fields, const Attributes &attributes = {})
{
    Contact contact;
    contact.fields = fields;
    contact.customAttributes = attributes;
    return contact;
}

const FieldValue Null;

} // namespace

class TestContactPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patchOfFields_data();
    void patchOfFields();
    void patchOfAttributes_data();
    void patchOfAttributes();
    void aDraftOfAContactChangesNothing();
    void draftsHoldWhatMayBeWritten();
    void conflicts_data();
    void conflicts();
    void conflictsByPlace();
    void labels_data();
    void labels();
    void rowsOfContacts();
    void fieldTable();
    void roles();
    void fieldValues();
};

void TestContactPatch::patchOfFields_data()
{
    QTest::addColumn<Fields>("base");
    QTest::addColumn<Fields>("draft");
    QTest::addColumn<Fields>("patch");
    const ContactField name = ContactField::Name;
    const auto row = [](const char *title, const Fields &base, const Fields &draft,
                        const Fields &patch) { QTest::newRow(title) << base << draft << patch; };
    row("unchanged", {{name, word("A")}}, {{name, word("A")}}, {});
    row("changed", {{name, word("A")}}, {{name, word("B")}}, {{name, word("B")}});
    row("set from null", {{name, Null}}, {{name, word("B")}}, {{name, word("B")}});
    row("set from absent", {}, {{name, word("B")}}, {{name, word("B")}});
    row("emptied clears", {{name, word("A")}}, {{name, word("")}}, {{name, Null}});
    row("cleared", {{name, word("A")}}, {{name, Null}}, {{name, Null}});
    row("not in the draft", {{name, word("A")}}, {}, {});
    row("null stays null", {{name, Null}}, {{name, Null}}, {});
    row("null and empty are the same", {{name, Null}}, {{name, word("")}}, {});
    row("empty and null are the same", {{name, word("")}}, {{name, Null}}, {});
    row("absent and empty are the same", {}, {{name, word("")}}, {});
    row("space is no emptiness", {{name, Null}}, {{name, word(" ")}}, {{name, word(" ")}});
    row("case matters", {{name, word("a")}}, {{name, word("A")}}, {{name, word("A")}});
    const ContactField flag = ContactField::UnsubscribedFromEmails;
    row("flag", {{flag, false}}, {{flag, true}}, {{flag, true}});
    row("flag from nothing to no", {}, {{flag, false}}, {{flag, false}});
    row("flag unchanged", {{flag, true}}, {{flag, true}}, {});
    const ContactField time = ContactField::SignedUpAt;
    row("time", {{time, qint64(1)}}, {{time, qint64(2)}}, {{time, qint64(2)}});
    row("time cleared", {{time, qint64(1)}}, {{time, Null}}, {{time, Null}});
    row("two of three", {{name, word("A")}, {flag, false}, {time, Null}},
        {{name, word("B")}, {flag, false}, {time, qint64(5)}},
        {{name, word("B")}, {time, qint64(5)}});
}

void TestContactPatch::patchOfFields()
{
    QFETCH(Fields, base);
    QFETCH(Fields, draft);
    QFETCH(Fields, patch);
    const ContactPatch result = ContactDraft{draft, {}}.patchFrom(contactWith(base));
    QVERIFY(result.fields == patch);
    QCOMPARE(result.isEmpty(), patch.empty());
    for (const ContactFieldInfo &info : contactFields())
        QCOMPARE(result.touches(info.field), patch.contains(info.field));
}

void TestContactPatch::patchOfAttributes_data()
{
    QTest::addColumn<Attributes>("base");
    QTest::addColumn<Attributes>("draft");
    QTest::addColumn<Attributes>("patch");
    const QString key = text("plan");
    const QJsonValue null(QJsonValue::Null);
    const QJsonValue none(QJsonValue::Undefined);
    const auto row = [](const char *title, const Attributes &base, const Attributes &draft,
                        const Attributes &patch) {
        QTest::newRow(title) << base << draft << patch;
    };
    row("unchanged", {{key, 1}}, {{key, 1}}, {});
    row("changed", {{key, 1}}, {{key, 2}}, {{key, 2}});
    row("new", {}, {{key, 2}}, {{key, 2}});
    row("cleared", {{key, 1}}, {{key, null}}, {{key, null}});
    row("cleared as undefined", {{key, 1}}, {{key, none}}, {{key, null}});
    row("nothing to clear", {}, {{key, null}}, {});
    row("still null", {{key, null}}, {{key, null}}, {});
    row("emptied text is a text", {{key, text("a")}}, {{key, text("")}}, {{key, text("")}});
    row("other type", {{key, text("1")}}, {{key, 1}}, {{key, 1}});
    row("false is not nothing", {}, {{key, false}}, {{key, false}});
    row("only what changed", {{key, 1}, {text("b"), true}}, {{key, 1}, {text("b"), false}},
        {{text("b"), false}});
    row("not in the draft", {{key, 1}}, {}, {});
}

void TestContactPatch::patchOfAttributes()
{
    QFETCH(Attributes, base);
    QFETCH(Attributes, draft);
    QFETCH(Attributes, patch);
    const ContactPatch result = ContactDraft{{}, draft}.patchFrom(contactWith({}, base));
    QCOMPARE(result.customAttributes, patch);
    for (auto it = patch.cbegin(); it != patch.cend(); ++it)
        QCOMPARE(result.customAttributes.value(it.key()).type(), it->type());
    QCOMPARE(result.touches(ContactField::CustomAttributes), !patch.isEmpty());
    QCOMPARE(result.isEmpty(), patch.isEmpty());
}

void TestContactPatch::aDraftOfAContactChangesNothing()
{
    Fields fields;
    for (const ContactFieldInfo &info : contactFields()) {
        if (info.kind != FieldKind::List)
            fields.emplace(info.field, info.kind == FieldKind::Flag ? FieldValue(true) : word("x"));
    }
    const Contact contact = contactWith(fields, {{text("a"), 1}, {text("b"), QJsonValue::Null}});
    QVERIFY(ContactDraft::of(contact).patchFrom(contact).isEmpty());
}

void TestContactPatch::draftsHoldWhatMayBeWritten()
{
    const Contact contact = contactWith({{ContactField::Id, word("1")},
                                         {ContactField::Email, word("a@b")},
                                         {ContactField::Role, word("lead")},
                                         {ContactField::CreatedAt, qint64(1)}});
    const ContactDraft draft = ContactDraft::of(contact);
    QCOMPARE(draft.fields.size(), size_t(2));
    QCOMPARE(draft.text(ContactField::Email), text("a@b"));
    QCOMPARE(draft.role(), Role::Lead);
    QVERIFY(isNull(draft.value(ContactField::Phone)));
}

void TestContactPatch::conflicts_data()
{
    QTest::addColumn<Fields>("patch");
    QTest::addColumn<Fields>("base");
    QTest::addColumn<Fields>("remote");
    QTest::addColumn<bool>("isConflict");
    const ContactField name = ContactField::Name;
    const auto row = [](const char *title, const Fields &patch, const Fields &base,
                        const Fields &remote, bool isConflict) {
        QTest::newRow(title) << patch << base << remote << isConflict;
    };
    row("nobody else", {{name, word("B")}}, {{name, word("A")}}, {{name, word("A")}}, false);
    row("both changed it", {{name, word("B")}}, {{name, word("A")}}, {{name, word("C")}}, true);
    row("both to the same", {{name, word("B")}}, {{name, word("A")}}, {{name, word("B")}}, false);
    row("theirs was cleared", {{name, word("B")}}, {{name, word("A")}}, {{name, Null}}, true);
    row("both cleared", {{name, Null}}, {{name, word("A")}}, {{name, word("")}}, false);
    row("null against empty", {{name, word("B")}}, {{name, Null}}, {{name, word("")}}, false);
    row("absent against null", {{name, word("B")}}, {}, {{name, Null}}, false);
    row("another field", {{name, word("B")}}, {{name, word("A")}},
        {{name, word("A")}, {ContactField::Phone, word("1")}}, false);
}

void TestContactPatch::conflicts()
{
    QFETCH(Fields, patch);
    QFETCH(Fields, base);
    QFETCH(Fields, remote);
    QFETCH(bool, isConflict);
    const QList<ContactField> expected =
        isConflict ? QList<ContactField>{ContactField::Name} : QList<ContactField>();
    QCOMPARE(conflictsWith({patch, {}}, contactWith(base), contactWith(remote)), expected);
    // The same story told of an attribute.
    const auto attributes = [](const Fields &fields) {
        Attributes result;
        for (const auto &[field, value] : fields) {
            if (field == ContactField::Name && !textOf(value).isEmpty())
                result.insert(QStringLiteral("a"), textOf(value));
        }
        return result;
    };
    if (attributes(patch).isEmpty())
        return;
    const QList<ContactField> inAttributes =
        isConflict ? QList<ContactField>{ContactField::CustomAttributes} : QList<ContactField>();
    QCOMPARE(conflictsWith({{}, attributes(patch)}, contactWith({}, attributes(base)),
                           contactWith({}, attributes(remote))),
             inAttributes);
}

void TestContactPatch::conflictsByPlace()
{
    const QString plan = text("plan");
    const QString seats = text("seats");
    const QString odd = text("odd");
    const QJsonValue null(QJsonValue::Null);
    const Contact base =
        contactWith({{ContactField::Name, word("A")}, {ContactField::Phone, word("1")}},
                    {{plan, text("free")}, {seats, 1}, {odd, text("")}});
    const Contact remote =
        contactWith({{ContactField::Name, word("A")}, {ContactField::Phone, Null}},
                    {{plan, null}, {seats, 2}, {odd, null}});
    const ContactPatch patch{
        {{ContactField::Name, word("B")}, {ContactField::Phone, word("2")}},
        {{plan, text("pro")}, {seats, 2}, {odd, text("x")}, {text("new"), true}}};
    const QList<FieldConflict> conflicts = fieldConflicts(patch, base, remote);
    const QList<FieldConflict> expected{
        {{ContactField::Phone}, text("1"), null, text("2")},
        {{ContactField::CustomAttributes, odd}, text(""), null, text("x")},
        {{ContactField::CustomAttributes, plan}, text("free"), null, text("pro")}};
    QCOMPARE(conflicts.size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY2(conflicts.at(i) == expected.at(i), qPrintable(expected.at(i).place.attribute));
    const QList<ContactField> fields{ContactField::Phone, ContactField::CustomAttributes};
    QCOMPARE(conflictsWith(patch, base, remote), fields);
    // An attribute that was never told is as one that was cleared.
    const ContactPatch clears{{}, {{text("gone"), text("x")}}};
    QVERIFY(
        fieldConflicts(clears, contactWith({}), contactWith({}, {{text("gone"), null}})).isEmpty());
}

void TestContactPatch::labels_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<QString>("label");
    const Fields all{{ContactField::Name, word("Ann")},
                     {ContactField::Email, word("a@b")},
                     {ContactField::Phone, word("1")},
                     {ContactField::ExternalId, word("x")}};
    QTest::newRow("name") << all << text("Ann");
    Fields fields = all;
    fields[ContactField::Name] = word("  ");
    QTest::newRow("blank name") << fields << text("a@b");
    fields[ContactField::Email] = Null;
    QTest::newRow("no email") << fields << text("1");
    fields.erase(ContactField::Phone);
    QTest::newRow("no phone") << fields << text("x");
    QTest::newRow("nothing") << Fields() << QString();
    QTest::newRow("several lines")
        << Fields{{ContactField::Name, word(" Ann\n  Lee ")}} << text("Ann Lee");
}

void TestContactPatch::labels()
{
    QFETCH(Fields, fields);
    QFETCH(QString, label);
    const Contact contact = contactWith(fields);
    QCOMPARE(contact.label(), label);
    QCOMPARE(rowOf(contact).label(), label);
}

void TestContactPatch::rowsOfContacts()
{
    Contact contact = contactWith({{ContactField::Role, word("user")},
                                   {ContactField::Owner, word("991")},
                                   {ContactField::CreatedAt, qint64(5)},
                                   {ContactField::LastSeenAt, Null}});
    contact.id = ContactId(text("c1"));
    contact.tags = {{TagId(text("1"))}, 12};
    const ContactRow row = rowOf(contact, 77);
    QCOMPARE(row.key, 77);
    QCOMPARE(row.id, contact.id);
    QCOMPARE(row.role, Role::User);
    QCOMPARE(row.owner.text(), text("991"));
    QCOMPARE(row.createdAt, 5);
    QCOMPARE(row.lastSeenAt, std::nullopt);
    QVERIFY(row.tags == contact.tags);
    QVERIFY(!row.tags.isComplete());
    QVERIFY(PartialList<int>::complete({1, 2}).isComplete());
}

void TestContactPatch::fieldTable()
{
    QSet<QString> names;
    for (const ContactFieldInfo &info : contactFields()) {
        QCOMPARE(&contactFieldInfo(info.field), &info);
        QCOMPARE(contactFieldNamed(QString(info.jsonName)), info.field);
        names.insert(info.jsonName);
    }
    QCOMPARE(static_cast<size_t>(names.size()), contactFields().size());
    QCOMPARE(contactFieldNamed(u"shoe_size"), std::nullopt);
    QCOMPARE(contactFieldNamed(u""), std::nullopt);
    // What Intercom lets us write (create and update of contacts).
    QSet<QString> writable;
    for (const ContactFieldInfo &info : contactFields()) {
        if (info.isWritable)
            writable.insert(info.jsonName);
    }
    QCOMPARE(writable,
             (QSet<QString>{text("role"), text("external_id"), text("email"), text("phone"),
                            text("name"), text("avatar"), text("signed_up_at"),
                            text("last_seen_at"), text("owner_id"),
                            text("unsubscribed_from_emails"), text("custom_attributes")}));
}

void TestContactPatch::roles()
{
    QCOMPARE(roleNamed(u"user"), Role::User);
    QCOMPARE(roleNamed(u"lead"), Role::Lead);
    QCOMPARE(roleNamed(u"User"), Role::Other);
    QCOMPARE(roleNamed(u""), Role::Other);
    QCOMPARE(roleName(Role::User), text("user"));
    QCOMPARE(roleName(Role::Lead), text("lead"));
    QCOMPARE(roleName(Role::Other), QString());
}

void TestContactPatch::fieldValues()
{
    QVERIFY(isNull(FieldValue()));
    QVERIFY(!isNull(FieldValue(QString())));
    QCOMPARE(textOf(FieldValue(qint64(1))), QString());
    QCOMPARE(numberOf(FieldValue(qint64(1))), 1);
    QCOMPARE(numberOf(word("1")), std::nullopt);
    QCOMPARE(flagOf(FieldValue(false)), false);
    QCOMPARE(flagOf(FieldValue(qint64(0))), std::nullopt);
}

QTEST_GUILESS_MAIN(TestContactPatch)
#include "tst_contactpatch.moc"
