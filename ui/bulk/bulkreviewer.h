// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/bulk/bulkreview.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace roster {

//! Finds out what an action would do to chosen contacts: who is so already, whose value it
//! replaces. A piece at a time, so that the window stays alive over a hundred thousand; where only
//! whole records tell, very many are not counted, and the review says so. Deletes itself when it is
//! done. `book` must outlive it.
class BulkReviewer : public QObject
{
    Q_OBJECT

public:
    //! `words` tell the action; `workspace`, how many contacts there are.
    BulkReviewer(ContactBook &book, const RunWords &words, const Chosen &chosen, int workspace,
                 QObject *parent);

    //! Few are reviewed within this call.
    void start();

Q_SIGNALS:
    void reviewed(const roster::BulkReview &review);

private:
    enum class Now { Different, So, Replaced };

    void lookAtPiece();
    Now nowOf(const ContactRow &row, const ContactId &id) const;
    Now ownerNow(const ContactRow &row) const;
    Now recordNow(const ContactId &id) const;

    ContactBook &m_book;
    QList<BulkTarget> m_targets;
    BulkReview m_review;
    bool m_readsRecords;
    qsizetype m_next = 0;
    QTimer m_timer;
};

} // namespace roster
