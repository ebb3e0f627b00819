// SPDX-License-Identifier: MIT
#include "ui/widgets/windowmemory.h"

#include <QEvent>
#include <QWidget>

namespace roster {

WindowMemory::WindowMemory(QWidget &window, const QString &key, const Read &read, Write write)
    : QObject(&window)
    , m_window(window)
    , m_key(key)
    , m_write(std::move(write))
{
    const QByteArray kept = read(key);
    m_restored = !kept.isEmpty() && window.restoreGeometry(kept);
    window.installEventFilter(this);
}

void WindowMemory::save()
{
    m_write(m_key, m_window.saveGeometry());
}

bool WindowMemory::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close || event->type() == QEvent::Hide)
        save();
    return QObject::eventFilter(watched, event);
}

} // namespace roster
