// SPDX-License-Identifier: MIT
#include "core/service/searchpage.h"

#include "core/api/contactjson.h"
#include "core/async/background.h"
#include "core/async/clock.h"
#include "core/service/call.h"
#include "core/wire/ratelimit.h"

namespace roster {

namespace {

SearchPage pageOf(Page<api::ListedContact> &&told, qint64 answeredAt)
{
    SearchPage page{{}, told.next, told.total, answeredAt};
    page.contacts.reserve(told.items.size());
    for (api::ListedContact &listed : told.items)
        page.contacts.append(
            {std::move(listed.row), std::move(listed.json), RecordSource::Listing});
    return page;
}

} // namespace

OperationOf<SearchPage> *readSearchPage(const ServiceParts &parts, const api::SearchBody &body,
                                        QObject *owner)
{
    auto *operation = new OperationOf<SearchPage>(owner);
    const auto settle = [operation, &clock = parts.clock](const Result<HttpResponse> &answer) {
        if (!answer)
            return operation->settle(answer.error());
        const qint64 at = serverTime(*answer).value_or(clock.now().toSecsSinceEpoch());
        inBackground(
            operation,
            [response = *answer, at]() -> Result<SearchPage> {
                Result<Page<api::ListedContact>> told =
                    api::readAnswer(response, false, api::readListedContacts);
                if (!told)
                    return told.error();
                return pageOf(std::move(told).value(), at);
            },
            [operation](const Result<SearchPage> &page) { operation->settle(page); });
    };
    exchange(parts.dispatcher, operation, api::searchContacts(body, Lane::Background), settle);
    return operation;
}

api::SearchBody searchOf(const LoadWindow &window, const WorkspaceDays &days)
{
    const QStringView created = u"created_at";
    QJsonArray conditions;
    if (window.isUndated)
        conditions.append(api::filter(created, u"=", QJsonValue::Null));
    if (window.firstDay.isValid())
        conditions.append(api::filter(created, u">", days.after(window.firstDay)));
    if (window.lastDay.isValid())
        conditions.append(api::filter(created, u"<", days.before(window.lastDay)));
    if (!window.idEnding.isEmpty())
        conditions.append(api::filter(u"id", u"$", window.idEnding));
    api::SearchBody body;
    body.query = conditions.size() == 1 ? conditions.first().toObject() : api::allOf(conditions);
    body.sortField = created.toString();
    body.isDescending = false;
    body.cursor = window.cursor;
    return body;
}

} // namespace roster
