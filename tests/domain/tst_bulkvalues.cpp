// SPDX-License-Identifier: MIT
// What an action finds before it, what an undo has to take back, and how patches are kept.
#include "core/domain/beforeaction.h"
#include "core/domain/patchjson.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

using Kind = BulkAction::Kind;

Contact contactOf(std::map<ContactField, FieldValue> fields)
{
    Contact contact;
    contact.id = ContactId(u"a"_s);
    contact.fields = std::move(fields);
    return contact;
}

ContactPatch ownerPatch(const QString &owner)
{
    ContactPatch patch;
    patch.fields[ContactField::Owner] = owner.isEmpty() ? FieldValue() : FieldValue(owner);
    return patch;
}

} // namespace

class TestBulkValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patchesSurviveTheFile_data();
    void patchesSurviveTheFile();
    void unreadablePatchesAreLeftOut();
    void patchesAreHeld();
    void valuesInAContact();
    void whatWasSo_data();
    void whatWasSo();
    void updatesKeepTheEarlierValues();
    void archivesKeepTheRecord();
    void undoLeavesAloneWhatWasSo();
    void updatesAreTakenBackByValues();
};

void TestBulkValues::patchesSurviveTheFile_data()
{
    QTest::addColumn<ContactPatch>("patch");
    QTest::newRow("nothing") << ContactPatch();
    QTest::newRow("nobody's") << ownerPatch({});
    ContactPatch all = ownerPatch(u"991"_s);
    all.fields[ContactField::UnsubscribedFromEmails] = true;
    all.fields[ContactField::Name] = u"Ada \U0001f337 \"x\""_s;
    all.fields[ContactField::Phone] = u""_s;
    all.fields[ContactField::SignedUpAt] = qint64(1'736'942'400);
    all.customAttributes = {{u"plan"_s, u"pro"_s},
                            {u"seats"_s, 2.5},
                            {u"vip"_s, false},
                            {u"left"_s, QJsonValue::Null},
                            {u"id"_s, 9007199254740991.0}};
    QTest::newRow("everything") << all;
}

void TestBulkValues::patchesSurviveTheFile()
{
    QFETCH(ContactPatch, patch);
    QVERIFY(patchFromJson(patchToJson(patch)) == patch);
    QCOMPARE(patchToJson(patch).isEmpty(), patch.isEmpty());
}

void TestBulkValues::unreadablePatchesAreLeftOut()
{
    QVERIFY(patchFromJson("no JSON").isEmpty());
    QVERIFY(patchFromJson(R"({"fields":{"of_tomorrow":1,"name":[1]}})").isEmpty());
    const ContactPatch half = patchFromJson(R"({"fields":{"of_tomorrow":1,"owner_id":"7"}})");
    QVERIFY(half == ownerPatch(u"7"_s));
}

void TestBulkValues::patchesAreHeld()
{
    const Contact owned = contactOf({{ContactField::Owner, u"7"_s}});
    QVERIFY(ownerPatch(u"7"_s).isHeldBy(owned));
    QVERIFY(!ownerPatch(u"8"_s).isHeldBy(owned));
    QVERIFY(!ownerPatch({}).isHeldBy(owned));
    QVERIFY(ownerPatch({}).isHeldBy(contactOf({})));
    QVERIFY(ContactPatch().isHeldBy(owned));
    ContactPatch plan{{}, {{u"plan"_s, u"pro"_s}}};
    QVERIFY(!plan.isHeldBy(owned));
    Contact paying = owned;
    paying.customAttributes[u"plan"_s] = u"pro"_s;
    QVERIFY(plan.isHeldBy(paying));
    plan.customAttributes[u"plan"_s] = QJsonValue::Null;
    QVERIFY(!plan.isHeldBy(paying));
    QVERIFY(plan.isHeldBy(owned));
}

void TestBulkValues::valuesInAContact()
{
    ContactPatch patch = ownerPatch(u"9"_s);
    patch.fields[ContactField::UnsubscribedFromEmails] = true;
    patch.customAttributes = {{u"plan"_s, u"pro"_s}, {u"seats"_s, 3}};
    Contact contact =
        contactOf({{ContactField::Owner, u"7"_s}, {ContactField::UnsubscribedFromEmails, false}});
    contact.customAttributes[u"plan"_s] = u"free"_s;
    const ContactPatch values = patch.valuesIn(contact);
    QCOMPARE(values.fields.size(), size_t(2));
    QVERIFY(values.fields.at(ContactField::Owner) == FieldValue(u"7"_s));
    QVERIFY(values.fields.at(ContactField::UnsubscribedFromEmails) == FieldValue(false));
    QCOMPARE(values.customAttributes.value(u"plan"_s), QJsonValue(u"free"_s));
    QVERIFY(values.customAttributes.value(u"seats"_s).isNull());
    QVERIFY(values.isHeldBy(contact));
}

void TestBulkValues::whatWasSo_data()
{
    QTest::addColumn<BulkAction>("action");
    QTest::addColumn<bool>("isTold");
    QTest::addColumn<bool>("wasSo");
    const TagId has(u"1"_s);
    const TagId lacks(u"2"_s);
    const CompanyId works(u"c"_s);
    const CompanyId other(u"d"_s);
    QTest::newRow("archive") << BulkAction{Kind::Archive, {}, {}} << true << false;
    QTest::newRow("restore") << BulkAction{Kind::Restore, {}, {}} << true << true;
    QTest::newRow("tag it has") << BulkAction{Kind::AddTag, has, {}} << true << true;
    QTest::newRow("tag it lacks") << BulkAction{Kind::AddTag, lacks, {}} << true << false;
    // It may be there already: an undo must not take it off then.
    QTest::newRow("tag, not all known") << BulkAction{Kind::AddTag, lacks, {}} << false << true;
    QTest::newRow("off what it has") << BulkAction{Kind::RemoveTag, has, {}} << true << false;
    QTest::newRow("off what it lacks") << BulkAction{Kind::RemoveTag, lacks, {}} << true << true;
    // It may be among those that the record does not name.
    QTest::newRow("off, not all known") << BulkAction{Kind::RemoveTag, lacks, {}} << false << false;
    QTest::newRow("its company") << BulkAction{Kind::AttachCompany, {}, works} << true << true;
    QTest::newRow("another company") << BulkAction{Kind::AttachCompany, {}, other} << true << false;
    QTest::newRow("company, not all known")
        << BulkAction{Kind::AttachCompany, {}, other} << false << true;
    QTest::newRow("detach") << BulkAction{Kind::DetachCompany, {}, works} << true << false;
    QTest::newRow("detach another") << BulkAction{Kind::DetachCompany, {}, other} << true << true;
    QTest::newRow("detach, not all known")
        << BulkAction{Kind::DetachCompany, {}, other} << false << false;
    QTest::newRow("its owner") << BulkAction{Kind::Update, {}, {}, ownerPatch(u"7"_s)} << true
                               << true;
    QTest::newRow("another owner")
        << BulkAction{Kind::Update, {}, {}, ownerPatch(u"8"_s)} << true << false;
}

void TestBulkValues::whatWasSo()
{
    QFETCH(BulkAction, action);
    QFETCH(bool, isTold);
    QFETCH(bool, wasSo);
    Contact contact = contactOf({{ContactField::Owner, u"7"_s}});
    contact.tags = {{TagId(u"1"_s)}, isTold ? 1 : 11};
    contact.companies = {{CompanyId(u"c"_s)}, isTold ? 1 : 11};
    QCOMPARE(beforeAction(action, contact, {}).wasSo, wasSo);
}

void TestBulkValues::updatesKeepTheEarlierValues()
{
    const Contact contact = contactOf({{ContactField::Owner, u"7"_s}});
    const BulkAction update{Kind::Update, {}, {}, ownerPatch({})};
    const BeforeAction before = beforeAction(update, contact, "{}");
    QVERIFY(before.earlier == ownerPatch(u"7"_s));
    QVERIFY(before.record.isEmpty());
    BulkTarget target{contact.id, {}, {}, Role::User};
    target.earlier = before.earlier;
    QVERIFY(isAsWanted(update.inverse(), target, contact));
    QVERIFY(!isAsWanted(update, target, contact));
}

void TestBulkValues::archivesKeepTheRecord()
{
    const BeforeAction before = beforeAction({}, contactOf({}), "{\"id\":1}");
    QCOMPARE(before.record, "{\"id\":1}"_ba);
    QVERIFY(before.earlier.isEmpty());
}

void TestBulkValues::undoLeavesAloneWhatWasSo()
{
    const auto outcome = [](const char *id, Result<Done> result, bool wasSo) {
        BulkTarget target;
        target.id = ContactId(QString::fromLatin1(id));
        return BulkOutcome{target, std::move(result), wasSo};
    };
    ApiError open = ApiError::cancelled(Effect::Unknown);
    BulkReport report;
    report.settled = {outcome("done", Done{}, false), outcome("so", Done{}, true),
                      outcome("open", open, false),
                      outcome("refused", ApiError::cancelled(Effect::NotApplied), false)};
    QStringList ids;
    for (const BulkTarget &target : report.undoTargets())
        ids.append(target.id.text());
    QCOMPARE(ids, (QStringList{u"done"_s, u"open"_s}));
    QCOMPARE(report.touchedTargets().size(), 3);
}

void TestBulkValues::updatesAreTakenBackByValues()
{
    const BulkAction update{Kind::Update, {}, {}, ownerPatch(u"8"_s)};
    QCOMPARE(update.inverse().kind, Kind::PutBack);
    QVERIFY(update.inverse().patch == update.patch);
    QVERIFY(update.inverse().inverse() == update);
}

QTEST_GUILESS_MAIN(TestBulkValues)
#include "tst_bulkvalues.moc"
