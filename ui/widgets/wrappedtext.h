// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QTextEdit>

namespace roster {

//! Plain text to read, select and copy that is as high as its width asks for. Unlike a QLabel it
//! also breaks words that are wider than itself: emails, addresses of pages, ids.
class WrappedText : public QTextEdit
{
    Q_OBJECT

public:
    WrappedText(const QString &objectName, const QString &text, QWidget *parent);

    //! Whether `text` has a word so long that a column of the panel may not hold it.
    static bool isWanted(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
};

} // namespace roster
