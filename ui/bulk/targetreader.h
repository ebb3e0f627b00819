// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/bulk/bulkreview.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>

namespace roster {

//! Makes the targets of an action from keys that are frozen here. A piece at a time, so that the
//! window stays alive over a hundred thousand; deletes itself when it is done. `book` must outlive
//! it.
class TargetReader : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const Chosen &)>;

    //! `hidden`: of how many of them no row is shown.
    TargetReader(ContactBook &book, std::vector<RowKey> keys, int hidden, Then then,
                 QObject *parent);

    //! Calls `then` once; within this call when there are few. Contacts that are gone are left out.
    void start();

private:
    void readPiece();

    ContactBook &m_book;
    std::vector<RowKey> m_keys;
    Chosen m_chosen;
    Then m_then;
    size_t m_next = 0;
    QTimer m_timer;
};

} // namespace roster
