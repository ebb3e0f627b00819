// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/note.h"
#include "ui/record/readlist.h"
#include "ui/record/recordlistparts.h"

namespace roster {

//! The notes of a contact: who wrote them and when, and what they say, with links but no pictures
//! and no other markup than words need.
class NotesList : public ReadList
{
    Q_OBJECT

public:
    NotesList(const RecordListParts &parts, QWidget *parent);

Q_SIGNALS:
    //! A link in a note was pressed; its address is shown beside it.
    void linkActivated(const QString &address);

protected:
    void read() override;
    QString readingText() const override { return tr("Reading notes…"); }
    QString nothingText() const override { return tr("No notes"); }

private:
    void show(const QList<Note> &notes);
    QWidget *rowOf(const Note &note, int number, QWidget *parent);

    RecordListParts m_parts;
};

} // namespace roster
