// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace roster {

class Theme;

//! A choice of two to five, all to be seen: User | Lead. One Tab stop; arrow keys choose, Down and
//! Right the next one (Left right to left). To
//! assistive technology it is a group of radio buttons.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    SegmentedControl(const Theme &theme, const QString &objectName, const QString &accessibleName,
                     QWidget *parent = nullptr);

    //! Adds a choice known as \a id; the first one is chosen.
    void addChoice(const QString &id, const QString &text);
    QString current() const;
    //! Chooses \a id; unknown ids change nothing.
    void setCurrent(const QString &id);

Q_SIGNALS:
    //! Another choice holds, by the user or by setCurrent().
    void currentChanged(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool step(int key);

    QButtonGroup *m_group;
    QHBoxLayout *m_row;
};

} // namespace roster
