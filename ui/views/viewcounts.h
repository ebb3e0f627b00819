// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "core/domain/savedview.h"

#include <QtCore/QPointer>

namespace roster {

//! Counts the contacts of saved views, one view after the other, so that the table's own questions
//! are never behind more than one. `book` must outlive it.
class ViewCounts : public QObject
{
    Q_OBJECT

public:
    ViewCounts(ContactBook &book, QObject *parent);

    //! Counts `views` from the first on; a round that runs goes on to its end first.
    void count(const QList<SavedView> &views, const FilterDays &days);

Q_SIGNALS:
    void counted(const QUuid &view, int contacts);

private:
    void next();
    void take(qsizetype contacts);

    ContactBook &m_book;
    QList<SavedView> m_waiting;
    QList<SavedView> m_nextRound;
    FilterDays m_days;
    QPointer<KeysOperation> m_asked;
};

} // namespace roster
