// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QListView>

namespace roster {

class ArchivedDelegate;
class ArchivedModel;
class Theme;

//! The list of the archived view. A click on a row's action asks for it; by keyboard Return does
//! the action of the current row. Several contacts can be selected.
class ArchivedList : public QListView
{
    Q_OBJECT

public:
    ArchivedList(const Theme &theme, ArchivedModel &model, QWidget *parent);

Q_SIGNALS:
    //! The action of a row was asked for: restore a contact or a group, or show more.
    void actionTriggered(const QModelIndex &index);
    //! Other contacts are selected now.
    void selectedChanged();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    QModelIndex actionAt(QPoint position) const;
    void hover(const QModelIndex &index);

    ArchivedModel &m_model;
    ArchivedDelegate *m_delegate;
    QPersistentModelIndex m_pressed;
    QPersistentModelIndex m_hovered;
};

} // namespace roster
