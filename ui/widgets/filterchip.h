// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/chipbase.h"

namespace roster {

//! One condition of the filter, in words; or, with setAdds(), the "+ Filter" at the row's end.
//! A condition that is switched off stays, struck through. Ctrl+Space asks to switch it, the menu
//! key and the right button ask for a menu.
class FilterChip : public ChipBase
{
    Q_OBJECT

public:
    FilterChip(const Theme &theme, const QString &objectName, const QString &label,
               QWidget *parent = nullptr);

    bool isOn() const { return m_on; }
    void setOn(bool on);
    //! Marks a condition that cannot be asked, and why; empty: it can.
    void setProblem(const QString &problem);
    QString problem() const { return m_problem; }
    //! Quiet look for the chip that adds another one.
    void setAdds(bool adds);
    QSize sizeHint() const override;

Q_SIGNALS:
    //! It is wanted off, or on again. Nothing has happened yet.
    void switchRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void describe();

    bool m_on = true;
    bool m_adds = false;
    QString m_problem;
};

} // namespace roster
