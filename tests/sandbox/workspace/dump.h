// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sandbox/workspace/lab.h"

#include <functional>

namespace roster::sandbox::test {

//! The whole of a cursor list, as one walk along its pages gives it.
struct Walk
{
    QList<QJsonObject> entries;
    QStringList ids;
    QList<qint64> totals; //!< total_count of each page
    int pages = 0;
    QString problem; //!< empty when every page was as it has to be
};

//! Follows starting_after from the first page to the last; between() runs after each page.
//! \a size 0 leaves per_page out.
inline Walk walk(Lab &lab, const QString &path, int size,
                 const std::function<void(const Walk &)> &between = {})
{
    Walk walk;
    QString cursor;
    do {
        QUrlQuery query;
        if (size > 0)
            query.addQueryItem(u"per_page"_s, QString::number(size));
        if (!cursor.isEmpty())
            query.addQueryItem(u"starting_after"_s,
                               QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
        const Answer answer = lab.get(path + u'?' + query.toString(QUrl::FullyEncoded));
        const QJsonValue pages = answer.body[u"pages"];
        walk.totals.append(answer.body[u"total_count"].toInteger(-1));
        const QStringList ids = idsOf(answer);
        const bool isLast = !pages.toObject().contains(u"next"_s);
        if (answer.status != 200 || pages[u"page"].toInt() != ++walk.pages ||
            (!isLast && ids.size() != (size > 0 ? size : 50)) ||
            (!isLast && pages[u"next"][u"page"].toInt() != walk.pages + 1) || walk.pages > 5000) {
            walk.problem = QString::fromUtf8(text(answer)).left(2000);
            return walk;
        }
        for (const QJsonValue &entry : answer.body[u"data"].toArray())
            walk.entries.append(entry.toObject());
        walk.ids += ids;
        cursor = pages[u"next"][u"starting_after"].toString();
        if (between)
            between(walk);
    } while (!cursor.isEmpty());
    return walk;
}

//! All conversations of \a lab, as its list gives them page by page; nothing when a page is wrong.
inline QList<QJsonObject> allConversations(Lab &lab, int size = 150)
{
    QList<QJsonObject> all;
    QString cursor;
    for (int page = 1; page == 1 || !cursor.isEmpty(); ++page) {
        const Answer answer =
            lab.get(u"/conversations?per_page="_s + QString::number(size) + u"&starting_after="_s +
                    QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
        const QJsonValue pages = answer.body[u"pages"];
        if (answer.status != 200 || pages[u"page"].toInt() != page)
            return {};
        for (const QJsonValue &entry : answer.body[u"conversations"].toArray())
            all.append(entry.toObject());
        cursor = pages[u"next"][u"starting_after"].toString();
    }
    return all;
}

//! Everything a client can read, in one text.
inline QByteArray dump(Lab &lab)
{
    QByteArray all;
    for (const QJsonObject &contact : walk(lab, u"/contacts"_s, 150).entries) {
        all += QJsonDocument(contact).toJson(QJsonDocument::Compact) + '\n';
        for (const QString &list :
             {u"/tags"_s, u"/notes?per_page=60"_s, u"/segments"_s, u"/subscriptions"_s})
            all += text(lab.get(u"/contacts/"_s + contact[u"id"_s].toString() + list)) + '\n';
    }
    for (const QJsonObject &conversation : allConversations(lab)) {
        all += QJsonDocument(conversation).toJson(QJsonDocument::Compact) + '\n';
        all += text(lab.get(u"/conversations/"_s + conversation[u"id"_s].toString())) + '\n';
    }
    for (int page = 1;; ++page) {
        const Answer companies =
            lab.get(u"/companies?per_page=150&page="_s + QString::number(page));
        all += text(companies) + '\n';
        if (companies.body[u"pages"][u"next"].isNull())
            break;
    }
    for (const QString &path :
         {u"/tags"_s, u"/admins?display_avatar=true"_s, u"/data_attributes?include_archived=true"_s,
          u"/me"_s, u"/segments?include_count=true"_s, u"/subscription_types"_s})
        all += text(lab.get(path)) + '\n';
    return all;
}

} // namespace roster::sandbox::test
