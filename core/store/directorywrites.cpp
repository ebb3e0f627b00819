// SPDX-License-Identifier: MIT
#include "core/store/directorywrites.h"

#include "core/store/folding.h"
#include "core/store/packedlist.h"
#include "core/store/statements.h"

namespace roster {

namespace {

template <class T>
auto idsOf(const QList<T> &things)
{
    QList<decltype(T::id)> ids;
    for (const T &thing : things)
        ids.append(thing.id);
    return ids;
}

Result<Done> done(const Result<int> &ran)
{
    return ran.map([](int) { return Done{}; });
}

QList<AdminId> notIn(const QList<Admin> &others, const QList<Admin> &admins)
{
    QList<AdminId> ids;
    for (const Admin &admin : admins) {
        if (!others.contains(admin))
            ids.append(admin.id);
    }
    return ids;
}

QVariantList valuesOf(const Tag &tag)
{
    return {sqlText(tag.id.text()), sqlText(tag.name), sqlText(folded(tag.name))};
}

QVariantList valuesOf(const Company &company)
{
    return {sqlText(company.id.text()), sqlText(company.name), sqlText(folded(company.name)),
            sqlText(company.companyId), sqlText(company.plan), company.userCount};
}

//! Writes `things` and retells the contacts linked with those that have another name than before.
template <class T>
Result<Done> merge(Database &database, const QList<T> &things, const QString &statement,
                   const sql::LinkStatements &links)
{
    QList<decltype(T::id)> renamed;
    for (const T &thing : things) {
        if (thing.name.isEmpty())
            continue;
        const Result<QVariant> known = database.value(links.known, {sqlText(thing.id.text())});
        if (!known)
            return known.error();
        if (known->toString() != thing.name)
            renamed.append(thing.id);
        const Result<int> isWritten = database.run(statement, valuesOf(thing));
        if (!isWritten)
            return isWritten.error();
    }
    if (renamed.isEmpty())
        return Done{};
    return done(database.run(links.retell, {jsonOf(renamed)}));
}

template <class T, class Row>
Result<Done> readAll(Database &database, const QString &statement, QList<T> &list, Row row)
{
    return database.read(statement, {}, [&list, &row](const QSqlQuery &query) {
        list.append(row(query));
        return true;
    });
}

Tag tagOf(const QSqlQuery &row)
{
    return {TagId(row.value(0).toString()), row.value(1).toString()};
}

Company companyOf(const QSqlQuery &row)
{
    return {CompanyId(row.value(0).toString()), row.value(1).toString(), row.value(2).toString(),
            row.value(3).toString(), row.value(4).toInt()};
}

Admin adminOf(const QSqlQuery &row)
{
    return {AdminId(row.value(0).toString()), row.value(1).toString(), row.value(2).toString()};
}

DataAttribute attributeOf(const QSqlQuery &row)
{
    DataAttribute attribute;
    attribute.name = row.value(0).toString();
    attribute.label = row.value(1).toString();
    attribute.description = row.value(2).toString();
    attribute.type = static_cast<AttributeType>(row.value(3).toInt());
    for (const QJsonValue option : QJsonDocument::fromJson(row.value(4).toByteArray()).array())
        attribute.options.append(option.toString());
    attribute.isWritable = row.value(5).toBool();
    attribute.isArchived = row.value(6).toBool();
    return attribute;
}

} // namespace

Result<Done> mergeTags(Database &database, const QList<Tag> &tags)
{
    return merge(database, tags, sql::mergeTag, sql::tagLinks());
}

Result<Done> replaceTags(Database &database, const QList<Tag> &tags)
{
    QList<TagId> dropped;
    const QList<TagId> kept = idsOf(tags);
    const Result<Done> isRead =
        database.read(sql::allTags, {}, [&dropped, &kept](const QSqlQuery &row) {
            const TagId id(row.value(0).toString());
            if (!kept.contains(id))
                dropped.append(id);
            return true;
        });
    if (!isRead)
        return isRead;
    const Result<int> isDropped = database.run(sql::dropOtherTags, {jsonOf(kept)});
    if (!isDropped)
        return isDropped.error();
    if (!dropped.isEmpty()) {
        const Result<int> isRetold = database.run(sql::tagLinks().retell, {jsonOf(dropped)});
        if (!isRetold)
            return isRetold.error();
    }
    return mergeTags(database, tags);
}

Result<Done> mergeCompanies(Database &database, const QList<Company> &companies)
{
    return merge(database, companies, sql::mergeCompany, sql::companyLinks());
}

Result<Done> replaceAdmins(Database &database, const QList<Admin> &admins)
{
    QList<Admin> before;
    Result<Done> isDone = readAll(database, sql::allAdmins, before, adminOf);
    if (!isDone)
        return isDone;
    isDone = done(database.run(sql::dropOtherAdmins, {jsonOf(idsOf(admins))}));
    for (const Admin &admin : admins) {
        if (!isDone)
            return isDone;
        isDone = done(
            database.run(sql::mergeAdmin, {sqlText(admin.id.text()), sqlText(admin.name),
                                           sqlText(folded(admin.name)), sqlText(admin.email)}));
    }
    const QList<AdminId> changed = notIn(before, admins) + notIn(admins, before);
    if (!isDone || changed.isEmpty())
        return isDone;
    return done(database.run(sql::retellOwners, {jsonOf(changed)}));
}

Result<Done> replaceAttributes(Database &database, const QList<DataAttribute> &attributes)
{
    Result<Done> isDone = done(database.run(sql::emptyAttributes));
    for (qsizetype i = 0; i < attributes.size() && isDone; ++i) {
        const DataAttribute &each = attributes[i];
        const QByteArray options =
            QJsonDocument(QJsonArray::fromStringList(each.options)).toJson(QJsonDocument::Compact);
        isDone = done(database.run(sql::insertAttribute,
                                   {i, sqlText(each.name), sqlText(each.label),
                                    sqlText(each.description), static_cast<int>(each.type),
                                    QString::fromUtf8(options), each.isWritable, each.isArchived}));
    }
    return isDone;
}

Result<DirectoryRows> readDirectory(Database &database)
{
    DirectoryRows rows;
    const Result<Done> isRead =
        readAll(database, sql::allTags, rows.tags, tagOf)
            .andThen([&](Done) {
                return readAll(database, sql::allCompanies, rows.companies, companyOf);
            })
            .andThen([&](Done) { return readAll(database, sql::allAdmins, rows.admins, adminOf); })
            .andThen([&](Done) {
                return readAll(database, sql::allAttributes, rows.attributes, attributeOf);
            });
    return isRead.map([&rows](const Done &) { return rows; });
}

} // namespace roster
