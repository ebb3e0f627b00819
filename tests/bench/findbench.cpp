// SPDX-License-Identifier: MIT
// How long the index takes to answer, and how much memory it needs.
//
//     findbench [CONTACTS [ROUNDS]]
//
// Makes up that many contacts (default 1 000 000) in memory, then sorts by every column and
// searches, each ROUNDS times (default 11). Prints the median and the slowest, in milliseconds, and
// the median of the processor time.
#include "core/store/indexquery.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace roster;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

//! Processor time of this process in milliseconds: on a busy machine only it tells.
double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

//! Resident memory of this process in MiB.
double residentMib()
{
    QFile status(str("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

class People
{
public:
    IndexedContact contact(RowKey key)
    {
        const QString name = syllables(2 + below(2)) + u' ' + syllables(2 + below(3));
        const QString number = QString::number(key);
        IndexedContact contact;
        contact.key = key;
        contact.role = chance(82) ? Role::User : Role::Lead;
        if (chance(94))
            contact.name = name;
        if (chance(90))
            contact.email = QString(name).replace(u' ', u'.') + number + str("@") + syllables(2) +
                            str(".example");
        if (chance(45))
            contact.phone = str("+44 20 ") + QString::number(1'000'000 + below(8'999'999));
        contact.externalId = chance(82) ? str("user-") + number : uuid();
        if (chance(60))
            contact.owner = QString::number(below(40));
        for (int i = below(4); i > 0; --i)
            contact.tags.append(QString::number(below(200)));
        contact.tagTotal = static_cast<int>(contact.tags.size());
        for (int i = below(3); i > 0; --i)
            contact.companies.append(QString::number(below(20'000)));
        contact.companyTotal = static_cast<int>(contact.companies.size());
        for (auto &time : contact.times) {
            if (chance(75))
                time = 1'700'000'000 + below(60'000'000);
        }
        giveAttributes(contact);
        return contact;
    }

    QHash<QString, QString> names(int count)
    {
        QHash<QString, QString> names;
        for (int i = 0; i < count; ++i)
            names.insert(QString::number(i), syllables(2 + below(3)) + u' ' + syllables(2));
        return names;
    }

private:
    void giveAttributes(IndexedContact &contact)
    {
        static const QStringList plans{str("Free"), str("Starter"), str("Pro"), str("Enterprise")};
        if (chance(60))
            contact.attributes.append({str("plan"), plans.at(below(4))});
        if (chance(35))
            contact.attributes.append({str("seats"), below(200)});
        if (chance(30))
            contact.attributes.append({str("lifetime_value"), below(2'000'000) / 100.0});
        if (chance(50))
            contact.attributes.append({str("newsletter"), chance(60)});
        if (chance(18))
            contact.attributes.append({str("trial_ends_at"), 1'700'000'000 + below(9'000'000)});
    }
    QString syllables(int count)
    {
        static const QStringList parts{
            str("an"), str("be"), str("cor"), str("da"), str("el"), str("fi"),     str("go"),
            str("ha"), str("in"), str("jo"),  str("ka"), str("lu"), str("mi"),     str("no"),
            str("or"), str("pe"), str("qu"),  str("ri"), str("sa"), str("te"),     str("ul"),
            str("vi"), str("we"), str("xa"),  str("yo"), str("ze"), str("\u674e"), str("\u5f20")};
        QString text;
        for (; count > 0; --count)
            text += parts.at(below(static_cast<int>(parts.size())));
        return text;
    }
    QString uuid()
    {
        return QStringLiteral("%1-%2-%3")
            .arg(m_random.generate(), 8, 16)
            .arg(below(65536), 4, 16)
            .arg(m_random.generate64(), 16, 16);
    }
    int below(int end) { return static_cast<int>(m_random.bounded(end)); }
    bool chance(int percent) { return below(100) < percent; }

    QRandomGenerator m_random{7};
};

class Bench
{
public:
    Bench(int contacts, int rounds)
        : m_contacts(contacts)
        , m_rounds(rounds)
    {
        m_index.setDateAttributes({str("trial_ends_at")});
    }

    void run()
    {
        fill();
        sorts();
        searches();
        filters();
        typing();
        changes();
        std::printf("%-44s %9.1f MiB, index %.1f MiB, %.0f bytes a contact\n",
                    "resident at the end", residentMib(),
                    static_cast<double>(m_index.footprint()) / 1048576,
                    static_cast<double>(m_index.footprint()) / m_contacts);
    }

private:
    double millisecondsOf(const std::function<void()> &work) const
    {
        QElapsedTimer timer;
        timer.start();
        work();
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    void fill()
    {
        const double before = residentMib();
        const double took = millisecondsOf([this] {
            m_index.setTagNames(m_people.names(200));
            m_index.setCompanyNames(m_people.names(20'000));
            m_index.setAdminNames(m_people.names(40));
            for (int i = 1; i <= m_contacts; ++i) {
                if (i == 5000)
                    m_index.reserve(static_cast<size_t>(m_contacts),
                                    m_index.texts().bytes() / 5000 *
                                        static_cast<size_t>(m_contacts));
                m_index.put(m_people.contact(i));
            }
        });
        std::printf("%-44s %9.0f ms, %.1f MiB more\n", "making up and taking in", took,
                    residentMib() - before);
        const double sorting = millisecondsOf([this] { m_index.sortColumns({}); });
        std::printf("%-44s %9.0f ms\n", "sorting the columns", sorting);
    }

    void measure(const QString &what, const ContactQuery &query,
                 const std::function<void()> &before = {})
    {
        std::vector<double> first;
        std::vector<double> whole;
        std::vector<double> processor;
        size_t found = 0;
        for (int round = 0; round < m_rounds; ++round) {
            if (before)
                before();
            else
                m_query = std::make_unique<IndexQuery>(m_index);
            const double started = processorMs();
            QElapsedTimer timer;
            timer.start();
            double begun = 0;
            const auto keys = m_query->run(query, {}, [&](const FirstKeys &) {
                begun = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            });
            first.push_back(begun);
            whole.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            processor.push_back(processorMs() - started);
            found = keys->size();
        }
        std::sort(processor.begin(), processor.end());
        std::sort(first.begin(), first.end());
        std::sort(whole.begin(), whole.end());
        std::printf("%-44s %9zu found, first 200 after %6.1f, all after %6.1f (at most %6.1f), "
                    "%6.1f ms of processor\n",
                    qPrintable(what), found, first[first.size() / 2], whole[whole.size() / 2],
                    whole.back(), processor[processor.size() / 2]);
        std::fflush(stdout);
    }

    void sorts()
    {
        for (int column = 0; column <= static_cast<int>(SortColumn::UpdatedAt); ++column) {
            ContactQuery query;
            query.sortColumn = static_cast<SortColumn>(column);
            // Numbers are sorted when they are asked for: two others in between throw them out.
            measure(QStringLiteral("sort by column %1").arg(column), query, [this, column] {
                const bool isCreated = column == static_cast<int>(SortColumn::CreatedAt);
                const bool isOwner = column == static_cast<int>(SortColumn::Owner);
                m_index.order(isCreated ? SortColumn::UpdatedAt : SortColumn::CreatedAt);
                m_index.order(isOwner ? SortColumn::Role : SortColumn::Owner);
                m_query = std::make_unique<IndexQuery>(m_index);
            });
        }
    }

    void searches()
    {
        for (const char *text : {"a", "e", "x", "an", "qu", "8", "cor", "belu", "user-77777",
                                 "xaxaxaxa", "nothinglikeit", "an be", "\u674e"}) {
            ContactQuery query;
            query.text = str(text);
            measure(QStringLiteral("search \"%1\"").arg(query.text), query);
        }
    }

    void filters()
    {
        const auto ask = [this](const char *what, const FilterCondition &condition) {
            ContactQuery query;
            query.filter.require(condition);
            measure(str(what), query);
        };
        const auto of = [](FilterField field) { return FilterSubject{field, {}, {}}; };
        ask("leads", {of(FilterField::Role), FilterTest::Is, {str("lead")}, true});
        ask("any of two tags",
            {of(FilterField::Tag), FilterTest::AnyOf, {str("3"), str("4")}, true});
        ask("a company", {of(FilterField::Company), FilterTest::AnyOf, {str("77")}, true});
        ask("email ends", {of(FilterField::Email), FilterTest::EndsWith, {str(".example")}, true});
        ask("seen in 90 days",
            {of(FilterField::LastSeenAt), FilterTest::After, {str("2025-01-01")}, true});
        ask("plan is pro", {{FilterField::CustomAttribute, str("plan"), AttributeType::List},
                            FilterTest::Is,
                            {str("pro")},
                            true});
        ask("seats > 100", {{FilterField::CustomAttribute, str("seats"), AttributeType::Integer},
                            FilterTest::Greater,
                            {str("100")},
                            true});
    }

    //! As typed: each after the one before.
    void typing()
    {
        m_query = std::make_unique<IndexQuery>(m_index);
        ContactQuery query;
        for (const char letter : {'c', 'o', 'r', 'd', 'a'}) {
            query.text += QLatin1Char(letter);
            const double took =
                millisecondsOf([&] { m_query->run(query, {}, [](const FirstKeys &) {}); });
            std::printf("%-44s %9.1f ms\n",
                        qPrintable(QStringLiteral("typed \"%1\"").arg(query.text)), took);
        }
    }

    void changes()
    {
        int next = 1;
        std::vector<double> all;
        for (int round = 0; round < m_rounds; ++round) {
            for (int i = 0; i < 150; ++i)
                m_index.put(m_people.contact(next += 37));
            all.push_back(
                millisecondsOf([this] { m_query->run({}, {}, [](const FirstKeys &) {}); }));
        }
        std::sort(all.begin(), all.end());
        std::printf("%-44s %9.1f, at most %.1f ms\n", "by last seen after 150 changes",
                    all[all.size() / 2], all.back());
    }

    const int m_contacts;
    const int m_rounds;
    People m_people;
    ContactIndex m_index;
    std::unique_ptr<IndexQuery> m_query;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int contacts = arguments.value(1, str("1000000")).toInt();
    const int rounds = arguments.value(2, str("11")).toInt();
    if (contacts < 5000 || rounds < 1) {
        std::fprintf(stderr, "findbench [CONTACTS (5000 or more) [ROUNDS]]\n");
        return 2;
    }
    Bench(contacts, rounds).run();
    return 0;
}
