// SPDX-License-Identifier: MIT
#include "ui/edit/segmenteditor.h"

#include "ui/text/jsontext.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/segmentedcontrol.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString idOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return jsonText(value);
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
    const QString id = idOf(value);
    m_segments.setCurrent(id);
    if (m_segments.current() != id && !id.isEmpty()) {
        // One that no longer fits is shown as it is, beside what it can be changed to.
        constexpr qsizetype longest = 24;
        m_segments.addChoice(id, firstWords(id, longest).replace(u'&', "&&"_L1));
        m_segments.setCurrent(id);
    }
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
