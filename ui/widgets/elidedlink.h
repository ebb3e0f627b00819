// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace roster {

//! A line of plain words that can be pressed and ends in … where it does not fit; looks like text
//! until the pointer or the keyboard is on it.
class ElidedLink : public QPushButton
{
    Q_OBJECT

public:
    explicit ElidedLink(const QString &objectName, QWidget *parent = nullptr);

    QString fullText() const { return m_full; }
    void setFullText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString elided() const;

    QString m_full;
};

} // namespace roster
