// SPDX-License-Identifier: MIT
#pragma once

#include "ui/panel/recordsections.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QWidget>

namespace roster {

//! Labels and values under one another. Values are plain text that can be selected and copied, and
//! wrap; very long ones are cut on screen and whole in the tool tip's first thousand characters.
class FactRows : public QWidget
{
    Q_OBJECT

public:
    explicit FactRows(const QString &objectName, QWidget *parent = nullptr);

    //! Shows `lines`; those without a value only with `showEmpty`.
    void setLines(const QList<RecordLine> &lines, bool showEmpty);

private:
    void addLine(const RecordLine &line, int row);

    QGridLayout *m_grid;
};

} // namespace roster
