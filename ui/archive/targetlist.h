// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"

#include <QtWidgets/QFrame>

class QListView;

namespace roster {

class TargetModel;
class Theme;

//! The contacts of a run, to be looked through: avatar, name, and at the end of the line the email
//! or whatever a run's report says of them.
class TargetList : public QFrame
{
    Q_OBJECT

public:
    //! One line; `note` stands in place of the email.
    struct Line
    {
        BulkTarget target;
        QString note;
        //! `note` is a problem.
        bool isProblem = false;
    };

    TargetList(const Theme &theme, const QList<BulkTarget> &targets, QWidget *parent);
    TargetList(const Theme &theme, const QList<Line> &lines, QWidget *parent);

    QListView *list() const { return m_list; }
    //! Shows these in place of those before; the height stays.
    void setLines(const QList<Line> &lines);

private:
    TargetModel *m_model;
    QListView *m_list;
};

} // namespace roster
