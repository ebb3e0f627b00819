// SPDX-License-Identifier: MIT
#pragma once

#include "app/tour/tourstep.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <deque>
#include <memory>

class QApplication;
class QImage;

namespace roster {

class TourPictures;
class TourStage;

//! Walks through every screen by mouse and keys against a fresh sandbox, with a fixed clock and
//! locale, and writes a picture of each in light and dark, with a list of what each shows.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(const QString &folder, QApplication &qtApplication);
    ~Tour() override;

    //! 0 when every picture was taken and none is blank or like another.
    int run();

private:
    void openStage(int contacts, int latencyMs = 0);
    //! Goes on with `script` on a new stage.
    void appendStage(int contacts, int latencyMs, std::deque<TourStep> (*script)(TourStage &stage));
    void next();
    void poll();
    void takePicture();
    void finish();

    QApplication &m_qt;
    std::unique_ptr<TourPictures> m_pictures;
    std::unique_ptr<TourStage> m_stage;
    std::deque<TourStep> m_steps;
    QTimer m_poll;
    QElapsedTimer m_waited;
    int m_readyPolls = 0;
    QStringList m_problems;
};

} // namespace roster
