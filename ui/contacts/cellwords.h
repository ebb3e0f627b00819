// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"

#include <QtCore/QCache>
#include <QtCore/QCoreApplication>
#include <QtCore/QTimeZone>

#include <functional>

namespace roster {

//! Words for what a table cell shows of a contact: names of ids, dates, relative times. Keeps what
//! is costly to word. `book` must outlive it.
class CellWords
{
    Q_DECLARE_TR_FUNCTIONS(roster::CellWords)

public:
    CellWords(const ContactBook &book, std::function<qint64()> now);

    //! What somebody wrote, as one line that a cell can hold: without line ends, without marks that
    //! turn the direction of other words, and not longer than any cell.
    static QString line(const QString &text);
    //! The name, or "No name".
    static QString title(const ContactRow &row);
    //! What stands for an absent value.
    static QString nothing();
    static QString roleText(Role role);

    QString tagName(const TagId &id) const;
    QString companyName(const CompanyId &id) const;
    //! The owner's given name where it tells the teammates apart, else the whole name.
    QString ownerShort(const AdminId &id) const;
    QString ownerFull(const AdminId &id) const;

    //! "VIP, Beta, +2"; empty without tags.
    QString tags(const ContactRow &row) const;
    //! "Navy +2".
    QString companies(const ContactRow &row) const;
    //! The first company's name, and how many more there are.
    QString firstCompany(const ContactRow &row) const;
    static int furtherCompanies(const ContactRow &row);

    //! "4 min ago"; "never" for nothing.
    QString ago(std::optional<qint64> at) const;
    //! A day in the locale's short form.
    QString day(std::optional<qint64> at) const;
    //! Date and time in full, for hints and screen readers.
    QString moment(std::optional<qint64> at) const;

    //! The names of tags, companies or admins are others now.
    void forgetNames() { m_ownerShort.clear(); }

private:
    QString shortNameOf(const Admin &admin) const;

    const ContactBook &m_book;
    std::function<qint64()> m_now;
    QTimeZone m_zone;
    mutable QHash<AdminId, QString> m_ownerShort;
    mutable QCache<qint64, QString> m_days;
};

} // namespace roster
