// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QPushButton;
class QToolButton;

namespace roster {

class ElidedLabel;
class Theme;

//! How grave a banner or message strip is.
enum class Tone { Info, Warning, Danger };

//! The name by which the style sheet knows \a tone.
QString toneName(Tone tone);

//! One line for a state that lasts (offline, sandbox, read-only, limited), with at most one
//! action. It says its text to screen readers when it appears and when the text changes.
class Banner : public QFrame
{
    Q_OBJECT

public:
    Banner(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    Tone tone() const { return m_tone; }
    QString text() const;
    //! Shows \a text (plain) in this tone.
    void setMessage(Tone tone, const QString &text);
    //! The button at the line's end; an empty \a text takes it away.
    void setAction(const QString &text);
    QPushButton *actionButton() const { return m_action; }
    //! Adds a × that only asks: see closeRequested().
    void setClosable(bool closable);

Q_SIGNALS:
    void actionTriggered();
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    ElidedLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    Tone m_tone = Tone::Info;
};

} // namespace roster
