// SPDX-License-Identifier: MIT
#include "core/api/searchfilter.h"

#include "core/api/endpoints.h"
#include "core/api/searchcondition.h"

#include <QtCore/QJsonArray>

namespace roster::api {

namespace {

//! The most that one group may hold.
constexpr qsizetype mostMembers = 15;

QJsonObject grouped(FilterJoin join, const QJsonArray &members)
{
    if (members.size() == 1)
        return members.at(0).toObject();
    return join == FilterJoin::All ? allOf(members) : anyOf(members);
}

//! Makes the query of one filter. The outer group holds the conditions of every group that is
//! joined as it is, and the other groups.
class Translation
{
public:
    Translation(const FilterDays &days, QStringView version)
        : m_days(days)
        , m_version(version)
    {
    }

    SearchFilter translate(const ContactFilter &filter)
    {
        const ContactFilter asked = filter.effective();
        // What stands alone is the outer group itself.
        const bool isAlone = asked.groups.size() == 1;
        m_join = isAlone ? asked.groups.constFirst().join : filter.join;
        for (int i = 0; i < filter.groups.size(); ++i) {
            const FilterGroup &group = filter.groups.at(i);
            const bool hasRoom = m_outer.size() + group.conditions.size() <= mostMembers;
            if (isAlone || (group.join == m_join && hasRoom))
                addMembers(group, i, m_outer, true);
            else
                addGroup(group, i);
        }
        if (!m_outer.isEmpty())
            m_result.query = grouped(m_join, m_outer);
        return m_result;
    }

private:
    void addGroup(const FilterGroup &group, int number)
    {
        QJsonArray inner;
        if (m_outer.size() < mostMembers) {
            addMembers(group, number, inner, false);
            if (!inner.isEmpty())
                m_outer.append(grouped(group.join, inner));
            return;
        }
        for (int i = 0; i < group.conditions.size(); ++i) {
            if (isAsked(group.conditions.at(i)))
                m_result.unsaid.append({number, i, SearchGap::TooMany});
        }
    }

    void addMembers(const FilterGroup &group, int number, QJsonArray &members, bool mayNest)
    {
        for (int i = 0; i < group.conditions.size(); ++i) {
            const FilterCondition &condition = group.conditions.at(i);
            if (!isAsked(condition))
                continue;
            const SearchTerms terms = searchTerms(condition, m_days, m_version);
            if (const auto gap = add(terms, group.join, members, mayNest))
                m_result.unsaid.append({number, i, *gap});
        }
    }

    static bool isAsked(const FilterCondition &condition)
    {
        return condition.isOn && !problemOf(condition);
    }

    static std::optional<SearchGap> add(const SearchTerms &terms, FilterJoin join,
                                        QJsonArray &members, bool mayNest)
    {
        if (terms.gap)
            return terms.gap;
        const bool isFlat = terms.filters.size() == 1 || terms.join == join;
        if (!isFlat && !mayNest)
            return SearchGap::TooDeep;
        const qsizetype more = isFlat ? terms.filters.size() : 1;
        if (members.size() + more > mostMembers || terms.filters.size() > mostMembers)
            return SearchGap::TooMany;
        if (!isFlat) {
            members.append(grouped(terms.join, terms.filters));
            return std::nullopt;
        }
        for (const QJsonValue &filter : terms.filters)
            members.append(filter);
        return std::nullopt;
    }

    const FilterDays &m_days;
    const QStringView m_version;
    FilterJoin m_join = FilterJoin::All;
    QJsonArray m_outer;
    SearchFilter m_result;
};

} // namespace

SearchFilter searchFilter(const ContactFilter &filter, const FilterDays &days, QStringView version)
{
    return Translation(days, version).translate(filter);
}

} // namespace roster::api
