// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"

#include <QtCore/QUuid>
#include <QtWidgets/QListView>

namespace roster {

class SidebarModel;
class Theme;
struct SavedLine;

//! The window's left column: views, tags and companies with their counts. The line that asks for
//! what the table shows is marked; choosing another by mouse or keys emits it at once. Saved views
//! are renamed by F2, moved by dragging or Alt+Up and Alt+Down, deleted by Delete, and have a menu;
//! each of it is only asked for. `theme` and `book` must outlive it.
class Sidebar : public QListView
{
    Q_OBJECT

public:
    Sidebar(const Theme &theme, ContactBook &book, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    //! The saved views as they are now.
    void setSaved(const QList<SavedLine> &saved);

public Q_SLOTS:
    void setCounts(const roster::ContactCounts &counts);
    void setArchivedCount(int count);
    //! Tags or companies are others, or called otherwise, now.
    void namesChanged();
    //! Marks the line that asks for the conditions of `filter`, or none. Emits nothing.
    void showFilter(const roster::ContactQuery &filter);
    //! Marks Archived. Emits nothing.
    void showArchived();
    //! Marks a saved view. Emits nothing.
    void showView(const QUuid &id);
    //! Opens the field for the name of a saved view.
    void rename(const QUuid &id);

Q_SIGNALS:
    //! Conditions only; text and order are those of a new query.
    void filterChosen(const roster::ContactQuery &filter);
    void archivedChosen();
    void viewChosen(const QUuid &id);
    void renameRequested(const QUuid &id, const QString &name);
    void removeRequested(const QUuid &id);
    //! It is wanted as the `index`-th of the saved views.
    void moveRequested(const QUuid &id, int index);
    void viewMenuRequested(const QUuid &id, const QPoint &globalPosition);
    void companyMenuRequested(const roster::CompanyId &id, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void mark();
    void choose(int row);
    bool changeByKey(QKeyEvent *event);
    void dragTo(QPoint position);
    void endDrag(bool isMeant);

    //! A saved view under the pointer, from the press on.
    struct Drag
    {
        QUuid view;
        QPoint from;
        bool hasBegun = false;
        //! Between which of the saved views it would land.
        int gap = 0;
    };

    const Theme &m_theme;
    SidebarModel *m_model;
    ContactQuery m_shown;
    QUuid m_view;
    Drag m_drag;
    bool m_isArchivedShown = false;
    bool m_isMarking = false;
};

} // namespace roster
