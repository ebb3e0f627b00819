// SPDX-License-Identifier: MIT
#include "ui/edit/segmenteditor.h"

#include "ui/widgets/segmentedcontrol.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString idOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.toString();
}

} // namespace

SegmentEditor::SegmentEditor(SegmentedControl &segments)
    : FieldEditor(segments)
    , m_segments(segments)
{
    connect(&segments, &SegmentedControl::currentChanged, this, [this] {
        if (!m_isSetting)
            Q_EMIT edited();
    });
}

QJsonValue SegmentEditor::value() const
{
    const QString id = m_segments.current();
    if (id == m_keptId)
        return m_kept;
    if (id == "true"_L1 || id == "false"_L1)
        return id == "true"_L1;
    return id.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(id);
}

void SegmentEditor::setValue(const QJsonValue &value)
{
    m_isSetting = true;
    m_segments.setCurrent(idOf(value));
    m_isSetting = false;
    m_kept = value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    m_keptId = m_segments.current();
}

void addFlagChoices(SegmentedControl &segments)
{
    segments.addChoice(u"true"_s, SegmentEditor::tr("Yes"));
    segments.addChoice(u"false"_s, SegmentEditor::tr("No"));
    segments.addChoice(QString(), SegmentEditor::tr("Not set"));
}

} // namespace roster
