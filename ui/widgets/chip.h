// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/chipbase.h"

namespace roster {

//! A tag: its name on the tag's hue, with or without ×. clicked() when the body is pressed.
class Chip : public ChipBase
{
    Q_OBJECT

public:
    //! \a hue as hueFor() tells it.
    Chip(const Theme &theme, const QString &objectName, const QString &label, int hue,
         QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_hue;
};

} // namespace roster
