// SPDX-License-Identifier: MIT
// How the header keeps its columns between starts.
#include "ui/contacts/contactheader.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QScopedValueRollback>

#include <algorithm>

namespace roster {

namespace {

int columnNamed(const QString &id)
{
    const auto &all = contactColumns();
    const auto found = std::find_if(all.begin(), all.end(), [&id](const ColumnInfo &info) {
        return id == QLatin1String(info.id);
    });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

//! Without what changes by itself.
QJsonArray comparable(const QByteArray &state)
{
    QJsonArray columns = QJsonDocument::fromJson(state).array();
    for (qsizetype i = columns.size() - 1; i >= 0; --i) {
        QJsonObject kept = columns.at(i).toObject();
        if (!kept[QStringLiteral("shown")].toBool())
            continue;
        kept.remove(QStringLiteral("width"));
        columns[i] = kept;
        break;
    }
    return columns;
}

} // namespace

bool ContactHeader::areSameColumns(const QByteArray &one, const QByteArray &other)
{
    return one == other || comparable(one) == comparable(other);
}

QByteArray ContactHeader::saveColumns() const
{
    QJsonArray columns;
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        QJsonObject kept{{QStringLiteral("id"), QLatin1String(columnInfo(column).id)},
                         {QStringLiteral("shown"), !isSectionHidden(column)}};
        if (m_isSizedByHand && !isSectionHidden(column))
            kept.insert(QStringLiteral("width"), sectionSize(column));
        columns.append(kept);
    }
    return QJsonDocument(columns).toJson(QJsonDocument::Compact);
}

bool ContactHeader::restoreColumns(const QByteArray &state)
{
    const QJsonArray columns = QJsonDocument::fromJson(state).array();
    const bool isKnown = std::any_of(columns.begin(), columns.end(), [](const QJsonValue &kept) {
        return columnNamed(kept[QStringLiteral("id")].toString()) >= 0;
    });
    if (!isKnown)
        return false;
    const QScopedValueRollback guard(m_isFitting, true);
    int visual = 0;
    bool isSized = false;
    for (const QJsonValue &kept : columns) {
        const int column = columnNamed(kept[QStringLiteral("id")].toString());
        if (column < 0)
            continue;
        moveSection(visualIndex(column), visual++);
        setSectionHidden(column, !kept[QStringLiteral("shown")].toBool());
        const int width = kept[QStringLiteral("width")].toInt();
        if (width > 0)
            resizeSection(column, std::max(width, minimumSectionSize()));
        isSized = isSized || width > 0;
    }
    if (shownColumns() == 0)
        setSectionHidden(0, false);
    m_isSizedByHand = isSized;
    return true;
}

} // namespace roster
