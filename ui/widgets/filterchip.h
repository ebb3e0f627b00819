// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/chipbase.h"

namespace roster {

//! One condition of the filter, in words; or, with setAdds(), the "+ Filter" at the row's end.
//! A condition that is switched off stays, struck through.
class FilterChip : public ChipBase
{
    Q_OBJECT

public:
    FilterChip(const Theme &theme, const QString &objectName, const QString &label,
               QWidget *parent = nullptr);

    bool isOn() const { return m_on; }
    void setOn(bool on);
    //! Quiet look for the chip that adds another one.
    void setAdds(bool adds);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_on = true;
    bool m_adds = false;
};

} // namespace roster
