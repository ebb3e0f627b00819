// SPDX-License-Identifier: MIT
#include "tests/service/bulkoracle.h"

#include "core/store/database.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtSql/QSqlRecord>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

QString wholeRow(const QSqlQuery &row)
{
    QStringList parts;
    for (int i = 0; i < row.record().count(); ++i)
        parts.append(row.isNull(i) ? u"-"_s : row.value(i).toString());
    return parts.join(u'|');
}

void addLinks(Database &database, const QString &sql, QMap<QString, SandboxRow> &rows)
{
    const Result<Done> isRead = database.read(sql, {}, [&rows](const QSqlQuery &row) {
        rows[row.value(0).toString()].rest += u" +"_s + row.value(1).toString();
        return true;
    });
    if (!isRead)
        qFatal("the sandbox's links cannot be read");
}

} // namespace

QMap<QString, SandboxRow> readSandbox(const QString &file)
{
    Result<std::unique_ptr<Database>> database = Database::open({.file = file});
    if (!database)
        qFatal("the sandbox's file cannot be opened: %s", qPrintable(database.error().detail));
    QMap<QString, SandboxRow> rows;
    const Result<Done> isRead =
        (*database)->read(u"SELECT id, state, * FROM contact"_s, {}, [&rows](const QSqlQuery &row) {
            SandboxRow &kept = rows[row.value(0).toString()];
            kept.state = row.value(1).toInt();
            // Being archived is told by the state alone.
            kept.rest = wholeRow(row).section(u'|', 5);
            return true;
        });
    if (!isRead)
        qFatal("the sandbox's contacts cannot be read: %s", qPrintable(isRead.error().detail));
    addLinks(**database,
             u"SELECT c.id, t.tag FROM contact c JOIN contact_tag t ON t.contact = c.seq"
             " ORDER BY c.id, t.tag"_s,
             rows);
    addLinks(**database,
             u"SELECT c.id, k.company FROM contact c JOIN contact_company k ON k.contact = c.seq"
             " ORDER BY c.id, k.company"_s,
             rows);
    return rows;
}

BulkOracle::BulkOracle(SessionFixture &fixture, QString sandboxFile)
    : m_fixture(fixture)
    , m_sandboxFile(std::move(sandboxFile))
    , m_before(contacts())
{
}

QMap<QString, QByteArray> BulkOracle::contacts()
{
    QMap<QString, QByteArray> found;
    QString cursor;
    do {
        const QString after = cursor.isEmpty() ? QString() : u"&starting_after="_s + cursor;
        const QByteArray page = m_fixture.ask("GET", u"/contacts?per_page=150"_s + after);
        const QJsonObject list = QJsonDocument::fromJson(page).object();
        for (const QJsonValue contact : list[u"data"].toArray())
            found.insert(contact[u"id"].toString(), QJsonDocument(contact.toObject()).toJson());
        cursor = list[u"pages"][u"next"][u"starting_after"].toString();
    } while (!cursor.isEmpty());
    return found;
}

QStringList BulkOracle::touchedOutside(const QSet<QString> &frozen)
{
    QStringList problems;
    const QMap<QString, QByteArray> now = contacts();
    for (auto it = m_before.cbegin(); it != m_before.cend(); ++it) {
        const bool isOutside = !frozen.contains(it.key()) && !m_excepted.contains(it.key());
        if (isOutside && now.value(it.key()) != it.value())
            problems.append(it.key() + u": touched though not in the list"_s);
    }
    return problems;
}

QString BulkOracle::disagreements(const QList<BulkTarget> &frozen)
{
    QSet<QString> ids;
    for (const BulkTarget &target : frozen)
        ids.insert(target.id.text());
    QStringList problems = touchedOutside(ids);
    QSet<QString> journalled;
    for (const ContactId &id : m_fixture.archivedIds())
        journalled.insert(id.text());
    QSet<QString> stored;
    for (const ContactId &id : m_fixture.ids())
        stored.insert(id.text());
    m_fixture.sandbox()->stop();
    const QMap<QString, SandboxRow> truth = readSandbox(m_sandboxFile);
    for (auto it = truth.cbegin(); it != truth.cend(); ++it) {
        const QString told = u"%1: state %2, "_s.arg(it.key()).arg(it->state);
        if (!m_excepted.contains(it.key()) && journalled.contains(it.key()) != (it->state == 1))
            problems.append(told +
                            (it->state == 1 ? u"not in the journal"_s : u"in the journal"_s));
        if (stored.contains(it.key()) != (it->state == 0))
            problems.append(told + (it->state == 0 ? u"not in the store"_s : u"in the store"_s));
    }
    return problems.join(u'\n');
}

} // namespace roster::test
