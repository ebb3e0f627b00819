// SPDX-License-Identifier: MIT
// Every slot of ContactService as it goes when nothing goes wrong, and the refusals of Intercom.
#include "core/domain/validation.h"
#include "core/service/bulkrun.h"
#include "core/service/updatecontact.h"
#include "tests/service/factlog.h"
#include "tests/support/sessionfixture.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

ContactDraft userDraft(const QString &email, const QString &name)
{
    ContactDraft draft;
    draft.fields = {
        {ContactField::Role, u"user"_s}, {ContactField::Email, email}, {ContactField::Name, name}};
    return draft;
}

ContactPatch patchOf(ContactField field, const FieldValue &value)
{
    ContactPatch patch;
    patch.fields.emplace(field, value);
    return patch;
}

//! A company of the sandbox with that many active contacts attached.
CompanyId companyWith(SessionFixture &fixture, const QString &name, const QList<ContactId> &ids)
{
    const QByteArray body = QJsonDocument(QJsonObject{{u"company_id"_s, name}, {u"name"_s, name}})
                                .toJson(QJsonDocument::Compact);
    const QString id = objectOf(fixture.ask("POST", u"/companies"_s, body))[u"id"].toString();
    for (const ContactId &contact : ids)
        fixture.ask("POST", u"/contacts/%1/companies"_s.arg(contact.text()),
                    "{\"id\":\"" + id.toLatin1() + "\"}");
    return CompanyId(id);
}

TagId tagNamed(SessionFixture &fixture, const QString &name)
{
    const QByteArray body = "{\"name\":\"" + name.toUtf8() + "\"}";
    return TagId(objectOf(fixture.ask("POST", u"/tags"_s, body))[u"id"].toString());
}

} // namespace

class TestContactService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<SessionFixture>(SessionOptions{.contacts = 20, .speed = 20});
    }
    void cleanup()
    {
        if (!QTest::currentTestFailed())
            QCOMPARE(m_fixture->disagreements(), QString());
        m_fixture.reset();
    }

    void fetchReadsEveryTagAndCompany();
    void fetchReadsPagesOfCompanies();
    void fetchForgetsAContactThatIsGone();
    void createMakesAUser();
    void createMakesALead();
    void createIsRefusedBeforeSending();
    void createMeetsAnActiveContact();
    void createMeetsAnArchivedContact();
    void updateSendsOnlyWhatChanged();
    void updateTellsClearFromEmpty();
    void updateWithoutChangeSendsNothing();
    void updateSeesAnotherPersonsChange();
    void updateMergesWithOtherFields();
    void updateOfAGoneContact();
    void updateIsRefused();
    void archiveAndRestore();
    void tagsComeAndGo();
    void companiesComeAndGo();
    void createTagIsLearned();
    void createCompanyIsLearned();
    void companyContactsComeInPages();
    void listsAreComplete();
    void refusedLinkTellsWhatIsThere();

private:
    SessionFixture &f() { return *m_fixture; }
    template <class T>
    static Result<T> resultOf(OperationOf<T> *operation)
    {
        return SessionFixture::resultOf(operation);
    }
    //! The body of the only request of that kind.
    QJsonObject onlyBody(const QByteArray &method, const QString &path)
    {
        QList<QByteArray> bodies;
        for (const sandbox::SeenRequest &request : f().sandbox()->seen()) {
            if (request.method == method && request.path == path)
                bodies.append(request.body);
        }
        return bodies.size() == 1 ? objectOf(bodies.first()) : QJsonObject{{u"bodies"_s, -1}};
    }
    Contact someone(Role role)
    {
        ContactQuery query;
        query.setRole(role);
        return f().stored(f().ids(query).constFirst());
    }
    //! Runs one action on one contact and gives what came of the contact.
    static Result<Done> outcomeOf(BulkRun *run)
    {
        const Result<BulkReport> report = resultOf<BulkReport>(run);
        if (!report)
            return report.error();
        return report->settled.size() == 1 ? report->settled.constFirst().result
                                           : ApiError::protocol(u"one outcome expected"_s);
    }

    std::unique_ptr<SessionFixture> m_fixture;
};

void TestContactService::fetchReadsEveryTagAndCompany()
{
    const ContactId id = f().ids().constFirst();
    for (int i = 0; i < 14; ++i) {
        const TagId tag = tagNamed(f(), u"many %1"_s.arg(i));
        f().ask("POST", u"/contacts/%1/tags"_s.arg(id.text()),
                "{\"id\":\"" + tag.text().toLatin1() + "\"}");
        companyWith(f(), u"company %1"_s.arg(i), {id});
    }
    FactLog log(f().service(), {id});
    auto *operation = f().service().fetch(id);
    log.watch(operation);
    const Result<Contact> contact = resultOf(operation);
    QVERIFY(contact);
    QVERIFY(contact->tags.isComplete());
    QVERIFY(contact->tags.items.size() >= 14);
    QVERIFY(contact->companies.items.size() >= 14);
    QCOMPARE(difference(*contact, f().truthOf(id)), QString());
    QCOMPARE(difference(f().stored(id), *contact), QString());
    for (const TagId &tag : contact->tags.items)
        QVERIFY(!f()->book().tagName(tag).isEmpty());
    for (const CompanyId &company : contact->companies.items)
        QVERIFY(!f()->book().companyName(company).isEmpty());
    QCOMPARE(log.kinds(), (QStringList{u"stored"_s, u"finished"_s}));
    QCOMPARE(f().count("GET", u"/contacts/*"_s), 1);
    QCOMPARE(f().count("GET", u"/contacts/*/tags"_s), 1);
    QCOMPARE(f().count("GET", u"/contacts/*/companies"_s), 1);
}

void TestContactService::fetchReadsPagesOfCompanies()
{
    const ContactId id = f().ids().constFirst();
    for (int i = 0; i < 103; ++i)
        companyWith(f(), u"company %1"_s.arg(i), {id});
    const Result<Contact> contact = resultOf(f().service().fetch(id));
    QVERIFY(contact);
    QVERIFY(contact->companies.isComplete());
    QVERIFY(contact->companies.items.size() >= 103);
    QCOMPARE(f().stored(id).companies, contact->companies);
    QCOMPARE(f().count("GET", u"/contacts/*/companies"_s), 3);
    // The comparison of everything at the end reads one page.
    f().ask("POST", u"/contacts/%1/archive"_s.arg(id.text()));
    QVERIFY(!resultOf(f().service().fetch(id)));
}

void TestContactService::fetchForgetsAContactThatIsGone()
{
    const ContactId id = f().ids().constFirst();
    f().ask("POST", u"/contacts/%1/archive"_s.arg(id.text()));
    FactLog log(f().service(), {});
    auto *operation = f().service().fetch(id);
    log.watch(operation);
    const Result<Contact> contact = resultOf(operation);
    QVERIFY(!contact);
    QCOMPARE(contact.error().kind, ErrorKind::NotFound);
    QVERIFY(!f().isStored(id));
    QCOMPARE(log.lines(), (QStringList{u"vanished"_s, u"finished"_s}));
    // Asking again for what is not stored is no news.
    QVERIFY(!resultOf(f().service().fetch(id)));
    QCOMPARE(log.count(u"vanished"_s), 1);
}

void TestContactService::createMakesAUser()
{
    ContactDraft draft = userDraft(u"ada@example.org"_s, u"Ada 🦜"_s);
    draft.fields[ContactField::ExternalId] = u"ext-1"_s;
    FactLog log(f().service(), {});
    auto *operation = f().service().create(draft);
    log.watch(operation);
    const Result<Contact> contact = resultOf(operation);
    QVERIFY(contact);
    QCOMPARE(contact->role(), Role::User);
    QCOMPARE(contact->name(), u"Ada 🦜"_s);
    QCOMPARE(difference(f().stored(contact->id), *contact), QString());
    QCOMPARE(log.lines(), (QStringList{u"stored"_s, u"finished"_s}));
    QCOMPARE(f().count("*", u"**"_s), 1);
    QCOMPARE(onlyBody("POST", u"/contacts"_s), (QJsonObject{{u"role"_s, u"user"_s},
                                                            {u"email"_s, u"ada@example.org"_s},
                                                            {u"name"_s, u"Ada 🦜"_s},
                                                            {u"external_id"_s, u"ext-1"_s}}));
}

void TestContactService::createMakesALead()
{
    ContactDraft draft;
    draft.fields = {{ContactField::Role, u"lead"_s}, {ContactField::Name, u"A lead"_s}};
    const Result<Contact> contact = resultOf(f().service().create(draft));
    QVERIFY(contact);
    QCOMPARE(contact->role(), Role::Lead);
    QVERIFY(!contact->text(ContactField::ExternalId).isEmpty());
    QVERIFY(f().isStored(contact->id));
}

void TestContactService::createIsRefusedBeforeSending()
{
    const Result<Contact> contact = resultOf(f().service().create(userDraft({}, u"Nobody"_s)));
    QVERIFY(!contact);
    QCOMPARE(contact.error().kind, ErrorKind::Invalid);
    QCOMPARE(contact.error().effect, Effect::NotApplied);
    QCOMPARE(contact.error().field, std::optional(ContactField::Email));
    const Result<Contact> wrong =
        resultOf(f().service().create(userDraft(u"no address"_s, u"Nobody"_s)));
    QCOMPARE(wrong.error().field, std::optional(ContactField::Email));
    QCOMPARE(f().count("*", u"**"_s), 0);
}

void TestContactService::createMeetsAnActiveContact()
{
    ContactDraft draft = userDraft(u"one@example.org"_s, u"One"_s);
    draft.fields[ContactField::ExternalId] = u"same"_s;
    const Result<Contact> first = resultOf(f().service().create(draft));
    QVERIFY(first);
    draft.fields[ContactField::Email] = u"two@example.org"_s;
    const Result<Contact> second = resultOf(f().service().create(draft));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    QCOMPARE(second.error().effect, Effect::NotApplied);
    QCOMPARE(second.error().conflictingContact, first->id);
    QVERIFY(!second.error().isConflictArchived);
    QVERIFY(!second.error().requestId.isEmpty());
    QCOMPARE(f().count("POST", u"/contacts"_s), 2);
    QCOMPARE(f().count("POST", u"/contacts/search"_s), 0);
}

void TestContactService::createMeetsAnArchivedContact()
{
    const ContactDraft draft = userDraft(u"one@example.org"_s, u"One"_s);
    const Result<Contact> first = resultOf(f().service().create(draft));
    QVERIFY(first);
    QVERIFY(outcomeOf(f().service().archive(SessionFixture::target(*first))));
    const Result<Contact> second = resultOf(f().service().create(draft));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    QCOMPARE(second.error().conflictingContact, first->id);
    QVERIFY(second.error().isConflictArchived);
}

void TestContactService::updateSendsOnlyWhatChanged()
{
    const Contact base = someone(Role::User);
    ContactDraft draft = ContactDraft::of(base);
    draft.fields[ContactField::Name] = u"Renamed"_s;
    FactLog log(f().service(), {base.id});
    auto *operation = f().service().update(base, draft.patchFrom(base));
    log.watch(operation);
    const Result<Contact> contact = resultOf(operation);
    QVERIFY(contact);
    QCOMPARE(contact->name(), u"Renamed"_s);
    QCOMPARE(f().stored(base.id).name(), u"Renamed"_s);
    QCOMPARE(log.lines(), (QStringList{u"stored"_s, u"finished"_s}));
    QCOMPARE(onlyBody("PUT", u"/contacts/"_s + base.id.text()),
             (QJsonObject{{u"name"_s, u"Renamed"_s}}));
    QCOMPARE(f().count("*", u"**"_s), 2);
}

void TestContactService::updateTellsClearFromEmpty()
{
    const Contact made = [this] {
        ContactDraft draft = userDraft(u"full@example.org"_s, u"Full"_s);
        draft.fields[ContactField::Phone] = u"+49 30 1234567"_s;
        draft.fields[ContactField::ExternalId] = u"full-1"_s;
        return *resultOf(f().service().create(draft));
    }();
    f().sandbox()->clearSeen();
    ContactPatch patch = patchOf(ContactField::Phone, {});
    patch.fields[ContactField::Email] = FieldValue();
    patch.fields[ContactField::Name] = QString();
    const Result<Contact> contact = resultOf(f().service().update(made, patch));
    QVERIFY(contact);
    const QJsonObject body = onlyBody("PUT", u"/contacts/"_s + made.id.text());
    QCOMPARE(body,
             (QJsonObject{
                 {u"phone"_s, QJsonValue()}, {u"email"_s, QJsonValue()}, {u"name"_s, QString()}}));
    QVERIFY(isNull(contact->value(ContactField::Phone)));
    // A cleared email comes back as an empty text (Intercom).
    QCOMPARE(contact->value(ContactField::Email), FieldValue(QString()));
    QCOMPARE(contact->text(ContactField::ExternalId), u"full-1"_s);
    QCOMPARE(contact->value(ContactField::Name), f().truthOf(made.id).value(ContactField::Name));
}

void TestContactService::updateWithoutChangeSendsNothing()
{
    const Contact base = someone(Role::User);
    auto *operation = f().service().update(base, ContactDraft::of(base).patchFrom(base));
    QVERIFY(!operation->isFinished());
    const Result<Contact> contact = resultOf(operation);
    QVERIFY(contact);
    QCOMPARE(*contact, base);
    QCOMPARE(f().count("*", u"**"_s), 0);
}

void TestContactService::updateSeesAnotherPersonsChange()
{
    const Contact base = someone(Role::User);
    f().ask("PUT", u"/contacts/"_s + base.id.text(), "{\"name\":\"Theirs\"}");
    FactLog log(f().service(), {base.id});
    auto *operation = f().service().update(base, patchOf(ContactField::Name, u"Mine"_s));
    log.watch(operation);
    const Result<Contact> contact = resultOf(operation);
    QVERIFY(!contact);
    QCOMPARE(contact.error().kind, ErrorKind::Conflict);
    QCOMPARE(contact.error().code, UpdateContact::changedMeanwhile());
    QCOMPARE(contact.error().field, std::optional(ContactField::Name));
    QCOMPARE(contact.error().effect, Effect::NotApplied);
    QCOMPARE(f().count("PUT", u"**"_s), 0);
    QCOMPARE(f().stored(base.id).name(), u"Theirs"_s);
    QCOMPARE(log.lines(), (QStringList{u"stored"_s, u"finished"_s}));
    // What the store has now is what the next attempt begins with.
    const Result<Contact> again =
        resultOf(f().service().update(f().stored(base.id), patchOf(ContactField::Name, u"Mine"_s)));
    QVERIFY(again);
    QCOMPARE(f().truthOf(base.id).name(), u"Mine"_s);
}

void TestContactService::updateMergesWithOtherFields()
{
    const Contact base = someone(Role::User);
    f().ask("PUT", u"/contacts/"_s + base.id.text(), "{\"phone\":\"+49 30 7654321\"}");
    const Result<Contact> contact =
        resultOf(f().service().update(base, patchOf(ContactField::Name, u"Mine"_s)));
    QVERIFY(contact);
    QCOMPARE(f().stored(base.id).name(), u"Mine"_s);
    QCOMPARE(f().truthOf(base.id).text(ContactField::Phone), u"+49 30 7654321"_s);
    QCOMPARE(onlyBody("PUT", u"/contacts/"_s + base.id.text()),
             (QJsonObject{{u"name"_s, u"Mine"_s}}));
}

void TestContactService::updateOfAGoneContact()
{
    const Contact base = someone(Role::User);
    f().ask("POST", u"/contacts/%1/archive"_s.arg(base.id.text()));
    FactLog log(f().service(), {base.id});
    auto *operation = f().service().update(base, patchOf(ContactField::Name, u"Mine"_s));
    log.watch(operation);
    const Result<Contact> contact = resultOf(operation);
    QVERIFY(!contact);
    QCOMPARE(contact.error().kind, ErrorKind::NotFound);
    QCOMPARE(f().count("PUT", u"**"_s), 0);
    QVERIFY(!f().isStored(base.id));
    QCOMPARE(log.lines(), (QStringList{u"vanished"_s, u"finished"_s}));
}

void TestContactService::updateIsRefused()
{
    const Contact base = someone(Role::User);
    const Result<Contact> contact =
        resultOf(f().service().update(base, patchOf(ContactField::Role, u"lead"_s)));
    QVERIFY(!contact);
    QCOMPARE(contact.error().kind, ErrorKind::Invalid);
    QCOMPARE(contact.error().effect, Effect::NotApplied);
    QCOMPARE(contact.error().field, std::optional(ContactField::Role));
    QCOMPARE(f().count("PUT", u"**"_s), 1);
}

void TestContactService::archiveAndRestore()
{
    const BulkTarget target = f().targets(1).constFirst();
    FactLog log(f().service(), {target.id});
    QSignalSpy journalChanged(&f().service(), &ContactService::archiveChanged);
    auto *run = f().service().archive(target);
    log.watch(run);
    QVERIFY(outcomeOf(run));
    QCOMPARE(log.lines(), (QStringList{u"archived"_s, u"finished"_s}));
    QVERIFY(!f().isStored(target.id));
    QCOMPARE(f().archivedIds(), QList{target.id});
    QVERIFY(journalChanged.count() > 0);
    QCOMPARE(f().count("POST", u"/contacts/*/archive"_s), 1);

    FactLog back(f().service(), {target.id});
    auto *restore = f().service().restore(target);
    back.watch(restore);
    QVERIFY(outcomeOf(restore));
    QCOMPARE(back.kinds(), (QStringList{u"stored"_s, u"restored"_s, u"finished"_s}));
    QVERIFY(f().isStored(target.id));
    QCOMPARE(f().archivedIds(), QList<ContactId>());
    QCOMPARE(f().count("POST", u"/contacts/*/unarchive"_s), 1);
}

void TestContactService::tagsComeAndGo()
{
    const BulkTarget target = f().targets(1).constFirst();
    const TagId tag = tagNamed(f(), u"Brand new"_s);
    FactLog log(f().service(), {target.id});
    auto *run = f().service().attachTag(target, tag);
    log.watch(run);
    QVERIFY(outcomeOf(run));
    QCOMPARE(log.lines(), (QStringList{u"stored"_s, u"finished"_s}));
    QVERIFY(f().stored(target.id).tags.items.contains(tag));
    QCOMPARE(f()->book().tagName(tag), u"Brand new"_s);
    QVERIFY(f().truthOf(target.id).tags.items.contains(tag));

    QVERIFY(outcomeOf(f().service().detachTag(target, tag)));
    QVERIFY(!f().stored(target.id).tags.items.contains(tag));
    QVERIFY(!f().truthOf(target.id).tags.items.contains(tag));
    QCOMPARE(f().count("*", u"**"_s), 2);
    QCOMPARE(f().archivedIds(), QList<ContactId>());
}

void TestContactService::companiesComeAndGo()
{
    const BulkTarget target = f().targets(1).constFirst();
    const CompanyId company = companyWith(f(), u"New & Co"_s, {});
    QVERIFY(outcomeOf(f().service().attachCompany(target, company)));
    QVERIFY(f().stored(target.id).companies.items.contains(company));
    QCOMPARE(f()->book().companyName(company), u"New & Co"_s);
    QVERIFY(f().truthOf(target.id).companies.items.contains(company));
    QVERIFY(outcomeOf(f().service().detachCompany(target, company)));
    QVERIFY(!f().stored(target.id).companies.items.contains(company));
    QCOMPARE(f().count("POST", u"**"_s), 1);
    QCOMPARE(f().count("DELETE", u"**"_s), 1);
}

void TestContactService::createTagIsLearned()
{
    QSignalSpy changed(&f().service(), &ContactService::directoryChanged);
    const Result<Tag> tag = resultOf(f().service().createTag(u"Änderung"_s));
    QVERIFY(tag);
    QCOMPARE(tag->name, u"Änderung"_s);
    QCOMPARE(f()->book().tagName(tag->id), u"Änderung"_s);
    QVERIFY(changed.count() > 0);
    // The same name is the same tag.
    QCOMPARE(resultOf(f().service().createTag(u"Änderung"_s))->id, tag->id);
}

void TestContactService::createCompanyIsLearned()
{
    const Result<Company> company =
        resultOf(f().service().createCompany(u"Blume & Söhne"_s, u"blume-1"_s));
    QVERIFY(company);
    QCOMPARE(company->name, u"Blume & Söhne"_s);
    QCOMPARE(company->companyId, u"blume-1"_s);
    QCOMPARE(f()->book().companyName(company->id), u"Blume & Söhne"_s);
    const Result<Company> renamed = resultOf(f().service().createCompany(u"Blume"_s, u"blume-1"_s));
    QVERIFY(renamed);
    QCOMPARE(renamed->id, company->id);
    QCOMPARE(f()->book().companyName(company->id), u"Blume"_s);
}

void TestContactService::companyContactsComeInPages()
{
    QList<ContactId> ids = f().ids();
    for (int i = 0; ids.size() < 60; ++i) {
        const QByteArray body = "{\"role\":\"lead\",\"name\":\"L" + QByteArray::number(i) + "\"}";
        const ContactId id(objectOf(f().ask("POST", u"/contacts"_s, body))[u"id"].toString());
        ids.append(id);
    }
    const CompanyId company = companyWith(f(), u"Large"_s, ids);
    QVERIFY(f().refresh());
    QSet<ContactId> seen;
    QString cursor;
    int pages = 0;
    do {
        const auto page = resultOf(f().service().companyContacts(company, cursor));
        QVERIFY(page);
        QCOMPARE(page->total, 60);
        for (const Contact &contact : page->items)
            seen.insert(contact.id);
        cursor = page->next;
        ++pages;
    } while (!cursor.isEmpty() && pages < 5);
    QCOMPARE(pages, 2);
    QCOMPARE(seen, QSet<ContactId>(ids.begin(), ids.end()));
    const auto nothing = resultOf(f().service().companyContacts(CompanyId(u"nowhere"_s), {}));
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().kind, ErrorKind::NotFound);
}

void TestContactService::listsAreComplete()
{
    const ContactId id = f().ids().constFirst();
    const Contact truth = f().truthOf(id);
    const auto tags = resultOf(f().service().listTags(id));
    QVERIFY(tags);
    QCOMPARE(tags->size(), truth.tags.items.size());
    const CompanyId company = companyWith(f(), u"One more"_s, {id});
    const auto companies = resultOf(f().service().listCompanies(id));
    QVERIFY(companies);
    QCOMPARE(companies->size(), truth.companies.items.size() + 1);
    QVERIFY(std::any_of(companies->begin(), companies->end(), [&](const Company &each) {
        return each.id == company && each.name == u"One more"_s;
    }));
}

void TestContactService::refusedLinkTellsWhatIsThere()
{
    // Somebody took the tag off and changed the name; the store learns both by the refusal.
    const BulkTarget target = f().targets(1).constFirst();
    const TagId tag = tagNamed(f(), u"Contested"_s);
    QVERIFY(outcomeOf(f().service().attachTag(target, tag)));
    f().ask("DELETE", u"/contacts/%1/tags/%2"_s.arg(target.id.text(), tag.text()));
    f().ask("PUT", u"/contacts/"_s + target.id.text(), "{\"name\":\"Theirs\"}");
    const Result<Done> outcome = outcomeOf(f().service().detachTag(target, tag));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
    QCOMPARE(outcome.error().effect, Effect::NotApplied);
    QVERIFY(!f().stored(target.id).tags.items.contains(tag));
    QCOMPARE(f().stored(target.id).name(), u"Theirs"_s);
}

QTEST_GUILESS_MAIN(TestContactService)
#include "tst_contactservice.moc"
