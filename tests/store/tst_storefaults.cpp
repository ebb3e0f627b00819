// SPDX-License-Identifier: MIT
#include "tests/store/storefixture.h"

#include <atomic>

using namespace roster;

namespace {

QString str(const char *text)
{
    return QString::fromLatin1(text);
}

//! Lets the n-th statement from now on fail, in whichever thread.
class FailNth final : public StatementHook
{
public:
    void arm(int nth)
    {
        m_left = nth;
        m_hasFailed = false;
    }
    void disarm() { m_left = 0; }
    bool hasFailed() const { return m_hasFailed; }

    bool allows(const QString &) override
    {
        if (m_left == 0 || --m_left != 0)
            return true;
        m_hasFailed = true;
        return false;
    }

private:
    std::atomic<int> m_left = 0;
    std::atomic<bool> m_hasFailed = false;
};

const JournalScope acme{QStringLiteral("acme"), QStringLiteral("eu")};
const ContactId first{QStringLiteral("c1")};
const ContactId fresh{QStringLiteral("c9")};

Contact person(const ContactId &id, qint64 updatedAt)
{
    Contact contact = contactWith(id.text(), updatedAt,
                                  {{ContactField::Name, QStringLiteral("N%1").arg(updatedAt)}});
    contact.tags = PartialList<TagId>::complete({TagId(str("1")), TagId(str("2"))});
    contact.companies = PartialList<CompanyId>::complete({CompanyId(str("k"))});
    return contact;
}

BatchHeader archiving()
{
    BatchHeader header;
    header.scope = acme;
    return header;
}

//! Everything the store holds, as text that can be compared.
QStringList contentOf(StoreFixture &f)
{
    QStringList lines;
    const QList<ContactId> ids{first, ContactId(str("c2")), fresh};
    for (const ContactId &id : ids) {
        const std::optional<Contact> contact = f->reader().contact(id);
        lines.append(contact ? QString::fromLatin1(recordOf(*contact).toHex()) : str("none"));
        lines.append(QString::fromLatin1(f->reader().record(id).toHex()));
    }
    for (const Tag &tag : f->reader().tags())
        lines.append(tag.id.text() + tag.name);
    for (const char *text : {"n", "gold", "kew"}) {
        ContactQuery query;
        query.text = str(text);
        lines.append(f.names(query).join(QLatin1Char(',')));
    }
    const Result<QList<JournalBatch>> batches = resultOf(f->journal().exportRows(acme));
    for (const JournalBatch &batch : *batches) {
        for (const JournalEntry &entry : batch.entries) {
            lines.append(QStringLiteral("%1 %2 %3")
                             .arg(batch.id)
                             .arg(entry.target.id.text())
                             .arg(static_cast<int>(entry.state)));
        }
    }
    return lines;
}

} // namespace

//! Every i-th database call fails (i = 1, 2, 3 …) in every kind of write: it ends in an error and
//! leaves what was there, or it went well.
class TestStoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatementOfAWriteFailsInTurn_data();
    void everyStatementOfAWriteFailsInTurn();
    void oneOfAGroupFailsAlone();
    void everyStatementOfOpeningFailsInTurn();
    void readsReportFailures();
    void shortReadsAreEmptyWhenTheyFail();

private:
    using Write = std::function<bool(StoreFixture &)>;
    static void fill(StoreFixture &f);
};

Q_DECLARE_METATYPE(std::function<bool(roster::StoreFixture &)>)

void TestStoreFaults::fill(StoreFixture &f)
{
    QVERIFY(resultOf(f->storeTags({{TagId(str("1")), str("Gold")}, {TagId(str("2")), str("Tin")}}))
                .isOk());
    QVERIFY(resultOf(f->storeCompanies({{CompanyId(str("k")), {}, str("Kew"), {}, 1}})).isOk());
    QVERIFY(resultOf(f->storeContacts(
                         {listed(person(first, 5)), listed(person(ContactId(str("c2")), 5))}))
                .isOk());
    const QList<BulkTarget> targets{{first, str("A"), {}, Role::User},
                                    {ContactId(str("c2")), str("B"), {}, Role::User}};
    QVERIFY(resultOf(f->journal().openBatch(archiving(), targets)).isOk());
}

void TestStoreFaults::everyStatementOfAWriteFailsInTurn_data()
{
    QTest::addColumn<Write>("write");
    const auto row = [](const char *name, const Write &write) { QTest::newRow(name) << write; };
    row("new and changed contacts", [](StoreFixture &f) {
        return resultOf(f->storeContacts({listed(person(first, 6)), listed(person(fresh, 6))}))
            .isOk();
    });
    row("remove contacts", [](StoreFixture &f) {
        return resultOf(f->removeContacts({first, ContactId(str("c2"))})).isOk();
    });
    row("set tags", [](StoreFixture &f) {
        return resultOf(f->setTags(first, {{TagId(str("3")), str("Golden")}})).isOk();
    });
    row("remove a company", [](StoreFixture &f) {
        return resultOf(f->removeCompany(first, CompanyId(str("k")))).isOk();
    });
    row("replace tags", [](StoreFixture &f) {
        return resultOf(f->storeTags({{TagId(str("2")), str("Gold too")}})).isOk();
    });
    row("rename a company", [](StoreFixture &f) {
        return resultOf(f->storeCompanies({{CompanyId(str("k")), {}, str("Kiev"), {}, 1}})).isOk();
    });
    row("wipe", [](StoreFixture &f) { return resultOf(f->wipe()).isOk(); });
    row("open a batch", [](StoreFixture &f) {
        return resultOf(f->journal().openBatch(archiving(), {{fresh, {}, {}, Role::User},
                                                             {first, {}, {}, Role::User}}))
            .isOk();
    });
    row("settle outcomes", [](StoreFixture &f) {
        return resultOf(f->journal().settleMany(
                            1, {{first, JournalState::Applied, 200, {}},
                                {ContactId(str("c2")), JournalState::Unknown, 0, {}}}))
            .isOk();
    });
    row("mark restored",
        [](StoreFixture &f) { return resultOf(f->journal().markRestored(acme, first)).isOk(); });
    row("erase the journal",
        [](StoreFixture &f) { return resultOf(f->journal().erase(acme)).isOk(); });
}

void TestStoreFaults::everyStatementOfAWriteFailsInTurn()
{
    QFETCH(Write, write);
    FailNth hook;
    StoreFixture f;
    QVERIFY(f.open(&hook).isOk());
    fill(f);
    const QStringList before = contentOf(f);
    bool isWritten = false;
    for (int nth = 1; !isWritten; ++nth) {
        QVERIFY(nth < 200);
        hook.arm(nth);
        isWritten = write(f);
        hook.disarm();
        QVERIFY2(hook.hasFailed() || isWritten, "an error without a cause");
        if (!isWritten)
            QCOMPARE(contentOf(f), before);
    }
    const QStringList after = contentOf(f);
    QVERIFY(after != before);
    QVERIFY(f.open().isOk());
    QCOMPARE(contentOf(f), after);
}

void TestStoreFaults::oneOfAGroupFailsAlone()
{
    // Asked for in one go, so that they share a transaction; some name a contact not in the batch.
    StoreFixture f;
    fill(f);
    QList<bool> ends;
    for (int i = 0; i < 50; ++i) {
        const bool isBad = i % 7 == 3;
        f->journal()
            .settle(1, {isBad ? fresh : first, JournalState::Applied, i, {}})
            ->onFinished(this, [&ends](const Result<Done> &result) { ends.append(result.isOk()); });
    }
    QTRY_COMPARE(ends.size(), 50);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(ends[i], i % 7 != 3);
    QCOMPARE(resultOf(f->journal().exportRows(acme))->at(0).entries[0].httpStatus, 49);
}

void TestStoreFaults::everyStatementOfOpeningFailsInTurn()
{
    bool isOpen = false;
    for (int nth = 1; !isOpen; ++nth) {
        QVERIFY(nth < 300);
        StoreFixture f;
        fill(f);
        const QStringList before = contentOf(f);
        FailNth hook;
        hook.arm(nth);
        const Result<Done> opened = f.open(&hook);
        isOpen = opened.isOk();
        QVERIFY(isOpen || opened.error().kind == ErrorKind::Storage);
        hook.disarm();
        QVERIFY(f.open().isOk());
        QVERIFY(f->setAside().isEmpty());
        QCOMPARE(contentOf(f), before);
    }
}

void TestStoreFaults::readsReportFailures()
{
    FailNth hook;
    StoreFixture f;
    QVERIFY(f.open(&hook, false).isOk());
    fill(f);
    hook.arm(1);
    QCOMPARE(resultOf(f->reader().orderedKeys({})).error().kind, ErrorKind::Storage);
    hook.arm(2);
    QCOMPARE(resultOf(f->reader().counts()).error().kind, ErrorKind::Storage);
    hook.arm(1);
    QCOMPARE(resultOf(f->journal().archived({})).error().kind, ErrorKind::Storage);
    hook.arm(1);
    QCOMPARE(resultOf(f->journal().openIntents(acme)).error().kind, ErrorKind::Storage);
    QVERIFY(resultOf(f->reader().orderedKeys({})).isOk());
    QVERIFY(resultOf(f->reader().counts()).isOk());
}

void TestStoreFaults::shortReadsAreEmptyWhenTheyFail()
{
    FailNth hook;
    StoreFixture f;
    QVERIFY(f.open(&hook).isOk());
    fill(f);
    const std::vector<RowKey> keys = f->reader().keysOf({first});
    const auto failNext = [&hook](const char *gist) {
        QTest::ignoreMessage(QtWarningMsg, gist);
        hook.arm(1);
    };
    failNext("reading failed: \"SELECT key,: refused\"");
    QCOMPARE(f->reader().rows(keys).size(), 1);
    failNext("reading failed: \"SELECT key,: refused\"");
    QCOMPARE(f->reader().keysOf({first}), std::vector<RowKey>{0});
    failNext("reading failed: \"SELECT r.record,: refused\"");
    QVERIFY(!f->reader().contact(first));
    QVERIFY(f->reader().contact(first));
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
