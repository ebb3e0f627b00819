// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/colorrole.h"

#include <QIcon>
#include <QObject>

namespace roster {

class Theme;

//! The symbolic drawings of resources/icons, one file each, named in camel case here.
class Icons
{
    Q_GADGET

public:
    enum Name {
        Search,
        Plus,
        Close,
        Check,
        ChevronDown,
        ChevronLeft,
        ChevronRight,
        More,
        Refresh,
        Tag,
        Building,
        Person,
        Archive,
        Restore,
        Edit,
        Copy,
        Settings,
        Keyboard,
        Warning,
        Info,
        Offline,
        Key,
        SortUp,
        SortDown,
        Columns,
        Eye,
        EyeOff,
        Undo,
        Filter,
        Link,
        External,
        Phone,
        Mail,
        Clock,
        Globe,
        Note
    };
    Q_ENUM(Name)

    //! Resource path of a drawing: ":/roster/icons/chevron-down.svg".
    static QString path(Name name);

    //! An icon that is painted in the theme's colour for \a role at every size and pixel ratio,
    //! follows a change of theme by itself, and is mirrored right to left where it points.
    //! \a theme must outlive it. When disabled it takes ColorRole::Disabled.
    static QIcon icon(const Theme &theme, Name name, ColorRole role = ColorRole::Text);

    //! One drawing in one colour, \a side device-independent pixels square.
    static QPixmap pixmap(Name name, const QColor &color, int side, qreal devicePixelRatio);
};

} // namespace roster
