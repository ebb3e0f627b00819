// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QUuid>

namespace roster {

//! A saved view as the sidebar shows it.
struct SavedLine
{
    QUuid id;
    QString name;
    std::optional<int> count;
    //! The table shows it, but not as it was saved.
    bool isEdited = false;

    friend bool operator==(const SavedLine &, const SavedLine &) = default;
};

//! The lines of the sidebar: views, saved views, tags and companies under their headings, with
//! counts. Long lists of tags and companies show their most used, and a line that shows them all.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Heading, View, Archived, Saved, Tag, Company, ShowAll };
    enum DataRole {
        KindRole = Qt::UserRole + 1, //!< Kind as int.
        CountRole,                   //!< int; invalid when not known.
        IdRole,                      //!< Of a tag, a company or (as text) a saved view.
        EditedRole,                  //!< bool: a saved view that was changed.
    };
    //! Lines of one heading before the rest is folded away.
    static constexpr int shortList = 8;

    explicit SidebarModel(ContactBook &book, QObject *parent = nullptr);

    void setCounts(const ContactCounts &counts);
    void setArchivedCount(int count);
    //! The saved views, in their order.
    void setSaved(const QList<SavedLine> &saved);
    const QList<SavedLine> &saved() const { return m_saved; }
    //! Reads the names of tags and companies again.
    void reload();
    //! While held, lines stay as they are: somebody writes into one of them.
    void setHeld(bool isHeld);
    //! Unfolds the list that the "show all" line `row` belongs to, or folds it.
    void toggleList(int row);

    Kind kindOf(int row) const { return m_lines.at(row).kind; }
    //! What the line asks for; nothing for headings, Archived and "show all".
    std::optional<ContactQuery> filterOf(int row) const;
    //! The line that asks for just the conditions of `filter`; -1 when none does.
    int rowOf(const ContactQuery &filter) const;
    int archivedRow() const;
    //! The saved view of a line, null for any other line; and its line, -1 when there is none.
    QUuid savedAt(int row) const;
    int rowOfSaved(const QUuid &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    //! Takes a new name of a saved view: tells it and changes nothing by itself.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void renameRequested(const QUuid &view, const QString &name);

private:
    struct Line
    {
        Kind kind = Kind::Heading;
        QString text;
        QString id;
        std::optional<Role> role;
        std::optional<int> count;
        bool isEdited = false;

        friend bool operator==(const Line &, const Line &) = default;
    };

    QList<Line> makeLines() const;
    QList<Line> viewLines() const;
    void addSaved(QList<Line> &lines) const;
    void addList(QList<Line> &lines, const QString &heading, QList<Line> all, bool isFolded) const;
    void update();

    ContactBook &m_book;
    std::optional<ContactCounts> m_counts;
    bool m_isHeld = false;
    std::optional<int> m_archived;
    QList<SavedLine> m_saved;
    QList<Line> m_lines;
    bool m_areTagsFolded = true;
    bool m_areCompaniesFolded = true;
};

} // namespace roster
