// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QWidget>

class QPushButton;

namespace roster {

class MessageStrip;
class Theme;

//! What a person sees first: two equal doors, the sandbox and a workspace of their own.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    FirstRunPage(const Theme &theme, QWidget *parent);

    //! Rests while a workspace is being opened.
    void setBusy(bool isBusy);
    //! For what went wrong while opening.
    MessageStrip &message() const { return *m_message; }

Q_SIGNALS:
    void sandboxRequested();
    void connectRequested();

private:
    //! One of the two doors.
    struct Door
    {
        QStringList badges;
        QString title;
        QString text;
        QPushButton *button;
    };

    QWidget *makeDoor(const Theme &theme, const QString &objectName, const Door &door);

    QPushButton *m_sandbox;
    QPushButton *m_connect;
    MessageStrip *m_message;
};

} // namespace roster
