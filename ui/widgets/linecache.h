// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCache>
#include <QtGui/QFont>
#include <QtGui/QPainter>
#include <QtGui/QStaticText>

namespace roster {

//! Draws single lines of text and remembers how the last of them were laid out, which takes most of
//! the time of painting a table.
class LineCache
{
public:
    LineCache();

    //! Draws `text` in the painter's pen, in the middle of the height of `area`, at its left edge
    //! or its right one, elided when it does not fit; gives back how wide it is. Words run as they
    //! are written, whatever the painter's direction.
    int draw(QPainter &painter, const QRect &area, Qt::AlignmentFlag side, const QString &text,
             const QFont &font);
    //! Colours may change without it, fonts too; it frees what is not used any more.
    void clear() { m_lines.clear(); }

private:
    struct Key
    {
        QString text;
        QFont font;
        //! Pixels that it was elided to; -1 for the whole text.
        int room = -1;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.font, key.room);
        }
    };
    const QStaticText &lineOf(const Key &key);

    QCache<Key, QStaticText> m_lines;
};

} // namespace roster
