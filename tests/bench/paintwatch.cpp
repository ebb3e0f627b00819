// SPDX-License-Identifier: MIT
#include "tests/bench/paintwatch.h"

#include "tests/bench/turning.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/contacts/contacttableview.h"

#include <QtCore/QEvent>

namespace roster::bench {

PaintWatch::PaintWatch(ContactTableView &table)
    : m_table(table)
{
    auto *model = qobject_cast<ContactTableModel *>(table.model());
    // What arrives before the question was asked answers another one.
    connect(model, &ContactTableModel::queryChanged, this, [this] { m_needsQuery = false; });
    connect(model, &ContactTableModel::loaded, this, [this] {
        if (!m_needsQuery)
            m_needsOrder = false;
    });
    table.viewport()->installEventFilter(this);
}

void PaintWatch::arm()
{
    armForRows();
    m_needsQuery = true;
    m_needsOrder = true;
    m_needsRows = false;
}

void PaintWatch::armForRows()
{
    m_isArmed = true;
    ++m_number;
    m_needsQuery = false;
    m_needsOrder = false;
    m_needsRows = true;
    m_took.reset();
    m_since.start();
}

std::optional<double> PaintWatch::wait(int ms)
{
    QElapsedTimer waiting;
    waiting.start();
    while (!m_took && waiting.elapsed() < ms)
        turn(1);
    m_isArmed = false;
    return m_took;
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    // Told before the painting; the posted call comes after it. Of several paintings the later
    // ones' calls may come when the watch is armed for the next thing.
    const bool isShown = !m_needsOrder && !(m_needsRows && m_table.model()->rowCount() == 0);
    if (event->type() == QEvent::Paint && m_isArmed && isShown)
        QMetaObject::invokeMethod(
            this, [this, number = m_number] { painted(number); }, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void PaintWatch::painted(int number)
{
    if (m_isArmed && number == m_number && !m_took)
        m_took = static_cast<double>(m_since.nsecsElapsed()) / 1e6;
}

} // namespace roster::bench
