// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace roster {

//! Gives a window the place it had last time, and keeps it when the window closes or hides. Where
//! it is kept is the caller's: two functions over a key.
class WindowMemory : public QObject
{
    Q_OBJECT

public:
    using Read = std::function<QByteArray(const QString &key)>;
    using Write = std::function<void(const QString &key, const QByteArray &value)>;

    //! Restores at once, before \a window is shown; a place on no screen is moved onto one by Qt.
    //! Belongs to the window. \a key names the window among others.
    WindowMemory(QWidget &window, const QString &key, const Read &read, Write write);

    //! True when there was a place to restore; else the caller chooses the first size.
    bool hasRestored() const { return m_restored; }
    //! Keeps the place now.
    void save();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    QString m_key;
    Write m_write;
    bool m_restored = false;
};

} // namespace roster
