// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/banner.h"

#include <QMap>

namespace roster {

//! The banners that hold now, the gravest on top; it takes no room when there is none. States are
//! named by a key ("offline", "sandbox"), so that telling one again changes its banner.
class BannerStack : public QWidget
{
    Q_OBJECT

public:
    BannerStack(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    //! Shows or changes the banner of \a key; empty \a action for none. Owned by the stack.
    Banner *put(const QString &key, Tone tone, const QString &text, const QString &action = {});
    void remove(const QString &key);
    Banner *banner(const QString &key) const { return m_banners.value(key); }
    int count() const { return static_cast<int>(m_banners.size()); }

Q_SIGNALS:
    //! The action of the banner of \a key was pressed.
    void actionTriggered(const QString &key);

private:
    void order();

    const Theme &m_theme;
    QMap<QString, Banner *> m_banners;
};

} // namespace roster
