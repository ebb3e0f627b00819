// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QFrame>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace roster {

class Actions;
class SearchBox;
class Session;
class Theme;

//! The window's top line: region and workspace with its menu, the search field, how fresh the
//! contacts are, and New contact.
class WorkspaceBar : public QFrame
{
    Q_OBJECT

public:
    WorkspaceBar(const Theme &theme, const Actions &actions, QWidget *parent);

    void setSession(Session *session);
    SearchBox &search() const { return *m_search; }
    //! What the search field says while it is empty: how many there are to search.
    void setCount(int count);
    //! How many the table shows, beside the search field; -1 shows nothing.
    void setFound(int found, int total);

private:
    void buildMenu(const Actions &actions);
    void showStatus();

    Session *m_session = nullptr;
    QLabel *m_region;
    QToolButton *m_workspace;
    QMenu *m_menu;
    SearchBox *m_search;
    QLabel *m_found;
    QLabel *m_status;
    QPushButton *m_new;
    QToolButton *m_refresh;
};

} // namespace roster
