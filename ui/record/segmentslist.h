// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/segment.h"
#include "ui/record/readlist.h"
#include "ui/record/recordlistparts.h"

namespace roster {

//! The segments that a contact is in, by name; only Intercom decides who is.
class SegmentsList : public ReadList
{
    Q_OBJECT

public:
    SegmentsList(const RecordListParts &parts, QWidget *parent);

protected:
    void read() override;
    QString readingText() const override { return tr("Reading segments…"); }
    QString nothingText() const override { return tr("In no segment"); }

private:
    void show(const QList<Segment> &segments);

    RecordListParts m_parts;
};

} // namespace roster
