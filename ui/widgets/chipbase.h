// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace roster {

class Theme;

//! What tag chips and filter chips share: a round button with a text and, if it is removable, a ×
//! with a hit area of its own. By keyboard: Space or Enter is a click, Delete or Backspace removes.
class ChipBase : public QAbstractButton
{
    Q_OBJECT

public:
    //! What the chip says. Not QAbstractButton::text(): a tag's "&" is no mnemonic.
    QString label() const { return m_label; }
    void setLabel(const QString &label);
    bool isRemovable() const { return m_removable; }
    //! \a removable shows the ×; the accessible description then tells of the Delete key.
    void setRemovable(bool removable);
    //! The part of the chip where a click removes; empty when it is not removable.
    QRect crossRect() const;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    //! The user wants this chip gone (× or Delete). Nothing has happened yet.
    void removeRequested();

protected:
    ChipBase(const Theme &theme, const QString &objectName, const QString &label, QWidget *parent);

    const Theme &theme() const { return m_theme; }
    bool pointerIsOnCross() const { return m_onCross; }
    bool hitButton(const QPoint &pos) const override;
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setOnCross(bool on);

    const Theme &m_theme;
    QString m_label;
    bool m_removable = false;
    bool m_onCross = false;
    bool m_crossPressed = false;
};

} // namespace roster
