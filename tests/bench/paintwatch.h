// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>

#include <optional>

namespace roster {
class ContactTableView;
}

namespace roster::bench {

//! Tells when the table has painted what it was last asked for. For one table, which outlives it.
class PaintWatch : public QObject
{
    Q_OBJECT

public:
    explicit PaintWatch(ContactTableView &table);

    //! From now on the next order that arrives and is painted counts.
    void arm();
    //! The same for the next painting of any rows.
    void armForRows();
    //! Milliseconds from arming to the end of the painting; nothing when that took longer than
    //! `ms`. Runs the event loop.
    std::optional<double> wait(int ms);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void painted(int number);

    ContactTableView &m_table;
    QElapsedTimer m_since;
    bool m_needsQuery = false;
    bool m_needsOrder = false;
    bool m_needsRows = false;
    bool m_isArmed = false;
    //! Of the arming.
    int m_number = 0;
    std::optional<double> m_took;
};

} // namespace roster::bench
