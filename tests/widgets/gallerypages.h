// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

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

//! A ground over the whole window, and its column.
QVBoxLayout *galleryColumn(QWidget &window);
//! A label of a kind of setKind().
QLabel *galleryLabel(const QString &kind, const QString &text, QWidget *parent);

//! Buttons, choices and the sizes of type.
void galleryControls(QWidget &window, Theme &theme);
//! Fields of forms in every state.
void galleryFields(QWidget &window, Theme &theme);
//! Chips and avatars in several scripts.
void galleryChips(QWidget &window, Theme &theme);

//! Every primitive widget in every state, a few to a page.
QList<GalleryPage> galleryPages();

} // namespace test
} // namespace roster
