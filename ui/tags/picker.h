// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tags/pickmodel.h"

#include <QtWidgets/QWidget>

class QListView;

namespace roster {

class TextField;
class Theme;

//! A field to type in and below it what can be picked, narrowed down while typing. Up and Down
//! move through the list without leaving the field; a double click picks at once.
class Picker : public QWidget
{
    Q_OBJECT

public:
    struct Words
    {
        //! Of the field, with its mnemonic: "&Tag".
        QString label;
        QString placeholder;
        //! With %1 for the name: "Create “%1”"; empty when nothing can be created.
        QString create;
        //! Shown instead of an empty list.
        QString nothing;
    };

    //! Its widgets are called `objectName` and their kind: "tagEdit", "tagList".
    Picker(const Theme &theme, const QString &objectName, const Words &words, QWidget *parent);

    void setItems(const QList<PickItem> &items);
    //! The id of what is picked; empty for nothing and for a new one.
    QString pickedId() const;
    //! The name of what is picked, new or not; empty for nothing.
    QString pickedName() const;
    bool isNewPicked() const;
    TextField *field() const { return m_field; }
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void changed();
    //! Picked and meant: double clicked.
    void confirmed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pickBest();
    void move(int by);
    void showNothing();

    PickModel *m_model;
    TextField *m_field;
    QListView *m_list;
    QWidget *m_nothing;
};

} // namespace roster
