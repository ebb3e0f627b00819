// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/batchrecord.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

class QWidget;

namespace roster {

class BannerStack;
class RunKeeper;
class Session;
class Theme;

//! Looks after batches of earlier sessions: a banner tells of one that was cut short until somebody
//! decides about it; the list of batches takes any back.
class BatchDesk : public QObject
{
    Q_OBJECT

public:
    //! All outlive the desk; sheets lie over `window`.
    struct Parts
    {
        const Theme &theme;
        QWidget &window;
        Session &session;
        BannerStack &banners;
        RunKeeper &runs;
    };

    BatchDesk(const Parts &parts, QObject *parent);

    //! The list of batches.
    void showBatches();
    //! What was cut short, and what to do about it.
    void showInterrupted();

private:
    enum class Errand { Finish, Undo, Leave };

    void look();
    void tell(const QList<BatchSummary> &batches);
    void decide(BatchId batch, Errand errand);
    void showReport(BatchId batch);
    QString moment(qint64 at) const;

    Parts m_parts;
    QTimer m_soon;
    QList<BatchSummary> m_interrupted;
};

} // namespace roster
