// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tags/pickmodel.h"

#include <QtWidgets/QFrame>

#include <functional>

class QListView;

namespace roster {

class TextField;
class Theme;

//! A small window below a chip: a field to type in, and a list narrowed down while typing. A click
//! or Enter picks, Escape closes. One question can follow another in the same window. Deletes
//! itself when it closes.
class PickPopup : public QFrame
{
    Q_OBJECT

public:
    PickPopup(const Theme &theme, QWidget *parent);

    //! Offers `items`; `name` says what they are, for screen readers and as the placeholder:
    //! "Search tags". `onPicked` gets the id of what is picked; the window closes after it, unless
    //! it asked for more.
    void ask(const QString &name, const QList<PickItem> &items,
             std::function<void(const QString &id)> onPicked);
    //! Shows it below `chip`, and takes the keyboard.
    void openBelow(const QWidget &chip);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pick(const QModelIndex &index);
    void moveBy(int step);

    PickModel *m_model;
    TextField *m_field;
    QListView *m_list;
    std::function<void(const QString &)> m_onPicked;
};

} // namespace roster
