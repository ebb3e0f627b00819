// SPDX-License-Identifier: MIT
// Every version of the API that a workspace can be set to, over real HTTP: the same work gives the
// same contacts, and what differs between versions is handled.
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/lifecycleservice.h"
#include "core/service/recordservice.h"
#include "tests/support/sessionfixture.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class TestApiVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything_data();
    void everything();

private:
    SessionFixture &f() { return *m_fixture; }
    void owners();
    void links();
    void notes();
    void archives();
    void ends();
    void versionsSent();
    void run(const BulkAction &action)
    {
        const BulkReport report = SessionFixture::reportOf(
            f().service().runBulk(action, {SessionFixture::target(f().stored(m_id))}));
        QCOMPARE(report.succeeded(), 1);
    }
    Contact contactNow() { return f().truthOf(m_id); }

    std::unique_ptr<SessionFixture> m_fixture;
    int m_minor = 0;
    ContactId m_id;
};

void TestApiVersions::everything_data()
{
    QTest::addColumn<int>("minor");
    for (int minor = 7; minor <= 16; ++minor)
        QTest::addRow("2.%d", minor) << minor;
}

void TestApiVersions::everything()
{
    QFETCH(int, minor);
    m_minor = minor;
    m_fixture = std::make_unique<SessionFixture>(
        SessionOptions{.contacts = 12, .speed = 20, .version = u"2.%1"_s.arg(minor)});
    QCOMPARE(f().disagreements(), QString());
    const ContactDraft draft{{{ContactField::Role, u"user"_s},
                              {ContactField::Email, u"v@x.example"_s},
                              {ContactField::Owner, f()->book().admins().constFirst().id.text()}},
                             {}};
    const auto made = SessionFixture::resultOf(f().service().create(draft));
    QVERIFY2(made.isOk(), qPrintable(made.isOk() ? QString() : made.error().message));
    m_id = made->id;
    for (const auto step :
         {&TestApiVersions::owners, &TestApiVersions::links, &TestApiVersions::notes,
          &TestApiVersions::archives, &TestApiVersions::ends, &TestApiVersions::versionsSent}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(f().disagreements(), QString());
}

//! A number up to 2.15, text from 2.16 on; read, written, taken away and searched.
void TestApiVersions::owners()
{
    const AdminId first = f()->book().admins().constFirst().id;
    const AdminId other = f()->book().admins().constLast().id;
    QVERIFY(first != other);
    const auto told = [this] {
        return QJsonDocument::fromJson(f().ask("GET", u"/contacts/"_s + m_id.text()))[u"owner_id"];
    };
    QCOMPARE(told().isString(), m_minor >= 16);
    QCOMPARE(f().stored(m_id).owner(), first);
    f().sandbox()->clearSeen();
    const auto changed = SessionFixture::resultOf(f().service().update(
        f().stored(m_id),
        {{{ContactField::Owner, other.text()}, {ContactField::Name, u"Vera"_s}}, {}}));
    QVERIFY2(changed.isOk(), qPrintable(changed.isOk() ? QString() : changed.error().message));
    for (const sandbox::SeenRequest &request : f().sandbox()->seen()) {
        if (request.method != "PUT")
            continue;
        const QJsonValue sent = QJsonDocument::fromJson(request.body)[u"owner_id"];
        QCOMPARE(sent.isString(), m_minor >= 16);
        QCOMPARE(sent.isDouble(), m_minor < 16);
    }
    QCOMPARE(contactNow().owner(), other);
    const auto fetched = SessionFixture::resultOf(f().service().fetch(m_id));
    QVERIFY(fetched.isOk());
    QCOMPARE(fetched->owner(), other);
    const auto cleared = SessionFixture::resultOf(
        f().service().update(f().stored(m_id), {{{ContactField::Owner, FieldValue()}}, {}}));
    QVERIFY(cleared.isOk());
    QVERIFY(told().isNull());
    QVERIFY(f().stored(m_id).owner().isEmpty());
}

void TestApiVersions::links()
{
    const TagId tag = f()->book().tags().constFirst().id;
    const CompanyId company = f()->book().companies().constFirst().id;
    run({BulkAction::Kind::AddTag, tag, {}});
    run({BulkAction::Kind::AttachCompany, {}, company});
    QVERIFY(contactNow().tags.items.contains(tag));
    QVERIFY(contactNow().companies.items.contains(company));
    const auto record = SessionFixture::resultOf(f()->records()->company(company));
    QVERIFY(record.isOk());
    QCOMPARE(record->id, company);
    run({BulkAction::Kind::RemoveTag, tag, {}});
    run({BulkAction::Kind::DetachCompany, {}, company});
    QVERIFY(contactNow().tags.items.isEmpty());
    QVERIFY(contactNow().companies.items.isEmpty());
}

void TestApiVersions::notes()
{
    RecordService &records = *f()->records();
    const auto note = SessionFixture::resultOf(records.addNote(m_id, u"<p>Hello</p>"_s));
    QVERIFY(note.isOk());
    QCOMPARE(*SessionFixture::resultOf(records.notes(m_id)), QList{*note});
    QVERIFY(SessionFixture::resultOf(records.segments(m_id)).isOk());
    QVERIFY(SessionFixture::resultOf(records.subscriptions(m_id)).isOk());
    const NewAttribute size{u"Size"_s, {}, AttributeType::List, {u"S"_s, u"M"_s}};
    const auto attribute = SessionFixture::resultOf(records.createAttribute(size));
    QVERIFY2(attribute.isOk(),
             qPrintable(attribute.isOk() ? QString() : attribute.error().message));
    QCOMPARE(attribute->options, size.options);
}

void TestApiVersions::archives()
{
    run({BulkAction::Kind::Archive, {}, {}});
    QVERIFY(!f().isStored(m_id));
    const QList<ArchiveBatch> batches = *SessionFixture::resultOf(f()->archive().archived({}));
    QCOMPARE(batches.size(), 1);
    SessionFixture::reportOf(f().service().restore({m_id, {}, {}, Role::User}));
    QVERIFY(f().isStored(m_id));
    QVERIFY(f().archivedIds().isEmpty());
}

void TestApiVersions::ends()
{
    LifecycleService &life = *f()->lifecycle();
    const auto lead = SessionFixture::resultOf(f().service().create(
        {{{ContactField::Role, u"lead"_s}, {ContactField::Phone, u"+353 1 555 0100"_s}}, {}}));
    QVERIFY(lead.isOk());
    // They share nothing, which 2.16 wants to be told.
    const auto merged = SessionFixture::resultOf(
        life.merge(SessionFixture::target(*lead), SessionFixture::target(f().stored(m_id))));
    QVERIFY2(merged.isOk(), qPrintable(merged.isOk() ? QString() : merged.error().message));
    QCOMPARE(merged->text(ContactField::Phone), u"+353 1 555 0100"_s);
    const auto gone = SessionFixture::resultOf(f().service().fetch(lead->id));
    QVERIFY(!gone);
    QCOMPARE(gone.error().httpStatus, m_minor >= 16 ? 410 : 404);
    QCOMPARE(gone.error().mergedInto, m_minor >= 16 ? m_id : ContactId());
    QVERIFY(SessionFixture::resultOf(f().service().vanished())->isEmpty());
    const BulkTarget someone = f().targets(1).constFirst();
    QCOMPARE(SessionFixture::resultOf(life.block(someone)).isOk(), m_minor >= 13);
    QVERIFY(SessionFixture::resultOf(life.remove(SessionFixture::target(f().stored(m_id)))).isOk());
    QVERIFY(!f().isStored(m_id));
    QCOMPARE(SessionFixture::resultOf(life.receipts())->size(), m_minor >= 13 ? 3 : 2);
}

//! Each request since the first change says it.
void TestApiVersions::versionsSent()
{
    QVERIFY(f().refresh());
    QVERIFY(f().sweep());
    const QList<sandbox::SeenRequest> seen = f().sandbox()->seen();
    QVERIFY(seen.size() > 30);
    const QByteArray version = "2." + QByteArray::number(m_minor);
    for (const sandbox::SeenRequest &request : seen)
        QCOMPARE(request.version, version);
}

QTEST_GUILESS_MAIN(TestApiVersions)
#include "tst_apiversions.moc"
