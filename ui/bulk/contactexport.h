// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "ui/bulk/exportcolumns.h"

#include <QtCore/QTimer>

namespace roster {

//! Writes contacts as a table to a file that only its owner can read: all of it or nothing. The
//! contacts are read a piece at a time, so that the window stays alive over a hundred thousand; the
//! file is written elsewhere. Its answer is how many were written: those that have left the book
//! meanwhile are not.
class ContactExport : public OperationOf<int>
{
    Q_OBJECT

public:
    ContactExport(ContactBook &book, const QList<ContactId> &ids,
                  const QList<ExportColumn> &columns, const QString &path, QObject *owner);

Q_SIGNALS:
    void progressed(int done, int total);

private:
    void readPiece();
    void add(const ContactRow &row);
    void write();

    ContactBook &m_book;
    QList<ContactId> m_ids;
    QList<ExportColumn> m_columns;
    QString m_path;
    bool m_readsRecords;
    qsizetype m_next = 0;
    int m_written = 0;
    QByteArray m_file;
    QTimer m_timer;
};

} // namespace roster
