// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/metrics.h"

#include <QImage>
#include <QPointer>
#include <QUrl>
#include <QWidget>

namespace roster {

class AvatarPictures;
class Theme;

//! A person's picture in a circle, or as long as there is none the person's initials in a circle of
//! the person's hue. It says nothing to a screen reader: the
//! name stands beside it.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    Avatar(const Theme &theme, const QString &objectName, int side = metrics::avatarLarge,
           QWidget *parent = nullptr);

    //! Initials from \a name, else \a email; the hue from \a key (the contact's id).
    void setPerson(const QString &name, const QString &email, const QString &key);
    //! Shows the picture at \a url in place of the initials once it is there; an empty address, or
    //! no \a pictures, shows the initials.
    void showPicture(AvatarPictures *pictures, const QUrl &url);
    bool hasPicture() const { return !m_picture.isNull(); }
    QString initials() const { return m_initials; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void takePicture();

    const Theme &m_theme;
    QPointer<AvatarPictures> m_pictures;
    QUrl m_url;
    QImage m_picture;
    QString m_initials;
    int m_hue = 0;
    int m_side;
};

} // namespace roster
