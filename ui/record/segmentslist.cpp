// SPDX-License-Identifier: MIT
#include "ui/record/segmentslist.h"

#include "core/service/recordservice.h"
#include "core/service/session.h"
#include "ui/widgets/elidedlabel.h"

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

SegmentsList::SegmentsList(const RecordListParts &parts, QWidget *parent)
    : ReadList(u"segmentsList"_s, parent)
    , m_parts(parts)
{
}

void SegmentsList::read()
{
    if (RecordService *service = m_parts.session.records())
        follow(service->segments(contactId()),
               [this](const QList<Segment> &segments) { show(segments); });
}

void SegmentsList::show(const QList<Segment> &segments)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const Segment &segment : segments) {
        auto *name = new ElidedLabel(u"segmentLabel"_s, content);
        const QString words = segment.name.simplified();
        name->setFullText(words.isEmpty() ? segment.id.text() : words);
        column->addWidget(name);
    }
    showContent(content, static_cast<int>(segments.size()));
}

} // namespace roster
