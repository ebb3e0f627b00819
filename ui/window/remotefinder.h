// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/remotesearch.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace roster {

class Banner;
class ContactTableModel;
class FoundBook;

//! "Search on Intercom": asks the server the table's question, shows in the table exactly what it
//! found, and says in a banner how many that are, what could not be asked, and the way back.
class RemoteFinder : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        //! nullptr: there is nothing to search but the local list.
        RemoteSearch *search = nullptr;
        FoundBook &book;
        ContactTableModel &model;
        Banner &banner;
    };

    RemoteFinder(Parts parts, QObject *parent);

    bool canSearch() const { return m_parts.search != nullptr; }
    //! The table shows what was found.
    bool isShowing() const;
    bool isSearching() const { return !m_asked.isNull(); }

    void search(const ContactQuery &query);
    //! Back to the local list; also gives up a search that runs.
    void leave();

private:
    void found(const RemoteFindings &findings);
    void failed(const ApiError &error);
    QString unaskedText() const;

    Parts m_parts;
    QList<UnaskedPart> m_unasked;
    QPointer<OperationOf<RemoteFindings>> m_asked;
};

} // namespace roster
