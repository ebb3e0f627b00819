// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tags/pickmodel.h"

#include <QtWidgets/QFrame>

class QListView;

namespace roster {

class TextField;
class Theme;

//! A small window below a chip: a field to type in, and a list narrowed down while typing. A click
//! or Enter picks, Escape closes. Deletes itself when it closes.
class PickPopup : public QFrame
{
    Q_OBJECT

public:
    //! `name` is what is picked from, for screen readers and as the placeholder: "Search tags".
    PickPopup(const Theme &theme, const QString &name, const QList<PickItem> &items,
              QWidget *parent);

    //! Shows it below `chip`, and takes the keyboard.
    void openBelow(const QWidget &chip);

Q_SIGNALS:
    //! The id of the item; the popup closes.
    void picked(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pick(const QModelIndex &index);
    void move(int step);

    PickModel *m_model;
    TextField *m_field;
    QListView *m_list;
};

} // namespace roster
