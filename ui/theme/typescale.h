// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace roster {

//! The one scale of type, from the system's font; sizes in pixels.
struct TypeScale
{
    QFont body;       //!< as the system has it
    QFont strong;     //!< body, medium: names, buttons
    QFont small;      //!< −1: filter chips, banners, links in captions
    QFont caption;    //!< −2, semi-bold: section captions, table header
    QFont chip;       //!< −2, regular: tags
    QFont person;     //!< +4, semi-bold: the person's name
    QFont sheetTitle; //!< +5, semi-bold
    QFont pageTitle;  //!< +11, bold: first run, empty pages
    int bodyPx = 13;

    static TypeScale from(const QFont &system);
};

} // namespace roster
