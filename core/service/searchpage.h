// SPDX-License-Identifier: MIT
#pragma once

#include "core/api/endpoints.h"
#include "core/async/operationof.h"
#include "core/domain/loadwindow.h"
#include "core/service/serviceparts.h"
#include "core/service/workspacedays.h"
#include "core/store/storevalues.h"

namespace roster {

//! One page of a search, and when the server answered it (Unix seconds, its own clock where it
//! tells it).
struct SearchPage
{
    //! As a store takes them.
    QList<StoredContact> contacts;
    //! The cursor of the next page; empty after the last one.
    QString next;
    int total = 0;
    qint64 answeredAt = 0;
};

//! Asks for one page in the background lane and reads it off the UI thread. The handle is
//! `owner`'s.
OperationOf<SearchPage> *readSearchPage(const ServiceParts &parts, const api::SearchBody &body,
                                        QObject *owner);

//! What to search for to read the next page of `window`: in the order of creation, which never
//! changes.
api::SearchBody searchOf(const LoadWindow &window, const WorkspaceDays &days);

} // namespace roster
