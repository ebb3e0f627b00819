// SPDX-License-Identifier: MIT
#pragma once

#include "ui/lifecycle/mergepreview.h"
#include "ui/prompts/tasksheet.h"

class QLabel;

namespace roster {

class CompareGrid;
class LifecyclePort;

//! Shows side by side what becomes of a lead and a user when they are merged, and merges them. Its
//! button is pressed by no key but its own, since nobody can take it back.
class MergeSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! `port` and `book` outlive the sheet.
    MergeSheet(const Theme &theme, LifecyclePort &port, ContactBook &book, const ValueWords &words,
               QWidget *host);

    //! Shows these two, again when one was read anew. Both have an id.
    void setContacts(const Contact &lead, const Contact &user);

Q_SIGNALS:
    //! `user` as it is now; the sheet is closing.
    void merged(const roster::ContactId &lead, const roster::Contact &user);
    //! Another user. The sheet is closing.
    void backRequested();

protected:
    void proceed() override;

private:
    void showLines(const QList<MergeLine> &lines);
    void addLine(const MergeLine &line, int row);

    LifecyclePort &m_port;
    ContactBook &m_book;
    ValueWords m_words;
    Contact m_lead;
    Contact m_user;
    QLabel *m_warning;
    QLabel *m_summary;
    CompareGrid *m_grid = nullptr;
    QList<MergeLine> m_lines;
};

} // namespace roster
