// SPDX-License-Identifier: MIT
#include "core/store/folding.h"
#include "tests/store/storefixture.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMap>
#include <QtCore/QRandomGenerator>
#include <QtTest/QSignalSpy>

using namespace roster;

namespace {

Tag tag(const char *id, const char *name)
{
    return {TagId(QString::fromLatin1(id)), QString::fromUtf8(name)};
}

Company company(const char *id, const char *name)
{
    return {CompanyId(QString::fromLatin1(id)),
            QStringLiteral("c-") + QString::fromLatin1(id),
            QString::fromUtf8(name),
            {},
            3};
}

const ContactId ada{QStringLiteral("c1")};
const ContactId grace{QStringLiteral("c2")};

Contact adaContact(qint64 updatedAt = 100)
{
    return contactWith(ada.text(), updatedAt,
                       {{ContactField::Name, QStringLiteral("Ada Lovelace")},
                        {ContactField::Email, QStringLiteral("ada@example.com")},
                        {ContactField::Owner, QStringLiteral("7")},
                        {ContactField::LastSeenAt, qint64(90)}});
}

Contact graceContact(qint64 updatedAt = 200)
{
    return contactWith(grace.text(), updatedAt,
                       {{ContactField::Name, QStringLiteral("Grace Hopper")},
                        {ContactField::Role, QStringLiteral("lead")}});
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesAndReads();
    void tellsFactsBeforeTheOperationFinishes();
    void saysWhatIsNewAndWhatChanged();
    void removesAndForgets();
    void keepsTagsPastTheEmbedded();
    void addsAndRemovesLinks();
    void linksOfUnknownContactsAreRefused();
    void keepsNames();
    void namesStaySorted();
    void retellsRenamedThings();
    void counts();
    void sweeps();
    void keepsMeta();
    void wipes();
    void survivesReopening();
    void writesWhatWasAskedForBeforeClosing();
    void endsOperationsWhenClosed();
    void keepsFilesToTheOwner();
    void answersForWhatIsNotThere();
    void reportsRecordsThatCannotBeRead();
};

void TestStore::storesAndReads()
{
    StoreFixture f;
    Contact full = adaContact();
    full.tags = {{TagId(QStringLiteral("5")), TagId(QStringLiteral("4"))}, 12};
    full.companies = PartialList<CompanyId>::complete({CompanyId(QStringLiteral("k"))});
    const Result<StoreSummary> summary =
        resultOf(f->storeContacts({listed(full), listed(graceContact())}));
    QVERIFY(summary.isOk());
    QCOMPARE(summary->keys.size(), size_t(2));
    QCOMPARE(summary->added, (QList<ContactId>{ada, grace}));

    const QList<ContactRow> rows = f->reader().rows({summary->keys[1], summary->keys[0]});
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows[1] == rowOf(full, summary->keys[0]));
    QVERIFY(rows[0] == rowOf(graceContact(), summary->keys[1]));
    QVERIFY(f->reader().contact(ada) == full);
    QCOMPARE(f->reader().record(ada), recordOf(full));
    QVERIFY(f->reader().keysOf({grace, ContactId(QStringLiteral("no")), ada}) ==
            (std::vector<RowKey>{summary->keys[1], 0, summary->keys[0]}));
}

void TestStore::tellsFactsBeforeTheOperationFinishes()
{
    StoreFixture f;
    QSignalSpy stored(&f.store(), &Store::contactsStored);
    OperationOf<StoreSummary> *operation = f->storeContacts({listed(adaContact())});
    QVERIFY(!operation->isFinished());
    int factsAtTheEnd = -1;
    operation->onFinished(this, [&](const auto &) {
        factsAtTheEnd = static_cast<int>(stored.size());
        QCOMPARE(f->reader().keysOf({ada}).size(), size_t(1));
    });
    QTRY_COMPARE(factsAtTheEnd, 1);
    QCOMPARE(stored[0][0].value<QList<ContactId>>(), QList<ContactId>{ada});
}

void TestStore::saysWhatIsNewAndWhatChanged()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(adaContact())})).isOk());
    QSignalSpy stored(&f.store(), &Store::contactsStored);
    Contact other = adaContact(101);
    other.fields[ContactField::Name] = QStringLiteral("Ada King");
    const Result<StoreSummary> summary = resultOf(f->storeContacts(
        {listed(adaContact()), listed(other), listed(other), listed(graceContact())}));
    QCOMPARE(summary->changed, QList<ContactId>{ada});
    QCOMPARE(summary->added, QList<ContactId>{grace});
    QCOMPARE(stored.size(), 1);
    QVERIFY(resultOf(f->storeContacts({listed(other)})).isOk());
    QCOMPARE(stored.size(), 1);
    QCOMPARE(f.names({}),
             (QStringList{QStringLiteral("Ada King"), QStringLiteral("Grace Hopper")}));
}

void TestStore::removesAndForgets()
{
    StoreFixture f;
    const Result<StoreSummary> summary =
        resultOf(f->storeContacts({listed(adaContact()), listed(graceContact())}));
    QSignalSpy removed(&f.store(), &Store::contactsRemoved);
    const Result<QList<ContactId>> gone =
        resultOf(f->removeContacts({ada, ContactId(QStringLiteral("no"))}));
    QCOMPARE(*gone, QList<ContactId>{ada});
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].value<QList<ContactId>>(), QList<ContactId>{ada});
    QVERIFY(f->reader().rows({summary->keys[0]})[0].id.isEmpty());
    QVERIFY(!f->reader().contact(ada));
    QCOMPARE(f.names({}), QStringList{QStringLiteral("Grace Hopper")});

    // A search that lags does not bring it back, an answer does, and its key is a new one.
    const Result<StoreSummary> late = resultOf(f->storeContacts({listed(adaContact())}));
    QCOMPARE(late->keys, std::vector<RowKey>{0});
    QVERIFY(late->stored().isEmpty());
    const Result<StoreSummary> restored = resultOf(f->storeContacts({answered(adaContact())}));
    QCOMPARE(restored->added, QList<ContactId>{ada});
    QVERIFY(restored->keys[0] > summary->keys[1]);
}

void TestStore::keepsTagsPastTheEmbedded()
{
    StoreFixture f;
    Contact embedded = adaContact();
    embedded.tags = {{TagId(QStringLiteral("1"))}, 3};
    QVERIFY(resultOf(f->storeContacts({listed(embedded)})).isOk());
    const QList<Tag> all{tag("1", "One"), tag("2", "Two"), tag("3", "Three")};
    QVERIFY(*resultOf(f->setTags(ada, all)));
    const QList<TagId> ids{all[0].id, all[1].id, all[2].id};
    QCOMPARE(f->reader().contact(ada)->tags.items, ids);
    QVERIFY(f->reader().contact(ada)->tags.isComplete());
    QCOMPARE(f->reader().tagName(all[1].id), QStringLiteral("Two"));

    // A newer record that embeds one of three does not make the two others unknown …
    embedded.fields[ContactField::UpdatedAt] = qint64(150);
    QVERIFY(resultOf(f->storeContacts({listed(embedded)})).isOk());
    QCOMPARE(f->reader().contact(ada)->tags.items, ids);
    // … but one that tells of another number does.
    embedded.fields[ContactField::UpdatedAt] = qint64(160);
    embedded.tags.total = 4;
    QVERIFY(resultOf(f->storeContacts({listed(embedded)})).isOk());
    QVERIFY(f->reader().contact(ada)->tags == embedded.tags);
}

void TestStore::addsAndRemovesLinks()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(adaContact())})).isOk());
    QSignalSpy stored(&f.store(), &Store::contactsStored);
    QVERIFY(*resultOf(f->addTag(ada, tag("1", "Vip"))));
    QVERIFY(*resultOf(f->addTag(ada, tag("1", "Vip"))));
    QVERIFY(*resultOf(f->addTag(ada, tag("2", "Beta"))));
    QVERIFY(*resultOf(f->addCompany(ada, company("k", "Kew"))));
    QCOMPARE(stored.size(), 4);
    ContactQuery query;
    query.setTag(TagId(QStringLiteral("1")));
    query.setCompany(CompanyId(QStringLiteral("k")));
    query.text = QStringLiteral("beta kew");
    QCOMPARE(f.names(query).size(), 1);
    QCOMPARE(f->reader().contact(ada)->tags.total, 2);

    QVERIFY(*resultOf(f->removeTag(ada, TagId(QStringLiteral("1")))));
    QCOMPARE(f.names(query).size(), 0);
    query.setTag(TagId(QStringLiteral("2")));
    QCOMPARE(f.names(query).size(), 1);
    QVERIFY(*resultOf(f->removeTag(ada, TagId(QStringLiteral("9")))));
    QCOMPARE(f->reader().contact(ada)->tags.total, 1);
    QVERIFY(*resultOf(f->setCompanies(ada, {})));
    QCOMPARE(f.names(query).size(), 0);
    QVERIFY(*resultOf(f->setCompanies(ada, {company("k", "Kew")})));
    QCOMPARE(f.names(query).size(), 1);
    QVERIFY(*resultOf(f->removeCompany(ada, CompanyId(QStringLiteral("k")))));
    QVERIFY(f->reader().contact(ada)->companies.items.isEmpty());
    QCOMPARE(f.names(query).size(), 0);
}

void TestStore::linksOfUnknownContactsAreRefused()
{
    StoreFixture f;
    QSignalSpy stored(&f.store(), &Store::contactsStored);
    QCOMPARE(*resultOf(f->addTag(ada, tag("1", "Vip"))), false);
    QCOMPARE(*resultOf(f->removeCompany(ada, CompanyId(QStringLiteral("k")))), false);
    QCOMPARE(stored.size(), 0);
    QCOMPARE(f->reader().tagName(TagId(QStringLiteral("1"))), QStringLiteral("Vip"));
}

void TestStore::keepsNames()
{
    StoreFixture f;
    QSignalSpy changed(&f.store(), &Store::directoryChanged);
    const QList<Admin> admins{
        {AdminId(QStringLiteral("7")), QStringLiteral("Priya"), QStringLiteral("p@example.com")}};
    DataAttribute plan;
    plan.name = QStringLiteral("plan");
    plan.label = QStringLiteral("Plan");
    plan.type = AttributeType::List;
    plan.options = {QStringLiteral("a,b"), QStringLiteral("\u00fc\"")};
    plan.isWritable = false;
    QVERIFY(resultOf(f->storeTags({tag("2", "zulu"), tag("1", "Älpha"), tag("3", "beta")})).isOk());
    QVERIFY(resultOf(f->storeCompanies({company("k", "Kew"), company("n", "")})).isOk());
    QVERIFY(resultOf(f->storeAdmins(admins)).isOk());
    QVERIFY(resultOf(f->storeAttributes({plan, DataAttribute()})).isOk());
    QCOMPARE(changed.size(), 4);
    // The same again is nothing new.
    QVERIFY(resultOf(f->storeTags({tag("3", "beta"), tag("2", "zulu"), tag("1", "Älpha")})).isOk());
    QVERIFY(resultOf(f->storeCompanies({company("k", "Kew")})).isOk());
    QVERIFY(resultOf(f->storeAdmins(admins)).isOk());
    QVERIFY(resultOf(f->storeAttributes({plan, DataAttribute()})).isOk());
    QCOMPARE(changed.size(), 4);
    for (int round = 0; round < 2; ++round) {
        const ContactReader &reader = f->reader();
        QCOMPARE(reader.tags().size(), 3);
        QCOMPARE(reader.tags()[0].name, QString::fromUtf8("Älpha"));
        QCOMPARE(reader.tags()[2].name, QStringLiteral("zulu"));
        QCOMPARE(reader.companies(), QList<Company>{company("k", "Kew")});
        QCOMPARE(reader.companyName(CompanyId(QStringLiteral("k"))), QStringLiteral("Kew"));
        QCOMPARE(reader.adminName(AdminId(QStringLiteral("7"))), QStringLiteral("Priya"));
        QCOMPARE(reader.adminName(AdminId(QStringLiteral("8"))), QString());
        QCOMPARE(reader.admins(), admins);
        QCOMPARE(reader.attributes(), (QList<DataAttribute>{plan, DataAttribute()}));
        QVERIFY(f.open().isOk());
    }
}

void TestStore::namesStaySorted()
{
    StoreFixture f;
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QMap<QString, QString> expected;
    for (int page = 0; page < 40; ++page) {
        QList<Company> arriving;
        for (int i = 0; i < 10; ++i) {
            const QString id = QString::number(random.bounded(120));
            const QString name = QStringList{QStringLiteral("Ä"), QStringLiteral("b"),
                                             QStringLiteral("ZZ")}[random.bounded(3)] +
                                 QString::number(random.bounded(9));
            Company one;
            one.id = CompanyId(id);
            one.name = name;
            arriving.append(one);
            expected.insert(id, name);
        }
        QVERIFY(resultOf(f->storeCompanies(arriving)).isOk());
        const QList<Company> now = f->reader().companies();
        QCOMPARE(now.size(), expected.size());
        for (qsizetype i = 0; i < now.size(); ++i) {
            QCOMPARE(now[i].name, expected.value(now[i].id.text()));
            const auto keyOf = [](const Company &one) {
                return std::pair(folded(one.name), one.id.text());
            };
            QVERIFY(i == 0 || keyOf(now[i - 1]) < keyOf(now[i]));
        }
    }
}

void TestStore::retellsRenamedThings()
{
    StoreFixture f;
    Contact contact = adaContact();
    contact.tags = PartialList<TagId>::complete({TagId(QStringLiteral("1"))});
    contact.companies = PartialList<CompanyId>::complete({CompanyId(QStringLiteral("k"))});
    QVERIFY(resultOf(f->storeContacts({listed(contact), listed(graceContact())})).isOk());
    const auto found = [&f](const char *text) {
        ContactQuery query;
        query.text = QString::fromUtf8(text);
        return f.names(query).size();
    };
    QCOMPARE(found("gold"), 0);
    QVERIFY(resultOf(f->storeTags({tag("1", "Göld")})).isOk());
    QCOMPARE(found("gold"), 1);
    QVERIFY(resultOf(f->storeTags({tag("1", "Silver")})).isOk());
    QCOMPARE(found("gold"), 0);
    QCOMPARE(found("silver"), 1);
    QVERIFY(resultOf(f->mergeTags({tag("1", "Bronze")})).isOk());
    QCOMPARE(found("bronze"), 1);
    QVERIFY(resultOf(f->storeTags({})).isOk());
    QCOMPARE(found("bronze"), 0);
    QVERIFY(resultOf(f->storeCompanies({company("k", "Kew Gardens")})).isOk());
    QCOMPARE(found("gardens"), 1);

    ContactQuery byOwner;
    byOwner.sortColumn = SortColumn::Owner;
    QVERIFY(resultOf(f->storeAdmins({{AdminId(QStringLiteral("7")), QStringLiteral("Priya"), {}}}))
                .isOk());
    QCOMPARE(f.names(byOwner)[0], QStringLiteral("Ada Lovelace"));
}

void TestStore::counts()
{
    StoreFixture f;
    Contact first = adaContact();
    first.tags = PartialList<TagId>::complete({TagId(QStringLiteral("1"))});
    Contact second = graceContact();
    second.tags =
        PartialList<TagId>::complete({TagId(QStringLiteral("1")), TagId(QStringLiteral("2"))});
    second.companies = PartialList<CompanyId>::complete({CompanyId(QStringLiteral("k"))});
    const Contact other =
        contactWith(QStringLiteral("c3"), 1, {{ContactField::Role, QStringLiteral("visitor")}});
    QVERIFY(resultOf(f->storeContacts({listed(first), listed(second), listed(other)})).isOk());
    ContactCounts expected;
    expected.all = 3;
    expected.users = 1;
    expected.leads = 1;
    expected.byTag = {{TagId(QStringLiteral("1")), 2}, {TagId(QStringLiteral("2")), 1}};
    expected.byCompany = {{CompanyId(QStringLiteral("k")), 1}};
    QVERIFY(*resultOf(f->reader().counts()) == expected);
}

void TestStore::sweeps()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(adaContact()), listed(graceContact())})).isOk());
    const qint64 round = *resultOf(f->beginSweep());
    QCOMPARE(*resultOf(f->endSweep(round)), (QList<ContactId>{ada, grace}));
    // Unchanged, and refused as out of date: both were seen.
    QVERIFY(resultOf(f->storeContacts({listed(adaContact())})).isOk());
    QVERIFY(f.open().isOk());
    QVERIFY(resultOf(f->storeContacts({listed(graceContact(1))})).isOk());
    QCOMPARE(*resultOf(f->endSweep(round)), QList<ContactId>());
    const qint64 next = *resultOf(f->beginSweep());
    QCOMPARE(next, round + 1);
    // Changed, the same once more as an answer, and new: all seen.
    const ContactId late(QStringLiteral("c9"));
    QVERIFY(resultOf(f->storeContacts({listed(adaContact(300))})).isOk());
    QCOMPARE(*resultOf(f->endSweep(next)), QList<ContactId>{grace});
    QVERIFY(resultOf(f->storeContacts({answered(graceContact())})).isOk());
    QVERIFY(resultOf(f->storeContacts({listed(contactWith(late.text(), 1))})).isOk());
    QCOMPARE(*resultOf(f->endSweep(next)), QList<ContactId>());
}

void TestStore::keepsMeta()
{
    StoreFixture f;
    const QString name = QStringLiteral("identity");
    QCOMPARE(f->meta(name), QByteArray());
    QVERIFY(resultOf(f->setMeta(name, QByteArray("\0{\xff", 3))).isOk());
    QVERIFY(f.open().isOk());
    QCOMPARE(f->meta(name), QByteArray("\0{\xff", 3));
    QVERIFY(resultOf(f->setMeta(name, {})).isOk());
    QCOMPARE(f->meta(name), QByteArray());
}

void TestStore::wipes()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeTags({tag("1", "Secretname")})).isOk());
    QVERIFY(resultOf(f->storeContacts({listed(adaContact())})).isOk());
    QVERIFY(resultOf(f->setMeta(QStringLiteral("identity"), "Acmecorp")).isOk());
    const qint64 round = *resultOf(f->beginSweep());
    QSignalSpy removed(&f.store(), &Store::contactsRemoved);
    QCOMPARE(*resultOf(f->wipe()), QList<ContactId>{ada});
    QCOMPARE(removed.size(), 1);
    QVERIFY(f->reader().tags().isEmpty());
    QVERIFY(f->meta(QStringLiteral("identity")).isEmpty());
    QCOMPARE(f.names({}), QStringList());
    QVERIFY(*resultOf(f->beginSweep()) > round);
    for (const char *suffix : {"", "-wal"}) {
        QFile file(f.contactsFile() + QLatin1String(suffix));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char *secret : {"Lovelace", "lovelace", "Secretname", "secretname", "Acmecorp"})
            QVERIFY2(!bytes.contains(secret), secret);
    }
    f.close();
    QVERIFY(Store::removeContactsFile(f.contactsFile()).isOk());
    QCOMPARE(QDir(f.path(QStringLiteral("data"))).entryList(QDir::Files),
             QStringList{QStringLiteral("journal.sqlite")});
}

void TestStore::survivesReopening()
{
    StoreFixture f;
    const Result<StoreSummary> summary = resultOf(f->storeContacts({listed(adaContact())}));
    QVERIFY(f.open().isOk());
    QVERIFY(f->setAside().isEmpty());
    QVERIFY(f->reader().contact(ada) == adaContact());
    QCOMPARE(f->reader().keysOf({ada}), summary->keys);
}

void TestStore::writesWhatWasAskedForBeforeClosing()
{
    StoreFixture f;
    constexpr int many = 600;
    for (int i = 0; i < many; ++i)
        f->storeContacts({listed(contactWith(QStringLiteral("x%1").arg(i), i))});
    QVERIFY(f.open().isOk());
    QCOMPARE(resultOf(f->reader().counts())->all, many);
}

void TestStore::endsOperationsWhenClosed()
{
    StoreFixture f;
    QList<ErrorKind> ends;
    const auto note = [&ends](const auto &result) {
        ends.append(result.isOk() ? ErrorKind::Protocol : result.error().kind);
    };
    f->storeContacts({listed(adaContact())})->onFinished(this, note);
    f->reader().orderedKeys({})->onFinished(this, note);
    f->journal().archivedCount()->onFinished(this, note);
    f.close();
    QCOMPARE(ends, QList<ErrorKind>(3, ErrorKind::Cancelled));
}

void TestStore::keepsFilesToTheOwner()
{
    StoreFixture f;
    QVERIFY(resultOf(f->storeContacts({listed(adaContact())})).isOk());
    constexpr auto everybodyElse = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                   QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QFileInfo folder(f.path(QStringLiteral("data")));
    QCOMPARE(folder.permissions() & everybodyElse, QFile::Permissions());
    QVERIFY(folder.permission(QFile::ExeOwner));
    const QFileInfoList files = QDir(folder.filePath()).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 4);
    for (const QFileInfo &file : files) {
        QVERIFY2(!(file.permissions() & (everybodyElse | QFile::ExeOwner)),
                 qPrintable(file.fileName()));
    }
    // A file that was opened to others is closed again.
    f.close();
    QVERIFY(QFile::setPermissions(f.contactsFile(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(f.open().isOk());
    QCOMPARE(QFileInfo(f.contactsFile()).permissions() & everybodyElse, QFile::Permissions());
}

void TestStore::answersForWhatIsNotThere()
{
    StoreFixture f;
    QVERIFY(f->reader().rows({}).isEmpty());
    QVERIFY(f->reader().keysOf({}).empty());
    QVERIFY(f->reader().record(ada).isNull());
    QCOMPARE(f->reader().rows({-1, 0, 99}).size(), 3);
    QVERIFY(resultOf(f->storeContacts({}))->keys.empty());
    QVERIFY(resultOf(f->removeContacts({}))->isEmpty());
    QVERIFY(resultOf(f->reader().orderedKeys({}))->empty());
}

void TestStore::reportsRecordsThatCannotBeRead()
{
    StoreFixture f;
    StoredContact broken = listed(adaContact());
    broken.record = QByteArray();
    QVERIFY(resultOf(f->storeContacts({broken})).isOk());
    QTest::ignoreMessage(QtWarningMsg, "a stored record cannot be read");
    QVERIFY(!f->reader().contact(ada));
    QCOMPARE(f->reader().record(ada), QByteArray());
    QCOMPARE(f->reader().keysOf({ada}).size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
