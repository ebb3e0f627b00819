// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QGridLayout;

namespace roster {

//! Values side by side: a title to each row, equally wide columns under captions, lines between.
class CompareGrid : public QWidget
{
    Q_OBJECT

public:
    //! \a captions of the columns beside that of the titles.
    CompareGrid(const QString &objectName, const QStringList &captions, QWidget *parent = nullptr);

    //! The widgets become children; nullptr leaves a place empty. \a title is plain text.
    void addRow(const QString &title, const QList<QWidget *> &cells);
    //! The rows close together, for many that are only read.
    void setDense();
    int rowCount() const { return m_rows; }

    //! A cell that is only read: plain text on one line, elided where it does not fit.
    //! \a isMuted for what does not count. \a name is what screen readers say before it.
    static QWidget *readOnlyCell(const QString &objectName, const QString &name,
                                 const QString &text, bool isMuted, QWidget *parent);

private:
    void addLine();

    QGridLayout *m_grid;
    int m_columns;
    int m_rows = 0;
};

} // namespace roster
