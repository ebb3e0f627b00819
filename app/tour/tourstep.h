// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include <functional>

namespace roster {

//! One picture of the tour: what to do before it is taken, and when it is ready.
struct TourStep
{
    //! File name without ending; empty for a step that takes no picture.
    QString name;
    //! What the picture shows, for the list.
    QString shows;
    //! Does what a person would do, by mouse and keys.
    std::function<void()> act;
    //! True once what was done can be seen; asked again and again.
    std::function<bool()> isReady;
};

} // namespace roster
