// SPDX-License-Identifier: MIT
#include "tests/support/sessionfixture.h"

#include "core/api/companyjson.h"
#include "core/api/contactjson.h"
#include "core/api/tagjson.h"
#include "core/net/qnamtransport.h"
#include "core/sandbox/httprules.h"
#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/identityprobe.h"
#include "core/service/syncer.h"
#include "core/store/store.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

template <class T>
QSet<T> setOf(const QList<T> &items)
{
    return QSet<T>(items.begin(), items.end());
}

//! Both tell the same list, as far as each of them knows it.
template <class T>
bool isSameList(const PartialList<T> &a, const PartialList<T> &b)
{
    if (a.isComplete() && b.isComplete())
        return setOf(a.items) == setOf(b.items);
    const PartialList<T> &part = a.isComplete() ? b : a;
    const PartialList<T> &whole = a.isComplete() ? a : b;
    return part.total == whole.total && setOf(whole.items).contains(setOf(part.items));
}

QString described(const FieldValue &value)
{
    if (const QString *text = std::get_if<QString>(&value))
        return u'"' + *text + u'"';
    if (const qint64 *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const bool *flag = std::get_if<bool>(&value))
        return *flag ? u"true"_s : u"false"_s;
    return u"null"_s;
}

//! Memory where there is some: a journal that waits for the disk makes tests slow.
QString directoryTemplate()
{
    const QString memory = u"/dev/shm"_s;
    const QString place = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return place + u"/roster-test-XXXXXX"_s;
}

//! What is an answer in time without the sanitizers is one with them too.
#ifdef __SANITIZE_ADDRESS__
constexpr int Slowness = 3;
#else
constexpr int Slowness = 1;
#endif

//! The value of something that was read from the sandbox's own mouth; loud when it cannot be read.
template <class T>
T taken(const Result<T> &result)
{
    if (!result)
        qFatal("the sandbox's answer cannot be read: %s", qPrintable(result.error().detail));
    return *result;
}

} // namespace

SessionFixture::SessionFixture(const SessionOptions &options)
    : m_options(options)
    , m_clock(options.speed)
    , m_sandbox(sandboxOptions())
    , m_dir(directoryTemplate())
{
    open();
    if (options.isLoaded && !refresh())
        qFatal("the contacts did not load");
    m_sandbox->clearSeen();
}

SessionFixture::~SessionFixture() = default;

sandbox::SandboxOptions SessionFixture::sandboxOptions() const
{
    sandbox::SandboxOptions options = SandboxFixture::options(m_options.contacts);
    options.workspace.searchLagMs = m_options.searchLagMs;
    options.workspace.clockMs = [this] { return m_clock.nowMs(); };
    options.workspace.database = m_options.sandboxFile;
    options.rateLimit = m_options.rateLimit;
    return options;
}

std::unique_ptr<Transport> SessionFixture::transport() const
{
    QnamTransport::Options options;
    options.limits.timeout = m_options.timeout * Slowness;
    auto made = std::make_unique<QnamTransport>(options, nullptr);
    made->setEndpoint({m_sandbox.url(), m_sandbox.token(), m_options.version.toLatin1()});
    return made;
}

BulkReport SessionFixture::reportOf(BulkRun *run)
{
    const Result<BulkReport> report = resultOf<BulkReport>(run);
    if (!report)
        qFatal("the run failed as a whole");
    return *report;
}

void SessionFixture::open()
{
    QObject owner;
    const auto identity = resultOf(probeIdentity(transport(), m_clock, &owner));
    auto store = Store::open({file(u"contacts.sqlite"_s), file(u"journal.sqlite"_s),
                              [](const QByteArray &json) { return api::readContact(json); },
                              m_clock, m_options.hook});
    if (!identity || !store)
        qFatal("no session can be opened");
    const WorkspaceAddress address{Region::Sandbox, m_sandbox.url(), m_options.version};
    m_session = std::make_unique<WorkspaceSession>(
        WorkspaceSession::Start{address, *identity, false, m_clock}, std::move(store).value(),
        transport());
}

void SessionFixture::changePlaces()
{
    m_place = m_place.isEmpty() ? u"other-"_s : QString();
    std::swap(m_session, m_other);
    if (m_session)
        return;
    open();
    if (!refresh())
        qFatal("the other one's contacts did not load");
}

void SessionFixture::startOver()
{
    close();
    if (!Store::removeContactsFile(file(u"contacts.sqlite"_s)))
        qFatal("the copy cannot be removed");
    open();
    m_sandbox->clearSeen();
}

WriteJournal &SessionFixture::journal()
{
    return static_cast<WriteJournal &>(m_session->archive());
}

bool SessionFixture::refresh()
{
    return waitForSyncer(&Syncer::refresh);
}

bool SessionFixture::sweep()
{
    return waitForSyncer(&Syncer::sweep);
}

bool SessionFixture::waitForSyncer(void (Syncer::*start)())
{
    Syncer &syncer = m_session->syncer();
    QEventLoop loop;
    QObject::connect(&syncer, &Syncer::statusChanged, &loop, [&loop](const SyncStatus &status) {
        if (status.state != SyncStatus::State::Loading)
            loop.quit();
    });
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    (syncer.*start)();
    loop.exec();
    return syncer.status().state == SyncStatus::State::UpToDate;
}

QByteArray SessionFixture::ask(const QByteArray &method, const QString &path,
                               const QByteArray &body)
{
    sandbox::Request request;
    request.method = method;
    request.path = path.section(u'?', 0, 0);
    request.query = QUrlQuery(path.section(u'?', 1));
    request.version = m_options.version.toLatin1();
    request.body = body;
    request.contentType = "application/json";
    const sandbox::Answer answer = m_sandbox->ask(request);
    const QByteArray told = QJsonDocument(answer.body.toObject()).toJson(QJsonDocument::Compact);
    if (answer.status != 200)
        qFatal("the sandbox refused %s %s: %s", method.constData(), qPrintable(path),
               told.constData());
    return told;
}

int SessionFixture::applied(const QByteArray &method, const QString &glob)
{
    // Counted by the sandbox's own rule of what fits, one request at a time.
    const QList<sandbox::SeenRequest> seen = m_sandbox->seen();
    return static_cast<int>(std::count_if(seen.begin(), seen.end(), [&](const auto &request) {
        return request.applied && request.method == method &&
               sandbox::matchesPath(glob, request.path);
    }));
}

void SessionFixture::setFaults(const QList<sandbox::FaultRule> &rules)
{
    m_sandbox->setFaults(sandbox::FaultScript(rules));
    m_sandbox->clearSeen();
}

QList<ContactId> SessionFixture::ids(const ContactQuery &query)
{
    const auto keys = resultOf(m_session->book().orderedKeys(query));
    QList<ContactId> found;
    for (const ContactRow &row : m_session->book().rows(taken(keys)))
        found.append(row.id);
    return found;
}

Contact SessionFixture::stored(const ContactId &id)
{
    const auto contact = m_session->book().contact(id);
    if (!contact)
        qFatal("%s is not in the store", qPrintable(id.text()));
    return *contact;
}

bool SessionFixture::isStored(const ContactId &id)
{
    return m_session->book().keysOf({id}).front() != 0;
}

BulkTarget SessionFixture::target(const Contact &contact)
{
    return {contact.id, contact.label(), contact.email(), contact.role()};
}

QList<BulkTarget> SessionFixture::targets(int count, int first)
{
    QList<BulkTarget> targets;
    for (const ContactId &id : ids().mid(first, count))
        targets.append(target(stored(id)));
    return targets;
}

Contact SessionFixture::truthOf(const ContactId &id)
{
    const QString path = u"/contacts/"_s + id.text();
    Contact contact = taken(api::readContact(ask("GET", path)));
    QList<TagId> tags;
    for (const Tag &tag : taken(api::readTags(ask("GET", path + u"/tags"_s))))
        tags.append(tag.id);
    contact.tags = PartialList<TagId>::complete(tags);
    const auto page = taken(api::readCompanies(ask("GET", path + u"/companies?per_page=50"_s)));
    QList<CompanyId> companies;
    for (const Company &company : page.items)
        companies.append(company.id);
    contact.companies = PartialList<CompanyId>::complete(companies);
    return contact;
}

std::map<QString, Contact> SessionFixture::truth()
{
    std::map<QString, Contact> all;
    QString cursor;
    do {
        const QString after = cursor.isEmpty() ? QString() : u"&starting_after="_s + cursor;
        const auto page = taken(api::readContacts(ask("GET", u"/contacts?per_page=150"_s + after)));
        for (const api::ContactRecord &record : page.items)
            all[record.contact.id.text()] = record.contact;
        cursor = page.next;
    } while (!cursor.isEmpty());
    for (auto &[id, contact] : all)
        contact = truthOf(contact.id);
    return all;
}

QString SessionFixture::disagreements()
{
    QStringList problems;
    const std::map<QString, Contact> there = truth();
    const QSet<ContactId> here = setOf(ids());
    for (const ContactId &id : here) {
        if (!there.contains(id.text()))
            problems.append(id.text() + u": only in the store"_s);
    }
    for (const auto &[id, contact] : there) {
        if (!here.contains(contact.id))
            problems.append(id + u": only in the sandbox"_s);
        else if (const QString what = difference(stored(contact.id), contact); !what.isEmpty())
            problems.append(id + u": "_s + what);
    }
    return problems.join(u'\n');
}

QList<JournalBatch> SessionFixture::journalRows()
{
    return taken(resultOf(journal().exportRows(journal().scope())));
}

QList<ContactId> SessionFixture::archivedIds()
{
    QList<ContactId> found;
    for (const ArchiveBatch &batch : taken(resultOf(m_session->archive().archived({})))) {
        for (const ArchivedContact &contact : batch.contacts)
            found.append(contact.id);
    }
    return found;
}

sandbox::FaultRule fault(const QByteArray &method, const QString &path, sandbox::FaultAction action,
                         int nth, int times)
{
    sandbox::FaultRule rule;
    rule.method = method;
    rule.path = path;
    rule.action = action;
    rule.nth = nth;
    rule.times = times;
    return rule;
}

sandbox::FaultRule statusFault(const QByteArray &method, const QString &path, int status, int nth,
                               int times)
{
    sandbox::FaultRule rule = fault(method, path, sandbox::FaultAction::Status, nth, times);
    rule.status = status;
    return rule;
}

QString difference(const Contact &a, const Contact &b)
{
    QStringList parts;
    for (const ContactFieldInfo &info : contactFields()) {
        if (info.field != ContactField::UpdatedAt && a.value(info.field) != b.value(info.field))
            parts.append(u"%1 %2 is not %3"_s.arg(info.jsonName, described(a.value(info.field)),
                                                  described(b.value(info.field))));
    }
    if (!isSameList(a.tags, b.tags))
        parts.append(u"%1 tags, not %2"_s.arg(a.tags.items.size()).arg(b.tags.items.size()));
    if (!isSameList(a.companies, b.companies))
        parts.append(
            u"%1 companies, not %2"_s.arg(a.companies.items.size()).arg(b.companies.items.size()));
    if (a.customAttributes != b.customAttributes)
        parts.append(u"custom attributes"_s);
    return parts.join(u"; "_s);
}

} // namespace roster::test
