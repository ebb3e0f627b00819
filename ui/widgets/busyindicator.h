// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

namespace roster {

class Theme;

//! A quiet turning arc for work of some seconds; stands still with reduced motion, and moves only
//! while it is seen. Keeps its place in the layout when it is idle.
class BusyIndicator : public QWidget
{
    Q_OBJECT

public:
    BusyIndicator(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    bool isBusy() const { return m_busy; }
    //! \a what is said to assistive technology: "Testing the connection".
    void setBusy(bool busy, const QString &what = {});
    //! True while a timer turns the arc.
    bool isMoving() const { return m_timer.isActive(); }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void moveOrRest();

    const Theme &m_theme;
    QTimer m_timer;
    int m_angle = 0;
    bool m_busy = false;
};

} // namespace roster
