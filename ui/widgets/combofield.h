// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

namespace roster {

class Theme;

//! A choice from a list in the look of the program. The wheel scrolls what lies behind it unless
//! the field has the keyboard, so that scrolling a form changes nothing.
class ComboField : public QComboBox
{
    Q_OBJECT

public:
    ComboField(const Theme &theme, const QString &objectName, const QString &accessibleName,
               QWidget *parent = nullptr);

    void setInvalid(bool invalid);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace roster
