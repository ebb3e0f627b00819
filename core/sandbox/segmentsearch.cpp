// SPDX-License-Identifier: MIT
#include "core/sandbox/segmentsearch.h"

#include "core/sandbox/contactrow.h"

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isNegative(SearchOperator op)
{
    return op == SearchOperator::NotEqual || op == SearchOperator::NotIn ||
           op == SearchOperator::ContainsNot;
}

// Whether an id is what the filter, or its opposite, names; ids are lower case.
bool fits(const QString &id, const SearchNode::Filter &filter)
{
    const QString text = folded(filter.value.toString());
    switch (filter.op) {
    case SearchOperator::In:
    case SearchOperator::NotIn: {
        bool isMember = false;
        for (const QJsonValue &member : filter.value.toArray())
            isMember = isMember || folded(member.toString()) == id;
        return isMember;
    }
    case SearchOperator::Contains:
    case SearchOperator::ContainsNot:
        return id.contains(text);
    case SearchOperator::StartsWith:
        return id.startsWith(text);
    case SearchOperator::EndsWith:
        return id.endsWith(text);
    default:
        return id == text;
    }
}

} // namespace

SqlCondition segmentCondition(const SearchNode::Filter &filter, const Sight &sight)
{
    const bool isNull = filter.value.isNull();
    QStringList conditions;
    for (const segments::Segment &segment : filter.field.segments) {
        if (segment.members != segments::Members::Companies && (isNull || fits(segment.id, filter)))
            conditions.append(segment.sql(sight));
    }
    const QString any = conditions.isEmpty() ? u"0"_s : u'(' + conditions.join(u" OR "_s) + u')';
    // "= null" asks for those who are in none.
    return {isNegative(filter.op) == isNull ? any : u"NOT "_s + any, {}};
}

} // namespace roster::sandbox
