// SPDX-License-Identifier: MIT
#include "tests/support/memorybook.h"

#include "tests/support/naivefilter.h"

#include <algorithm>

namespace roster {

namespace {

QString numberText(std::optional<qint64> number)
{
    return number ? QStringLiteral("%1").arg(*number, 20, 10, QLatin1Char('0')) : QString();
}

//! As much of a contact as a row tells.
Contact contactOf(const ContactRow &row)
{
    const auto time = [](std::optional<qint64> at) { return at ? FieldValue(*at) : FieldValue(); };
    Contact contact;
    contact.id = row.id;
    contact.fields = {{ContactField::Role, roleName(row.role)},
                      {ContactField::Name, row.name},
                      {ContactField::Email, row.email},
                      {ContactField::Phone, row.phone},
                      {ContactField::ExternalId, row.externalId},
                      {ContactField::Owner, row.owner.text()},
                      {ContactField::CreatedAt, time(row.createdAt)},
                      {ContactField::SignedUpAt, time(row.signedUpAt)},
                      {ContactField::LastSeenAt, time(row.lastSeenAt)},
                      {ContactField::UpdatedAt, time(row.updatedAt)}};
    contact.tags = row.tags;
    contact.companies = row.companies;
    return contact;
}

template <class Value, class Id>
QString nameIn(const QList<Value> &all, const Id &id)
{
    for (const Value &value : all) {
        if (value.id == id)
            return value.name;
    }
    return {};
}

} // namespace

RowKey MemoryBook::put(ContactRow row)
{
    RowKey &key = m_keys[row.id];
    if (key == 0)
        key = ++m_lastKey;
    row.key = key;
    m_rows[key] = std::move(row);
    return key;
}

void MemoryBook::fill(int count)
{
    for (int i = 1; i <= count; ++i) {
        const auto number = QStringLiteral("%1").arg(i, 4, 10, QLatin1Char('0'));
        ContactRow row;
        row.id = ContactId(QStringLiteral("c") + number);
        row.name = QStringLiteral("Person ") + number;
        row.email = QStringLiteral("p%1@people.example").arg(number);
        row.phone = QStringLiteral("+44 20 7946 ") + number;
        row.externalId = QStringLiteral("x") + number;
        row.role = i % 5 == 0 ? Role::Lead : Role::User;
        row.createdAt = 1'600'000'000 + i * 1000;
        row.lastSeenAt = 1'700'000'000 - i * 1000;
        if (!m_tags.isEmpty())
            row.tags = PartialList<TagId>::complete({m_tags.at(i % m_tags.size()).id});
        if (!m_companies.isEmpty())
            row.companies =
                PartialList<CompanyId>::complete({m_companies.at(i % m_companies.size()).id});
        if (!m_admins.isEmpty() && i % 3 != 0)
            row.owner = m_admins.at(i % m_admins.size()).id;
        put(std::move(row));
    }
}

void MemoryBook::remove(const ContactId &id)
{
    m_rows.erase(m_keys.take(id));
}

ContactRow MemoryBook::rowOf(const ContactId &id) const
{
    const auto found = m_rows.find(m_keys.value(id));
    return found == m_rows.end() ? ContactRow() : found->second;
}

QList<ContactId> MemoryBook::ids() const
{
    QList<ContactId> ids;
    for (const auto &[key, row] : m_rows)
        ids.append(row.id);
    return ids;
}

void MemoryBook::answer(int n)
{
    const Waiting waiting = m_waiting.takeAt(n);
    if (waiting.operation)
        waiting.operation->settle(waiting.keys);
}

void MemoryBook::fail(int n, const ApiError &error)
{
    const Waiting waiting = m_waiting.takeAt(n);
    if (waiting.operation)
        waiting.operation->settle(error);
}

bool MemoryBook::isMatch(const ContactRow &row, const ContactQuery &query) const
{
    const auto fold = [](const QString &text) { return text.toCaseFolded(); };
    if (naiveMatch(query.filter, contactOf(row), query.days, fold) != Truth::Yes)
        return false;
    QStringList texts{row.name, row.email, row.phone, row.externalId};
    for (const TagId &tag : row.tags.items)
        texts << tagName(tag);
    for (const CompanyId &company : row.companies.items)
        texts << companyName(company);
    const QString all = texts.join(u'\n');
    const QStringList words = query.text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&all](const QString &word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

QString MemoryBook::sortText(const ContactRow &row, SortColumn column) const
{
    switch (column) {
    case SortColumn::Name:
        return row.name;
    case SortColumn::Email:
        return row.email;
    case SortColumn::Phone:
        return row.phone;
    case SortColumn::Role:
        return row.role == Role::Lead ? QStringLiteral("lead") : QStringLiteral("user");
    case SortColumn::Tags:
        return row.tags.items.isEmpty() ? QString() : tagName(row.tags.items.first());
    case SortColumn::Companies:
        return row.companies.items.isEmpty() ? QString() : companyName(row.companies.items.first());
    case SortColumn::Owner:
        return adminName(row.owner);
    case SortColumn::ExternalId:
        return row.externalId;
    case SortColumn::CreatedAt:
        return numberText(row.createdAt);
    case SortColumn::SignedUpAt:
        return numberText(row.signedUpAt);
    case SortColumn::LastSeenAt:
        return numberText(row.lastSeenAt);
    case SortColumn::UpdatedAt:
        return numberText(row.updatedAt);
    }
    return {};
}

std::vector<RowKey> MemoryBook::sortedKeys(const ContactQuery &query) const
{
    std::vector<std::pair<QString, RowKey>> found;
    for (const auto &[key, row] : m_rows) {
        if (isMatch(row, query))
            found.emplace_back(sortText(row, query.sortColumn), key);
    }
    std::sort(found.begin(), found.end());
    if (query.sortOrder == Qt::DescendingOrder)
        std::reverse(found.begin(), found.end());
    std::vector<RowKey> keys;
    for (const auto &[text, key] : found)
        keys.push_back(key);
    return keys;
}

KeysOperation *MemoryBook::orderedKeys(const ContactQuery &query)
{
    ++m_asked;
    auto *operation = new KeysOperation(this);
    if (m_isHolding)
        m_waiting.append({operation, sortedKeys(query)});
    else
        operation->settle(sortedKeys(query));
    return operation;
}

OperationOf<ContactCounts> *MemoryBook::counts()
{
    ContactCounts counts;
    for (const auto &[key, row] : m_rows) {
        ++counts.all;
        counts.users += row.role == Role::User ? 1 : 0;
        counts.leads += row.role == Role::Lead ? 1 : 0;
        for (const TagId &tag : row.tags.items)
            ++counts.byTag[tag];
        for (const CompanyId &company : row.companies.items)
            ++counts.byCompany[company];
    }
    auto *operation = new OperationOf<ContactCounts>(this);
    operation->settle(counts);
    return operation;
}

QList<ContactRow> MemoryBook::rows(const std::vector<RowKey> &keys)
{
    ++m_readAtOnce;
    return rowsNow(keys);
}

QList<ContactRow> MemoryBook::rowsNow(const std::vector<RowKey> &keys) const
{
    QList<ContactRow> rows;
    for (const RowKey key : keys) {
        const auto found = m_rows.find(key);
        rows.append(found == m_rows.end() ? ContactRow() : found->second);
    }
    return rows;
}

OperationOf<QList<ContactRow>> *MemoryBook::rowsLater(const std::vector<RowKey> &keys)
{
    auto *operation = new OperationOf<QList<ContactRow>>(this);
    if (!m_isHolding)
        operation->settle(rowsNow(keys));
    return operation;
}

std::vector<RowKey> MemoryBook::keysOf(const QList<ContactId> &ids)
{
    std::vector<RowKey> keys;
    for (const ContactId &id : ids)
        keys.push_back(m_keys.value(id));
    return keys;
}

std::optional<Contact> MemoryBook::contact(const ContactId &id)
{
    if (!m_keys.contains(id))
        return std::nullopt;
    Contact contact;
    contact.id = id;
    return contact;
}

QString MemoryBook::tagName(const TagId &id) const
{
    return nameIn(m_tags, id);
}

QString MemoryBook::companyName(const CompanyId &id) const
{
    return nameIn(m_companies, id);
}

QString MemoryBook::adminName(const AdminId &id) const
{
    return nameIn(m_admins, id);
}

} // namespace roster
