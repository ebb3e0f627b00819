// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtGui/QFont>

namespace roster {

class Theme;

//! Loads the fonts that names in other scripts need before the first of them is painted: finding
//! one takes a frame or two each. Begins a second after it was made, goes on by itself from the
//! event loop, one font and script a turn, for a few seconds, and deletes itself at the end.
class FontWarmUp : public QObject
{
    Q_OBJECT

public:
    FontWarmUp(const Theme &theme, QObject *parent);

private:
    void next();
    static void draw(const QString &text, const QFont &font);

    QList<QFont> m_fonts;
    qsizetype m_step = 0;
    QTimer m_turn;
};

} // namespace roster
