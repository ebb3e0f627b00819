// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operation.h"
#include "ui/text/runtext.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace roster {

class BulkRun;
class Theme;

//! The strip at the bottom while a run over many contacts goes on: how far, why it waits, Pause and
//! Stop. Short runs are over before it would appear. Further runs wait their turn to be shown.
class RunStrip : public QFrame
{
    Q_OBJECT

public:
    RunStrip(const Theme &theme, QWidget *parent);

    //! Shows `run` until it finishes. `words` tell what it does.
    void follow(BulkRun *run, const RunWords &words);

Q_SIGNALS:
    //! It appeared or went; the height is metrics::stripHeight or 0.
    void shownChanged(bool isShown);

private:
    void showRun();
    void updateText();
    void setShown(bool isShown);
    void waitFor(const QDateTime &until, Operation::WaitReason reason);
    void togglePause();

    QPointer<BulkRun> m_run;
    QList<std::pair<QPointer<BulkRun>, RunWords>> m_waiting;
    RunWords m_words;
    QString m_waitText;
    QLabel *m_text;
    QLabel *m_detail;
    QProgressBar *m_bar;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QTimer m_patience;
};

} // namespace roster
