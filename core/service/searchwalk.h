// SPDX-License-Identifier: MIT
#pragma once

#include "core/api/contactjson.h"
#include "core/service/remotesearch.h"
#include "core/service/serviceparts.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSet>

namespace roster {

//! Reads the pages of one search, last seen first, into the store, until there are no more or
//! `most` contacts were found. The child of its operation, which is settled at the end.
class SearchWalk : public QObject
{
    Q_OBJECT

public:
    SearchWalk(const ServiceParts &parts, const QJsonObject &query, int most,
               OperationOf<RemoteFindings> *operation);

private:
    void readPage(const QString &cursor);
    void storePage(const Page<api::ListedContact> &page);

    ServiceParts m_parts;
    QJsonObject m_query;
    int m_most;
    OperationOf<RemoteFindings> *m_operation;
    RemoteFindings m_findings;
    QSet<ContactId> m_seen;
    QSet<QString> m_cursors;
};

} // namespace roster
