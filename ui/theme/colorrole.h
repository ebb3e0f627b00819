// SPDX-License-Identifier: MIT
#pragma once

namespace roster {

//! What a colour is for. Widgets name a role; only ThemeColors knows the values.
enum class ColorRole {
    Window,        //!< behind everything
    Surface,       //!< table, panel, sheets, toolbar
    Sidebar,       //!< left column
    Field,         //!< ground of text fields and of group headers in lists
    Text,          //!< words
    Muted,         //!< captions, second lines, counts
    Disabled,      //!< words of what cannot be used now (no contrast promise)
    Line,          //!< borders and dividers
    FaintLine,     //!< between table rows
    Accent,        //!< primary buttons, links, the checked choice
    AccentHover,   //!< primary button under the pointer
    AccentOff,     //!< ground of a primary button that cannot be used now
    OnAccent,      //!< words on Accent
    Selection,     //!< ground of selected rows
    SelectionText, //!< words on Selection
    Band,          //!< translucent fill of the rubber band
    Danger,        //!< words and borders of problems and destructive actions
    DangerGround,  //!< ground of a danger banner
    DangerLine,    //!< its border
    WarningGround, //!< ground of a warning banner
    WarningLine,   //!< its border
    WarningText,   //!< words on WarningGround; also the role "Lead" in the table
    InfoGround,    //!< ground of a plain banner
    Hover,         //!< ground of a quiet control under the pointer
    Pressed,       //!< the same while pressed
    Focus,         //!< ring around the control that has the keyboard
    Inverse,       //!< ground of selection bar, toasts and tool tips
    InverseText,   //!< words on Inverse
    InverseMuted,  //!< second words on Inverse
    InverseLine,   //!< borders on Inverse
    InverseHover,  //!< ground of an action on Inverse under the pointer
    InverseAccent, //!< the toast's action, focus on Inverse
    Dim,           //!< translucent veil behind a sheet
    Shadow,        //!< translucent shadow of what floats
    Skeleton,      //!< blocks that stand for rows still loading
    Scroll,        //!< handle of a scroll bar
    Count_         //!< number of roles
};

} // namespace roster
