// SPDX-License-Identifier: MIT
#include "tests/store/memorystore.h"

#include "core/store/folding.h"
#include "tests/store/storefixture.h"
#include "tests/support/naivefilter.h"

#include <algorithm>

namespace roster {

namespace {

template <class T>
QByteArray joinedNames(const PartialList<T> &list, const QHash<T, QString> &names)
{
    QList<QByteArray> known;
    for (const T &id : list.items) {
        const QByteArray name = folded(names.value(id)).toUtf8();
        if (!name.isEmpty())
            known.append(name);
    }
    std::sort(known.begin(), known.end());
    return known.join('\n');
}

template <class T>
void append(PartialList<T> &list, const T &id)
{
    if (!list.items.contains(id)) {
        list.items.append(id);
        ++list.total;
    }
}

template <class T>
void removeFrom(PartialList<T> &list, const T &id)
{
    const bool isCertain = list.items.contains(id);
    const bool mayHide = list.items.size() < list.total;
    list.items.removeAll(id);
    if (isCertain || mayHide)
        --list.total;
}

} // namespace

void MemoryStore::store(const StoredContact &arriving, qint64 now)
{
    const ContactId &id = arriving.row.id;
    RecordAge age{arriving.source, arriving.row.updatedAt, 0};
    if (!m_contacts.contains(id) && m_removed.contains(id) && !bringsBack(m_removed[id], age, now))
        return;
    Contact contact = contactOfRecord(arriving.record).value();
    if (m_contacts.contains(id)) {
        const Entry &stored = m_contacts[id];
        if (!replaces(stored.age, age, now))
            return;
        contact.tags = merged(stored.contact.tags, contact.tags);
        contact.companies = merged(stored.contact.companies, contact.companies);
    }
    if (age.source == RecordSource::Answer)
        age.answeredAt = now;
    m_removed.remove(id);
    m_contacts[id] = {contact, age};
}

void MemoryStore::remove(const ContactId &id, qint64 now)
{
    m_contacts.remove(id);
    m_removed[id] = now;
}

void MemoryStore::setTags(const ContactId &id, const QList<TagId> &tags, qint64 now)
{
    if (!m_contacts.contains(id))
        return;
    m_contacts[id].contact.tags = PartialList<TagId>::complete(tags);
    m_contacts[id].age.source = RecordSource::Answer;
    m_contacts[id].age.answeredAt = now;
}

void MemoryStore::addTag(const ContactId &id, const TagId &tag, qint64 now)
{
    if (!m_contacts.contains(id))
        return;
    append(m_contacts[id].contact.tags, tag);
    m_contacts[id].age.source = RecordSource::Answer;
    m_contacts[id].age.answeredAt = now;
}

void MemoryStore::removeTag(const ContactId &id, const TagId &tag, qint64 now)
{
    if (!m_contacts.contains(id))
        return;
    removeFrom(m_contacts[id].contact.tags, tag);
    m_contacts[id].age.source = RecordSource::Answer;
    m_contacts[id].age.answeredAt = now;
}

void MemoryStore::addCompany(const ContactId &id, const CompanyId &company, qint64 now)
{
    if (!m_contacts.contains(id))
        return;
    append(m_contacts[id].contact.companies, company);
    m_contacts[id].age.source = RecordSource::Answer;
    m_contacts[id].age.answeredAt = now;
}

void MemoryStore::removeCompany(const ContactId &id, const CompanyId &company, qint64 now)
{
    if (!m_contacts.contains(id))
        return;
    removeFrom(m_contacts[id].contact.companies, company);
    m_contacts[id].age.source = RecordSource::Answer;
    m_contacts[id].age.answeredAt = now;
}

void MemoryStore::setTagNames(const QList<Tag> &tags)
{
    m_tags.clear();
    for (const Tag &tag : tags)
        m_tags[tag.id] = tag.name;
}

void MemoryStore::mergeCompanyNames(const QList<Company> &companies)
{
    for (const Company &company : companies)
        m_companies[company.id] = company.name;
}

void MemoryStore::setAdminNames(const QList<Admin> &admins)
{
    m_admins.clear();
    for (const Admin &admin : admins)
        m_admins[admin.id] = admin.name;
}

QStringList MemoryStore::textsOf(const Contact &contact) const
{
    QStringList texts{contact.name(), contact.email(), contact.text(ContactField::Phone),
                      contact.text(ContactField::ExternalId)};
    QString digits;
    for (const QChar c : texts[2]) {
        if (c.isDigit())
            digits += c;
    }
    texts.append(digits);
    for (const TagId &tag : contact.tags.items)
        texts.append(m_tags.value(tag));
    for (const CompanyId &company : contact.companies.items)
        texts.append(m_companies.value(company));
    if (m_looksIntoAttributes) {
        const QMap<QString, QJsonValue> &attributes = contact.customAttributes;
        for (auto it = attributes.begin(); it != attributes.end(); ++it) {
            texts.append(it->toString());
            // A date of these people; nobody looks for the number that stands for it.
            if (it->isDouble() && it.key() != QLatin1String("renewal"))
                texts.append(QString::number(it->toDouble()));
        }
    }
    for (QString &text : texts)
        text = folded(text);
    return texts;
}

bool MemoryStore::matches(const Contact &contact, const ContactQuery &query) const
{
    if (naiveMatch(query.filter, contact, query.days, folded) != Truth::Yes)
        return false;
    const QStringList texts = textsOf(contact);
    for (const QString &word : folded(query.text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (texts.filter(word).isEmpty())
            return false;
    }
    return true;
}

int MemoryStore::pointsOf(const Contact &contact, const QString &word) const
{
    const QString name = folded(contact.name());
    if (name.startsWith(word))
        return 0;
    for (qsizetype at = name.indexOf(word); at > 0; at = name.indexOf(word, at + 1)) {
        const QChar before = name.at(at - 1);
        if (before.unicode() < 0x80 && !before.isLetterOrNumber())
            return 1;
    }
    return folded(contact.email()).startsWith(word) ? 2 : 3;
}

int MemoryStore::pointsOf(const Contact &contact, const ContactQuery &query) const
{
    int points = 0;
    if (query.textOrder == TextOrder::BestFirst && m_looksIntoAttributes) {
        for (const QString &word : foldedWords(query.text))
            points += pointsOf(contact, word);
    }
    return points;
}

qsizetype MemoryStore::untold(const ContactQuery &query) const
{
    ContactQuery plain = query;
    plain.filter = {};
    qsizetype count = 0;
    for (const Entry &entry : m_contacts) {
        const bool isOpen =
            naiveMatch(query.filter, entry.contact, query.days, folded) == Truth::Unknown;
        count += isOpen && matches(entry.contact, plain) ? 1 : 0;
    }
    return count;
}

std::optional<QByteArray> MemoryStore::sortText(const Contact &contact, SortColumn column) const
{
    QByteArray text;
    switch (column) {
    case SortColumn::Name:
        text = folded(contact.name()).toUtf8();
        break;
    case SortColumn::Email:
        text = folded(contact.email()).toUtf8();
        break;
    case SortColumn::Phone:
        text = folded(contact.text(ContactField::Phone)).toUtf8();
        break;
    case SortColumn::ExternalId:
        text = folded(contact.text(ContactField::ExternalId)).toUtf8();
        break;
    case SortColumn::Owner:
        text = folded(m_admins.value(contact.owner())).toUtf8();
        break;
    case SortColumn::Tags:
        text = joinedNames(contact.tags, m_tags);
        break;
    case SortColumn::Companies:
        text = joinedNames(contact.companies, m_companies);
        break;
    default:
        break;
    }
    return text.isEmpty() ? std::nullopt : std::optional<QByteArray>(text);
}

std::optional<qint64> MemoryStore::sortNumber(const Contact &contact, SortColumn column)
{
    switch (column) {
    case SortColumn::Role:
        return static_cast<int>(contact.role());
    case SortColumn::CreatedAt:
        return contact.time(ContactField::CreatedAt);
    case SortColumn::SignedUpAt:
        return contact.time(ContactField::SignedUpAt);
    case SortColumn::LastSeenAt:
        return contact.time(ContactField::LastSeenAt);
    case SortColumn::UpdatedAt:
        return contact.time(ContactField::UpdatedAt);
    default:
        return std::nullopt;
    }
}

QList<ContactId> MemoryStore::ordered(const ContactQuery &query,
                                      const QHash<ContactId, RowKey> &keys) const
{
    struct Line
    {
        int points;
        std::optional<qint64> number;
        std::optional<QByteArray> text;
        RowKey key;
        ContactId id;
        bool hasValue() const { return number || text; }
    };
    QList<Line> lines;
    for (const Entry &entry : m_contacts) {
        const Contact &contact = entry.contact;
        if (matches(contact, query))
            lines.append({pointsOf(contact, query), sortNumber(contact, query.sortColumn),
                          sortText(contact, query.sortColumn), keys.value(contact.id), contact.id});
    }
    const bool isUp = query.sortOrder == Qt::AscendingOrder;
    std::sort(lines.begin(), lines.end(), [isUp](const Line &a, const Line &b) {
        if (a.points != b.points)
            return a.points < b.points;
        if (a.hasValue() != b.hasValue())
            return a.hasValue();
        const auto &low = isUp ? a : b;
        const auto &high = isUp ? b : a;
        return std::tie(low.number, low.text, low.key) < std::tie(high.number, high.text, high.key);
    });
    QList<ContactId> ids;
    for (const Line &line : std::as_const(lines))
        ids.append(line.id);
    return ids;
}

ContactCounts MemoryStore::counts() const
{
    ContactCounts counts;
    for (const Entry &entry : m_contacts) {
        ++counts.all;
        counts.users += entry.contact.role() == Role::User ? 1 : 0;
        counts.leads += entry.contact.role() == Role::Lead ? 1 : 0;
        for (const TagId &tag : entry.contact.tags.items)
            ++counts.byTag[tag];
        for (const CompanyId &company : entry.contact.companies.items)
            ++counts.byCompany[company];
    }
    return counts;
}

QList<ContactId> MemoryStore::ids() const
{
    return m_contacts.keys();
}

} // namespace roster
