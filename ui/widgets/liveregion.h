// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace roster {

//! Words for screen readers alone, said politely when they change; it takes no room and is not
//! seen. A widget whose own name must stay (a table) has one to tell what happens in it.
class LiveRegion : public QWidget
{
    Q_OBJECT

public:
    LiveRegion(const QString &objectName, QWidget *parent);

    //! Has \a text said; the same text again is said again.
    void say(const QString &text);
    QString text() const { return accessibleName(); }

Q_SIGNALS:
    void said(const QString &text);
};

} // namespace roster
