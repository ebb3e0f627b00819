// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/savedview.h"

#include <QtCore/QObject>

#include <functional>
#include <optional>

namespace roster {

//! The names under which the saved views of a workspace are kept, and what was set aside of them.
QStringList savedViewsNames(const QString &workspaceId);

//! The saved views of one workspace, in their order; kept at every change. UI thread.
class SavedViews : public QObject
{
    Q_OBJECT

public:
    //! Where they are kept, by name; see WorkspacePage::Parts.
    struct Keeping
    {
        QString name;
        std::function<QByteArray(const QString &)> read;
        std::function<void(const QString &, const QByteArray &)> write;
    };

    //! Reads what is kept. What cannot be read is set aside under the name with "-aside", and
    //! wasSetAside() is true.
    SavedViews(Keeping keeping, QObject *parent);

    const QList<SavedView> &all() const { return m_views; }
    bool wasSetAside() const { return m_wasSetAside; }
    //! Nothing when there is none.
    std::optional<SavedView> view(const QUuid &id) const;
    //! -1 when there is none.
    int indexOf(const QUuid &id) const;
    //! Another view than `except` has that name, whatever its case.
    bool isNameTaken(const QString &name, const QUuid &except = {}) const;

    //! Adds at `index`, or at the end; gives it an id when it has none.
    QUuid add(SavedView view, int index = -1);
    //! Puts `view` in the place of the one with its id.
    void replace(const SavedView &view);
    //! False, and nothing happens, when the name is empty or taken.
    bool rename(const QUuid &id, const QString &name);
    //! Moves it so that it is at `index` then.
    void move(const QUuid &id, int index);
    void remove(const QUuid &id);
    //! Adds views of a file at the end: those that are here already, alike, are left out; others
    //! get ids and names that are free. The ids of the added.
    QList<QUuid> import(const QList<SavedView> &views);

Q_SIGNALS:
    void changed();

private:
    QString freeName(const QString &name) const;
    void keep();

    Keeping m_keeping;
    QList<SavedView> m_views;
    bool m_wasSetAside = false;
};

} // namespace roster
