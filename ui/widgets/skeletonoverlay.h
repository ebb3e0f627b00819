// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

namespace roster {

class Theme;

//! Rows of grey blocks, in the measures of the table, while its first page is loading. Still: it
//! says "here will be rows" without asking for the eye. The mouse goes through.
class SkeletonOverlay : public QWidget
{
    Q_OBJECT

public:
    SkeletonOverlay(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    //! Widths of the table's columns as they are seen, from the start; the first one gets a circle.
    void setColumns(const QList<int> &widths);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<int> m_columns;
};

} // namespace roster
