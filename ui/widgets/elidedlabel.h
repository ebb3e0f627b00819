// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace roster {

//! One line of plain text that ends in … where it does not fit, and then has the whole of it as
//! tool tip. Never reads its text as rich text.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &objectName, QWidget *parent = nullptr);

    //! The whole text; text() of the base class is what is shown.
    QString fullText() const { return m_full; }
    void setFullText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    QString m_full;
};

} // namespace roster
