// SPDX-License-Identifier: MIT
#pragma once

#include "ui/contacts/sidebarmodel.h"
#include "ui/views/savedviews.h"

#include <QtCore/QObject>

class QPushButton;

namespace roster {

class ContactsView;
class SearchBox;
class Sidebar;
class Theme;
class ToastStack;
class ViewCounts;

//! What can be done with saved views: save, choose, rename, move, delete with a way back. It knows
//! which one the table shows, and whether it was changed since. Columns and order that belong to no
//! view come back when a view is left.
class ViewCommands : public QObject
{
    Q_OBJECT

public:
    //! Sheets lie over `window`.
    struct Parts
    {
        const Theme &theme;
        QWidget &window;
        SavedViews &views;
        ContactBook &book;
        ContactsView &contacts;
        Sidebar &sidebar;
        SearchBox &search;
        ToastStack &toasts;
    };

    ViewCommands(const Parts &parts, QObject *parent);

    //! The view that the table shows; null when it shows none.
    const QUuid &current() const { return m_current; }
    bool isEdited() const;
    //! The columns to come back to at the next start.
    QByteArray ownColumns() const;

    void choose(const QUuid &id);
    //! No view is shown any more: columns and order of before come back, the view's words go.
    void leave();
    //! Saves what the table shows to the current view; under a name when there is none.
    void save();
    void saveAs();
    void revert();
    void rename(const QUuid &id, const QString &name);
    void remove(const QUuid &id);
    //! Counts what is in the views anew.
    void count();

Q_SIGNALS:
    //! Another view is shown, or it is edited now, or not any more.
    void stateChanged();
    //! The table is about to show a saved view.
    void chosen();

private:
    void connectParts();
    void addButtons();
    SavedView present() const;
    void apply(const SavedView &view);
    void showOwnLook(const ContactFilter &filter, const QString &text);
    void saveUnder(const QString &name);
    void showMenu(const QUuid &id, const QPoint &globalPosition);
    void update();

    Parts m_parts;
    ViewCounts *m_counter;
    QHash<QUuid, int> m_counts;
    QUuid m_current;
    //! Columns and order while a view is shown in place of them.
    SavedView m_own;
    QPushButton *m_saveAs = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_revert = nullptr;
};

} // namespace roster
