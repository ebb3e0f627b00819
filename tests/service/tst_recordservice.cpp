// SPDX-License-Identifier: MIT
// What hangs off a contact, read and written over the sandbox; lost answers among it.
#include "core/service/contactservice.h"
#include "core/service/recordservice.h"
#include "tests/support/sessionfixture.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtCore/QVariantMap>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using sandbox::FaultAction;

namespace {

const QString Attributes = u"/data_attributes"_s;
const QString Notes = u"/contacts/*/notes"_s;
const QString Subscriptions = u"/contacts/*/subscriptions"_s;

} // namespace

class TestRecordService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<SessionFixture>(SessionOptions{.contacts = 20, .speed = 20});
        const QByteArray made = f().ask("POST", u"/contacts"_s, R"({"email":"record@x.example"})");
        m_id = ContactId(QJsonDocument::fromJson(made)[u"id"].toString());
    }
    void cleanup() { m_fixture.reset(); }

    void notesOfSeveralPages();
    void addsANote();
    void noteWhoseAnswerIsLost_data();
    void noteWhoseAnswerIsLost();
    void noteThatNeverArrived();
    void noteOnAContactThatIsGone();
    void segments();
    void choices();
    void choiceIsTakenBack();
    void cancelledNote();
    void wholeCompany();
    void makesAttributes();
    void attributesThatAreRefused();
    void attributeWhoseAnswerIsLost_data();
    void attributeWhoseAnswerIsLost();

private:
    SessionFixture &f() { return *m_fixture; }
    RecordService &records() { return *f()->records(); }
    QString path(const QString &part) const { return u"/contacts/"_s + m_id.text() + u'/' + part; }
    void addNotesElsewhere(int count)
    {
        for (int i = 0; i < count; ++i)
            f().ask("POST", path(u"notes"_s),
                    QJsonDocument(QJsonObject{{u"body"_s, u"Note %1"_s.arg(i)}}).toJson());
    }
    QList<Note> notesNow() { return *SessionFixture::resultOf(records().notes(m_id)); }

    std::unique_ptr<SessionFixture> m_fixture;
    ContactId m_id;
};

void TestRecordService::notesOfSeveralPages()
{
    QVERIFY(notesNow().isEmpty());
    addNotesElsewhere(120);
    f().sandbox()->clearSeen();
    const QList<Note> notes = notesNow();
    QCOMPARE(notes.size(), 120);
    QCOMPARE(f().count("GET", Notes), 3);
    QSet<NoteId> ids;
    QSet<QString> bodies;
    for (const Note &note : notes) {
        ids.insert(note.id);
        bodies.insert(note.body);
        QVERIFY(note.createdAt);
    }
    QCOMPARE(ids.size(), 120);
    QCOMPARE(bodies.size(), 120);
}

void TestRecordService::addsANote()
{
    QSignalSpy changed(&records(), &RecordService::notesChanged);
    const auto note = SessionFixture::resultOf(records().addNote(m_id, u"<p>Hi <b>you</b></p>"_s));
    QVERIFY(note.isOk());
    QVERIFY(note->body.contains(u"you"_s));
    QCOMPARE(note->author.id, f()->identity().tokenOwner.id);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(notesNow(), QList<Note>{*note});
}

void TestRecordService::noteWhoseAnswerIsLost_data()
{
    QTest::addColumn<FaultAction>("action");
    QTest::newRow("closed") << FaultAction::CloseAfter;
    QTest::newRow("cut") << FaultAction::CutBody;
    QTest::newRow("no json") << FaultAction::InvalidJson;
    QTest::newRow("empty") << FaultAction::Empty;
}

void TestRecordService::noteWhoseAnswerIsLost()
{
    QFETCH(FaultAction, action);
    addNotesElsewhere(1);
    f().setFaults({{.method = "POST", .path = Notes, .nth = 1, .action = action}});
    // The same words as the one that is there already.
    const auto note = SessionFixture::resultOf(records().addNote(m_id, u"Note 0"_s));
    QVERIFY2(note.isOk(), qPrintable(note.isOk() ? QString() : note.error().detail));
    QCOMPARE(f().count("POST", Notes), 1);
    const QList<Note> notes = notesNow();
    QCOMPARE(notes.size(), 2);
    QVERIFY(notes.contains(*note));
}

void TestRecordService::noteThatNeverArrived()
{
    QSignalSpy changed(&records(), &RecordService::notesChanged);
    f().setFaults({{.method = "POST",
                    .path = Notes,
                    .nth = 1,
                    .action = FaultAction::Status,
                    .status = 502}});
    const auto note = SessionFixture::resultOf(records().addNote(m_id, u"Never"_s));
    QVERIFY(!note.isOk());
    // Nobody can tell whether it will still come.
    QVERIFY(note.error().effect == Effect::Unknown);
    QCOMPARE(f().count("POST", Notes), 1);
    QVERIFY(notesNow().isEmpty());
    QCOMPARE(changed.count(), 0);
}

void TestRecordService::noteOnAContactThatIsGone()
{
    QVERIFY(f().refresh());
    QVERIFY(f().isStored(m_id));
    f().ask("POST", path(u"archive"_s));
    const auto note = SessionFixture::resultOf(records().addNote(m_id, u"Late"_s));
    QVERIFY(!note.isOk());
    QVERIFY(note.error().kind == ErrorKind::NotFound);
    QCOMPARE(f().count("POST", Notes), 0);
    QVERIFY(!f().isStored(m_id));
}

void TestRecordService::segments()
{
    const QJsonArray told =
        QJsonDocument::fromJson(f().ask("GET", path(u"segments"_s)))[u"data"].toArray();
    const auto segments = SessionFixture::resultOf(records().segments(m_id));
    QVERIFY(segments.isOk());
    QCOMPARE(segments->size(), told.size());
    for (qsizetype i = 0; i < told.size(); ++i)
        QCOMPARE(segments->at(i).name, told.at(i)[u"name"].toString());
}

void TestRecordService::choices()
{
    const auto before = SessionFixture::resultOf(records().subscriptions(m_id));
    QVERIFY(before.isOk());
    QVERIFY(!before->isEmpty());
    QSignalSpy changed(&records(), &RecordService::subscriptionsChanged);
    for (const SubscriptionChoice &choice : *before) {
        QVERIFY(!choice.isChosen);
        const bool wasSubscribed = choice.isSubscribed();
        const auto done = SessionFixture::resultOf(records().choose(m_id, choice.type, true));
        QVERIFY(done.isOk());
        const auto after = SessionFixture::resultOf(records().subscriptions(m_id));
        const auto it = std::find_if(after->cbegin(), after->cend(), [&choice](const auto &one) {
            return one.type.id == choice.type.id;
        });
        QVERIFY(it != after->cend());
        QVERIFY(it->isChosen);
        QCOMPARE(it->isSubscribed(), !wasSubscribed);
    }
    QCOMPARE(changed.count(), before->size());
}

void TestRecordService::choiceIsTakenBack()
{
    const auto all = SessionFixture::resultOf(records().subscriptions(m_id));
    const SubscriptionType type = all->constFirst().type;
    QVERIFY(SessionFixture::resultOf(records().choose(m_id, type, true)).isOk());
    // Its answer is lost; to ask again changes nothing more.
    f().setFaults({{.method = "DELETE",
                    .path = Subscriptions + u"/*"_s,
                    .nth = 1,
                    .action = FaultAction::CloseAfter}});
    const auto back = SessionFixture::resultOf(records().choose(m_id, type, false));
    QVERIFY(back.isOk() || back.error().kind == ErrorKind::NotFound);
    const auto now = SessionFixture::resultOf(records().subscriptions(m_id));
    QVERIFY(std::none_of(now->cbegin(), now->cend(),
                         [](const SubscriptionChoice &choice) { return choice.isChosen; }));
}

void TestRecordService::cancelledNote()
{
    f().sandbox()->setLatency(50);
    OperationOf<Note> *adding = records().addNote(m_id, u"Not now"_s);
    QTRY_COMPARE(f().count("GET", Notes), 1);
    adding->cancel();
    const auto note = SessionFixture::resultOf(adding);
    QVERIFY(note.error().kind == ErrorKind::Cancelled);
    QVERIFY(note.error().effect == Effect::NotApplied);
    f().sandbox()->setLatency(0);
    QVERIFY(notesNow().isEmpty());
    QCOMPARE(f().count("POST", Notes), 0);
}

void TestRecordService::wholeCompany()
{
    for (const Company &known : f()->book().companies().mid(0, 5)) {
        const QString path = u"/companies/"_s + known.id.text();
        const QJsonObject told = QJsonDocument::fromJson(f().ask("GET", path)).object();
        const auto company = SessionFixture::resultOf(records().company(known.id));
        QVERIFY2(company.isOk(), qPrintable(company.isOk() ? QString() : company.error().detail));
        QCOMPARE(company->name, told[u"name"].toString());
        QCOMPARE(company->companyId, told[u"company_id"].toString());
        QCOMPARE(company->plan, told[u"plan"][u"name"].toString());
        QCOMPARE(company->userCount, std::optional(told[u"user_count"].toInteger()));
        QCOMPARE(company->size.has_value(), told.contains(u"size"));
        QCOMPARE(QJsonObject::fromVariantMap([&company] {
                     QVariantMap map;
                     for (auto it = company->customAttributes.cbegin();
                          it != company->customAttributes.cend(); ++it)
                         map.insert(it.key(), it->toVariant());
                     return map;
                 }()),
                 told[u"custom_attributes"].toObject());
        QVERIFY(company->unknownMembers.isEmpty());
        const auto segments = SessionFixture::resultOf(records().companySegments(known.id));
        QVERIFY(segments.isOk());
        QCOMPARE(*segments, company->segments);
    }
    const auto none = SessionFixture::resultOf(records().company(CompanyId(u"none"_s)));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
}

void TestRecordService::makesAttributes()
{
    QSignalSpy changed(&f().service(), &ContactService::directoryChanged);
    const auto known = [this](const QString &name) {
        DataAttribute found;
        for (const DataAttribute &one : f()->book().attributes()) {
            if (one.name == name)
                found = one;
        }
        return found;
    };
    const QList<AttributeType> types{AttributeType::Text, AttributeType::Integer,
                                     AttributeType::Float, AttributeType::Flag,
                                     AttributeType::Date};
    for (qsizetype i = 0; i < types.size(); ++i) {
        const QString name = u"New one %1"_s.arg(i);
        const auto made = SessionFixture::resultOf(
            records().createAttribute({u' ' + name, u"What it is"_s, types.at(i), {}}));
        QVERIFY(made.isOk());
        QCOMPARE(made->name, name);
        QCOMPARE(made->type, types.at(i));
        QCOMPARE(known(name), *made);
        QCOMPARE(changed.count(), int(i + 1));
    }
    const QStringList sizes{u"S"_s, u"M"_s};
    const auto list = SessionFixture::resultOf(
        records().createAttribute({u"Size-€"_s, {}, AttributeType::List, sizes}));
    QVERIFY(list.isOk());
    QCOMPARE(known(u"Size-€"_s).options, sizes);
    QCOMPARE(known(u"Size-€"_s).type, AttributeType::List);
    // A contact takes it.
    f().ask("PUT", u"/contacts/"_s + m_id.text(),
            QByteArray(R"({"custom_attributes":{"Size-€":"M"}})"));
}

void TestRecordService::attributesThatAreRefused()
{
    const auto refused = [this](const NewAttribute &attribute) {
        const auto made = SessionFixture::resultOf(records().createAttribute(attribute));
        return !made && made.error().kind == ErrorKind::Invalid &&
               made.error().effect == Effect::NotApplied;
    };
    QVERIFY(refused({u"n@me"_s, {}, AttributeType::Text, {}}));
    QVERIFY(refused({u"Size"_s, {}, AttributeType::List, {u"S"_s}}));
    QCOMPARE(f().count("POST", Attributes), 0);
    const QString taken = f()->book().attributes().constFirst().name;
    QVERIFY(refused({taken, {}, AttributeType::Text, {}}));
    QCOMPARE(f().count("POST", Attributes), 1);
}

void TestRecordService::attributeWhoseAnswerIsLost_data()
{
    QTest::addColumn<FaultAction>("action");
    QTest::addColumn<bool>("isMade");
    QTest::newRow("closed after") << FaultAction::CloseAfter << true;
    QTest::newRow("no json") << FaultAction::InvalidJson << true;
    QTest::newRow("closed before") << FaultAction::CloseBefore << false;
}

void TestRecordService::attributeWhoseAnswerIsLost()
{
    QFETCH(FaultAction, action);
    QFETCH(bool, isMade);
    f().setFaults({fault("POST", Attributes, action)});
    const auto made = SessionFixture::resultOf(
        records().createAttribute({u"Lost one"_s, {}, AttributeType::Flag, {}}));
    QCOMPARE(f().count("POST", Attributes), 1);
    QCOMPARE(made.isOk(), isMade);
    QVERIFY(isMade || made.error().effect == Effect::Unknown);
    const QList<DataAttribute> all = f()->book().attributes();
    QCOMPARE(std::any_of(all.begin(), all.end(),
                         [](const DataAttribute &one) { return one.name == u"Lost one"_s; }),
             isMade);
}

QTEST_GUILESS_MAIN(TestRecordService)
#include "tst_recordservice.moc"
