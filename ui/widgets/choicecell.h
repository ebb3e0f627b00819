// SPDX-License-Identifier: MIT
#pragma once

#include <QRadioButton>

namespace roster {

class Theme;

//! A value in a table of which one in a row is chosen: a radio button that looks like a cell. The
//! value is plain text on one line, ends in … where it does not fit, and is then the tool tip.
class ChoiceCell : public QRadioButton
{
    Q_OBJECT

public:
    //! \a name is what screen readers say before the value: "Phone, theirs".
    ChoiceCell(const Theme &theme, const QString &objectName, const QString &name,
               QWidget *parent = nullptr);

    //! \a isMuted: the text only stands for a value that is not there.
    void setValue(const QString &text, bool isMuted);
    //! The whole value.
    const QString &value() const { return m_value; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool hitButton(const QPoint &position) const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString shownText() const;
    void updateToolTip();

    const Theme &m_theme;
    QString m_name;
    QString m_value;
    bool m_isMuted = false;
};

} // namespace roster
