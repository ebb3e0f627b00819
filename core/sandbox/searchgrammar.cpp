// SPDX-License-Identifier: MIT
#include "core/sandbox/searchgrammar.h"

#include "core/sandbox/bodyreader.h"
#include "core/sandbox/searchproblems.h"
#include "core/sandbox/searchvalues.h"

#include <QHash>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMembers = 15;
constexpr int deepestGroup = 2;

const QHash<QString, SearchOperator> &operators()
{
    using enum SearchOperator;
    static const QHash<QString, SearchOperator> all{
        {u"="_s, Equal},           {u"!="_s, NotEqual},    {u"IN"_s, In},
        {u"NIN"_s, NotIn},         {u">"_s, Greater},      {u"<"_s, Less},
        {u">="_s, GreaterOrEqual}, {u"<="_s, LessOrEqual}, {u"~"_s, Contains},
        {u"!~"_s, ContainsNot},    {u"^"_s, StartsWith},   {u"$"_s, EndsWith}};
    return all;
}

//! Reads one query; knows what is searched, the version and how deep it is in groups.
class QueryReader
{
public:
    QueryReader(Context &context, ApiVersion version, const SearchScope &scope)
        : m_context(context)
        , m_version(version)
        , m_scope(scope)
    {
    }

    Checked<SearchNode> read(const QJsonValue &value, int depth) const
    {
        if (!value.isObject())
            return searchproblems::incompleteQuery();
        const QJsonObject query = value.toObject();
        if (query.contains("field"_L1))
            return readFilter(query);
        if (isComposite(query))
            return readGroup(query, depth);
        return searchproblems::incompleteQuery();
    }

private:
    static bool isComposite(const QJsonObject &query)
    {
        const QString op = query.value("operator"_L1).toString();
        return op == "AND"_L1 || op == "OR"_L1 || query.value("value"_L1).isArray();
    }

    Checked<SearchNode> readGroup(const QJsonObject &query, int depth) const
    {
        if (!query.contains("operator"_L1))
            return searchproblems::incompleteQuery();
        const QString op = query.value("operator"_L1).toString();
        if (op != "AND"_L1 && op != "OR"_L1)
            return searchproblems::wrongComposite();
        const QJsonArray members = query.value("value"_L1).toArray();
        if (members.isEmpty())
            return searchproblems::incompleteQuery();
        if (members.size() > mostMembers)
            return searchproblems::tooManyMembers();
        if (depth >= deepestGroup)
            return searchproblems::tooDeep();
        auto group = std::make_unique<SearchNode::Group>();
        group->all = op == "AND"_L1;
        for (const QJsonValue &member : members) {
            Checked<SearchNode> node = read(member, depth + 1);
            if (!node)
                return node.problem();
            group->members.push_back(std::move(*node));
        }
        return SearchNode{nullptr, std::move(group)};
    }

    Checked<SearchNode> readFilter(const QJsonObject &query) const
    {
        const QJsonValue name = query.value("field"_L1);
        const QJsonValue op = query.value("operator"_L1);
        const QJsonValue value = query.value("value"_L1);
        if (!name.isString() || !op.isString() || value.isUndefined())
            return searchproblems::incompleteQuery();
        const auto field = m_scope.find(m_context, name.toString(), m_version);
        if (!field)
            return searchproblems::unknownField(name.toString());
        const auto found = operators().constFind(op.toString());
        if (found == operators().constEnd() || !isSupported(field->type, *found))
            return searchproblems::wrongOperator(*field, op.toString());
        const Checked<QJsonValue> checked = checkSearchValue(*field, *found, value);
        if (!checked)
            return checked.problem();
        auto filter = std::make_unique<SearchNode::Filter>();
        *filter = {*field, *found, *checked};
        return SearchNode{std::move(filter), nullptr};
    }

    Context &m_context;
    ApiVersion m_version;
    const SearchScope &m_scope;
};

Checked<CursorPage> readPagination(const QJsonObject &body, int usualSize)
{
    CursorPage page;
    page.size = usualSize;
    const QJsonValue value = body.value("pagination"_L1);
    if (value.isUndefined() || value.isNull())
        return page;
    if (!value.isObject())
        return searchproblems::badPagination(u"pagination"_s, u"pagination must be an object"_s);
    const QJsonObject pagination = value.toObject();
    if (const QJsonValue size = pagination.value("per_page"_L1); !size.isUndefined()) {
        const Checked<int> checked = checkedPageSize(wholeNumber(size), largestPage);
        if (!checked)
            return searchproblems::badPagination(u"per_page"_s, checked.problem().message);
        page.size = *checked;
    }
    const QJsonValue after = pagination.value("starting_after"_L1);
    if (after.isUndefined() || after.isNull())
        return page;
    page.after = Cursor::decode(after.toString());
    if (!page.after)
        return searchproblems::badCursor();
    return page;
}

Checked<SearchSort> readSort(Context &context, const QJsonObject &body, ApiVersion version,
                             const SearchScope &scope)
{
    const QJsonValue value = body.value("sort"_L1);
    SearchSort sort{*scope.find(context, scope.sortedBy, version), false};
    if (value.isUndefined() || value.isNull())
        return sort;
    const QJsonObject object = value.toObject();
    const QJsonValue name = object.value("field"_L1);
    if (!value.isObject() || !(name.isString() || name.isUndefined()))
        return searchproblems::unknownField(name.toVariant().toString());
    if (name.isString()) {
        const auto field = scope.find(context, name.toString(), version);
        if (!field || !field->isSortable())
            return searchproblems::unknownField(name.toString());
        sort.field = *field;
    }
    const QJsonValue order = object.value("order"_L1);
    if (order.isUndefined())
        return sort;
    sort.ascending = order.toString() == "ascending"_L1;
    if (!sort.ascending && order.toString() != "descending"_L1)
        return searchproblems::wrongOrder(order.toVariant().toString());
    return sort;
}

} // namespace

bool isSupported(FieldType type, SearchOperator op)
{
    using enum SearchOperator;
    const bool isEquality = op == Equal || op == NotEqual;
    const bool isList = op == In || op == NotIn;
    const bool isOrder = op == Greater || op == Less;
    const bool isOrderOrEqual = op == GreaterOrEqual || op == LessOrEqual;
    switch (type) {
    case FieldType::Text:
    case FieldType::SegmentId:
        return !isOrder && !isOrderOrEqual;
    case FieldType::TagId:
        return isEquality;
    case FieldType::Integer:
    case FieldType::Float:
        return isEquality || isList || isOrder || isOrderOrEqual;
    case FieldType::Boolean:
        return isEquality || isList;
    case FieldType::Date:
        return op == Equal || isOrder;
    }
    return false;
}

Checked<SearchRequest> readSearch(Context &context, const QJsonObject &body, ApiVersion version,
                                  const SearchScope &scope)
{
    for (const QString &key : body.keys()) {
        if (key != "query"_L1 && key != "pagination"_L1 && key != "sort"_L1)
            return searchproblems::badKey(key);
    }
    Checked<SearchNode> query =
        QueryReader(context, version, scope).read(body.value("query"_L1), 0);
    if (!query)
        return query.problem();
    Checked<CursorPage> page = readPagination(body, scope.pageSize);
    if (!page)
        return page.problem();
    Checked<SearchSort> sort = readSort(context, body, version, scope);
    if (!sort)
        return sort.problem();
    return SearchRequest{std::move(*query), std::move(*sort), std::move(*page)};
}

} // namespace roster::sandbox
