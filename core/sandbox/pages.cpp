// SPDX-License-Identifier: MIT
#include "core/sandbox/pages.h"

#include "core/sandbox/errors.h"

#include <QUrl>

#include <limits>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> numberFrom(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

qint64 pagesFor(qint64 total, int size)
{
    return (total + size - 1) / size;
}

QJsonObject pagesJson(qint64 number, int size, qint64 total)
{
    return {{u"type"_s, u"pages"_s},
            {u"page"_s, number},
            {u"per_page"_s, size},
            {u"total_pages"_s, pagesFor(total, size)}};
}

QJsonObject listJson(const QJsonArray &data, qint64 total, const QJsonObject &pages)
{
    return {
        {u"type"_s, u"list"_s}, {u"data"_s, data}, {u"total_count"_s, total}, {u"pages"_s, pages}};
}

QString nextUrl(const NumberedPage &page, const Call &call)
{
    QUrlQuery query = call.request.query;
    query.removeAllQueryItems(u"page"_s);
    query.removeAllQueryItems(u"per_page"_s);
    query.addQueryItem(u"per_page"_s, QString::number(page.size));
    query.addQueryItem(u"page"_s, QString::number(page.number + 1));
    return call.request.baseUrl + call.request.path + u'?' + query.toString(QUrl::FullyEncoded);
}

} // namespace

Checked<int> checkedPageSize(std::optional<qint64> value, int largest)
{
    if (!value || *value < 1 || *value > largest) {
        return problems::invalid(u"per_page must be a number between 1 and "_s +
                                     QString::number(largest),
                                 u"per_page"_s);
    }
    return static_cast<int>(*value);
}

Checked<CursorPage> readCursorPage(const Call &call)
{
    CursorPage page;
    if (const QString text = call.parameter(u"per_page"_s); !text.isNull()) {
        const Checked<int> size = checkedPageSize(numberFrom(text), largestPage);
        if (!size)
            return size.problem();
        page.size = *size;
    }
    if (const QString text = call.parameter(u"starting_after"_s); !text.isEmpty()) {
        page.after = Cursor::decode(text);
        if (!page.after)
            return problems::invalidCursor();
    }
    return page;
}

Checked<NumberedPage> readNumberedPage(const Call &call, int size, int largest)
{
    NumberedPage page;
    page.size = size;
    if (const QString text = call.parameter(u"per_page"_s); !text.isNull()) {
        const Checked<int> asked = checkedPageSize(numberFrom(text), largest);
        if (!asked)
            return asked.problem();
        page.size = *asked;
    }
    if (const QString text = call.parameter(u"page"_s); !text.isNull()) {
        const std::optional<qint64> number = numberFrom(text);
        if (!number || *number < 1 || *number > std::numeric_limits<int>::max())
            return problems::invalid(u"page must be a number from 1"_s, u"page"_s);
        page.number = *number;
    }
    return page;
}

QJsonObject cursorListJson(const QJsonArray &data, qint64 total, const CursorPage &page,
                           const std::optional<Cursor> &next)
{
    QJsonObject pages = pagesJson(page.number(), page.size, total);
    if (next) {
        pages.insert(u"next"_s, QJsonObject{{u"page"_s, next->page},
                                            {u"per_page"_s, page.size},
                                            {u"starting_after"_s, next->encoded()}});
    }
    return listJson(data, total, pages);
}

QJsonObject numberedListJson(const QJsonArray &data, qint64 total, const NumberedPage &page,
                             const Call &call)
{
    QJsonObject pages = pagesJson(page.number, page.size, total);
    const bool hasMore = page.number < pagesFor(total, page.size);
    pages.insert(u"next"_s, hasMore ? QJsonValue(nextUrl(page, call)) : QJsonValue::Null);
    return listJson(data, total, pages);
}

} // namespace roster::sandbox
