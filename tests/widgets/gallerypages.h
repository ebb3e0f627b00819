// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace roster {

class Theme;

namespace test {

//! One picture of the gallery.
struct GalleryPage
{
    QString name;
    QSize size;
    //! Fills an empty window of that size, which is shown already.
    std::function<void(QWidget &window, Theme &theme)> fill;
};

//! Every primitive widget in every state, a few to a page.
QList<GalleryPage> galleryPages();

} // namespace test
} // namespace roster
