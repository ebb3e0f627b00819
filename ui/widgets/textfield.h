// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace roster {

class Theme;

//! A line of text in the look of the program, with an error state and room for one widget at each
//! end, inside the border. Mirrored right to left.
class TextField : public QLineEdit
{
    Q_OBJECT

public:
    TextField(const Theme &theme, const QString &objectName, const QString &accessibleName,
              QWidget *parent = nullptr);

    //! Draws the border in the danger colour; the words of the problem are FormField's.
    void setInvalid(bool invalid);
    bool isInvalid() const { return property("invalid").toBool(); }
    //! A widget inside the field, at its start or end; becomes the field's child.
    void setLeading(QWidget *widget);
    void setTrailing(QWidget *widget);
    //! Places the inner widgets anew; call it after one of them was shown or hidden.
    void placeInner();

protected:
    const Theme &theme() const { return m_theme; }
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colourPlaceholder();

    const Theme &m_theme;
    QWidget *m_leading = nullptr;
    QWidget *m_trailing = nullptr;
};

} // namespace roster
