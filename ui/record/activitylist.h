// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/activityentry.h"
#include "ui/record/readlist.h"
#include "ui/record/recordlistparts.h"

namespace roster {

//! What Roster did to a contact, from its own journal, the latest first.
class ActivityList : public ReadList
{
    Q_OBJECT

public:
    ActivityList(const RecordListParts &parts, QWidget *parent);

protected:
    void read() override;
    QString readingText() const override { return tr("Looking it up…"); }
    QString nothingText() const override { return tr("Nothing was done with Roster"); }

private:
    void show(const QList<ActivityEntry> &entries);
    QWidget *rowOf(const ActivityEntry &entry, int number, QWidget *parent);

    RecordListParts m_parts;
};

} // namespace roster
