// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"

#include <QtCore/QAbstractListModel>

namespace roster {

//! The lines of the sidebar: views, tags and companies under their headings, with counts. Long
//! lists of tags and companies show their most used, and a line that shows them all.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Heading, View, Archived, Tag, Company, ShowAll };
    enum DataRole {
        KindRole = Qt::UserRole + 1, //!< Kind as int.
        CountRole,                   //!< int; invalid when not known.
        IdRole,                      //!< Of a tag or company.
    };
    //! Lines of one heading before the rest is folded away.
    static constexpr int shortList = 8;

    explicit SidebarModel(ContactBook &book, QObject *parent = nullptr);

    void setCounts(const ContactCounts &counts);
    void setArchivedCount(int count);
    //! Reads the names of tags and companies again.
    void reload();
    //! Unfolds the list that the "show all" line `row` belongs to, or folds it.
    void toggleList(int row);

    Kind kindOf(int row) const { return m_lines.at(row).kind; }
    //! What the line asks for; nothing for headings, Archived and "show all".
    std::optional<ContactQuery> filterOf(int row) const;
    //! The line that asks for just the conditions of `filter`; -1 when none does.
    int rowOf(const ContactQuery &filter) const;
    int archivedRow() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        Kind kind = Kind::Heading;
        QString text;
        QString id;
        std::optional<Role> role;
        std::optional<int> count;

        friend bool operator==(const Line &, const Line &) = default;
    };

    QList<Line> makeLines() const;
    QList<Line> viewLines() const;
    void addList(QList<Line> &lines, const QString &heading, QList<Line> all, bool isFolded) const;
    void update();

    ContactBook &m_book;
    std::optional<ContactCounts> m_counts;
    std::optional<int> m_archived;
    QList<Line> m_lines;
    bool m_areTagsFolded = true;
    bool m_areCompaniesFolded = true;
};

} // namespace roster
