// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"

#include <QtWidgets/QListView>

namespace roster {

class SidebarModel;
class Theme;

//! The window's left column: views, tags and companies with their counts. The line that asks for
//! what the table shows is marked; choosing another by mouse or keys emits it at once. `theme` and
//! `book` must outlive it.
class Sidebar : public QListView
{
    Q_OBJECT

public:
    Sidebar(const Theme &theme, ContactBook &book, QWidget *parent = nullptr);

    QSize sizeHint() const override;

public Q_SLOTS:
    void setCounts(const roster::ContactCounts &counts);
    void setArchivedCount(int count);
    //! Tags or companies are others, or called otherwise, now.
    void namesChanged();
    //! Marks the line that asks for the conditions of `filter`, or none. Emits nothing.
    void showFilter(const roster::ContactQuery &filter);
    //! Marks Archived. Emits nothing.
    void showArchived();

Q_SIGNALS:
    //! Conditions only; text and order are those of a new query.
    void filterChosen(const roster::ContactQuery &filter);
    void archivedChosen();

protected:
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

    SidebarModel *m_model;
    ContactQuery m_shown;
    bool m_isArchivedShown = false;
    bool m_isMarking = false;
};

} // namespace roster
