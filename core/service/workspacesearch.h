// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/remotesearch.h"

#include <QtCore/QObject>

#include <memory>

namespace roster {

struct ServiceParts;

//! The search for a query over a workspace's API, whose findings go into its store. A search ends
//! after so many contacts as a person may look through; it is cut then.
class WorkspaceSearch final : public QObject, public RemoteSearch
{
    Q_OBJECT

public:
    //! The most contacts that one search finds.
    static constexpr int mostFound = 3000;

    WorkspaceSearch(const ServiceParts &parts, QObject *parent);
    ~WorkspaceSearch() override;

    QList<UnaskedPart> unaskedParts(const ContactQuery &query) const override;
    OperationOf<RemoteFindings> *search(const ContactQuery &query) override;

private:
    std::unique_ptr<ServiceParts> m_parts;
};

} // namespace roster
