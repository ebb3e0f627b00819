// SPDX-License-Identifier: MIT
#include "core/sandbox/searchproblems.h"

#include "core/sandbox/errors.h"

namespace roster::sandbox::searchproblems {

using namespace Qt::StringLiterals;

namespace {

Problem refusal(const QString &code, const QString &message, const QString &field = {})
{
    return {400, code, message, field, false};
}

} // namespace

Problem incompleteQuery()
{
    return refusal(u"invalid_query"_s, u"Field queries need field, operator and value; "
                                       "composite queries need operator and value"_s);
}

Problem unknownField(const QString &name)
{
    return refusal(u"invalid_field"_s, name + u" is not a valid field"_s, name);
}

// The blank at the end is Intercom's.
Problem wrongComposite()
{
    return refusal(u"invalid_operator"_s, u"Composite operators must be of type AND or OR "_s);
}

Problem wrongOperator(const SearchField &field, const QString &op)
{
    Problem problem = refusal(u"invalid_operator"_s,
                              field.name + u" does not support operator: "_s + op, field.name);
    if (field.type == FieldType::Date || field.type == FieldType::TagId)
        problem.status = 422;
    return problem;
}

Problem wrongValue(const QString &value, const QString &kind)
{
    return refusal(u"invalid_value"_s, value + u" is not a valid "_s + kind);
}

Problem tooManyMembers()
{
    return refusal(u"invalid_value"_s, u"Number of elements in composite query is greater than 15,"
                                       " please try again with a smaller list"_s);
}

Problem tooDeep()
{
    return refusal(u"invalid_values"_s, u"Value depth exceeds 10 items"_s);
}

Problem wrongOrder(const QString &order)
{
    return refusal(u"invalid_sort_order"_s, u"Invalid sort order '"_s + order +
                                                u"'. Must be one of: ascending, descending"_s);
}

Problem badKey(const QString &key)
{
    return problems::badParameter(key);
}

Problem badCursor()
{
    return unnamed(problems::invalidCursor());
}

Problem badPagination(const QString &field, const QString &message)
{
    return unnamed(problems::invalid(message, field));
}

Problem unnamed(Problem problem)
{
    problem.namesRequest = false;
    return problem;
}

} // namespace roster::sandbox::searchproblems
