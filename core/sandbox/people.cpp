// SPDX-License-Identifier: MIT
#include "core/sandbox/people.h"

#include "core/sandbox/catalogue.h"
#include "core/sandbox/habits.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/naming.h"

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3600;
constexpr quint64 peopleStream = 0x9e0713;

quint64 hashOf(const QString &text)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 0x100000001b3ULL;
    return hash;
}

// Most have none to four tags; a few have up to 25.
int tagCount(Rng &rng, int index)
{
    if (index == 3 || index % 400 == 398)
        return 25;
    if (rng.rarely(25))
        return static_cast<int>(rng.between(5, 24));
    return static_cast<int>(rng.lowBelow(5));
}

// Most have none to two companies; a few have up to twelve.
int companyCount(Rng &rng, int index)
{
    if (index == 5 || index % 500 == 477)
        return 12;
    if (rng.rarely(30))
        return static_cast<int>(rng.between(3, 11));
    return static_cast<int>(rng.chance(35) ? 0 : 1 + (rng.chance(22) ? 1 : 0));
}

// Distinct members of a list, the earlier ones more often.
template <typename List, typename Get>
QList<qint64> pickSome(Rng &rng, const List &list, int count, Get get)
{
    QList<qint64> picked;
    const qint64 limit = list.size();
    while (picked.size() < qMin<qint64>(count, limit)) {
        const qint64 candidate = get(list.at(count > 12 ? rng.below(limit) : rng.lowBelow(limit)));
        if (!picked.contains(candidate))
            picked.append(candidate);
    }
    return picked;
}

} // namespace

People::People(const WorkspaceOptions &options, QList<Business> businesses)
    : m_options(options)
    , m_businesses(std::move(businesses))
{
}

QString People::uniqueEmail(const QString &local, const QString &domain, qint64 salt)
{
    for (qint64 number = 0;; number = number == 0 ? salt % 90 + 10 : number * 7 + 1) {
        const QString tail = number == 0 ? QString() : QString::number(number);
        const qsizetype plus = local.indexOf(u'+');
        const QString unique = plus < 0 ? local + tail : local.left(plus) + tail + local.mid(plus);
        const QString email = unique + u'@' + domain;
        const quint64 hash = hashOf(email);
        if (!m_emails.contains(hash)) {
            m_emails.insert(hash);
            return email;
        }
    }
}

Person People::make(int index)
{
    Rng rng(m_options.seed, peopleStream + static_cast<quint64>(index));
    const Culture &culture = pickCulture(rng);
    Person person;
    ContactRow &row = person.row;
    row.isLead = rng.chance(20);
    const qint64 longAgo = rng.below(1000) * rng.below(1000) * 5 * 365 * day / 1'000'000;
    row.createdAt = m_options.now - longAgo - rng.below(day);
    row.id = ids::record(row.createdAt, m_options.seed, static_cast<quint32>(index));
    const Naming naming = pickName(rng, culture, index, row.isLead);
    row.name = naming.name;

    person.companies = pickSome(rng, m_businesses, companyCount(rng, index),
                                [](const Business &business) { return business.seq; });
    const QStringList free{u"mail.example"_s, u"post.example"_s, u"inbox.example"_s};
    // Companies are stored first, so that their row numbers count from one.
    const QString domain = person.companies.isEmpty() || rng.chance(25)
                               ? rng.pick(free)
                               : m_businesses.at(person.companies.first() - 1).domain;
    const bool hasOwnId = row.isLead || rng.chance(86);
    if (row.isLead)
        row.externalId = ids::uuid(m_options.seed, static_cast<quint64>(index));
    else if (hasOwnId)
        row.externalId = QString::number(1000 + index);
    const bool sharesEmail = !row.isLead && hasOwnId && !m_shared.isEmpty() && rng.rarely(12);
    if (sharesEmail)
        row.email = m_shared;
    else if (!rng.chance(row.isLead ? 25 : 3) || !hasOwnId)
        row.email = uniqueEmail(naming.local, domain, rng.below(1000));
    if (!row.isLead && hasOwnId && !sharesEmail && !row.email.isEmpty())
        m_shared = row.email;
    if (rng.chance(row.isLead ? 30 : 55))
        row.phone = pickPhone(rng, culture);

    giveHabits(rng, m_options, culture, row);
    person.tags = pickSome(rng, tagIds(), tagCount(rng, index), [](qint64 id) { return id; });
    return person;
}

Person personOfTheExamples(const WorkspaceOptions &options)
{
    Person person;
    ContactRow &row = person.row;
    row.id = u"63a07ddf05a32042dffac965"_s;
    row.externalId = u"70"_s;
    row.email = u"joe@bloggs.example"_s;
    row.name = u"Joe Bloggs"_s;
    row.createdAt = qMin<qint64>(0x63a07ddf, options.now);
    row.updatedAt = row.createdAt;
    row.signedUpAt = row.createdAt;
    person.tags.append(manualTag);
    return person;
}

} // namespace roster::sandbox::seed
