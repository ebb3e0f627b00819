// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/metrics.h"

#include <QWidget>

namespace roster {

class Theme;

//! A person's initials in a circle of the person's hue. It says nothing to a screen reader: the
//! name stands beside it.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    Avatar(const Theme &theme, const QString &objectName, int side = metrics::avatarLarge,
           QWidget *parent = nullptr);

    //! Initials from \a name, else \a email; the hue from \a key (the contact's id).
    void setPerson(const QString &name, const QString &email, const QString &key);
    QString initials() const { return m_initials; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_initials;
    int m_hue = 0;
    int m_side;
};

} // namespace roster
