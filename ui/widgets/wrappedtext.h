// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QTextEdit>

namespace roster {

//! Plain text to read, select and copy, as high as its width asks for. Unlike a QLabel it also
//! breaks words that are wider than itself: emails, addresses of pages, ids.
class WrappedText : public QTextEdit
{
    Q_OBJECT

public:
    WrappedText(const QString &objectName, const QString &text, QWidget *parent);

    //! Whether `text` has a word so long that a column of the panel may not hold it.
    static bool isWanted(const QString &text);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void alignToLayout();
};

} // namespace roster
