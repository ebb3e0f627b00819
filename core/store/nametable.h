// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/slotset.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <string>

namespace roster {

//! Small numbers for the ids of one kind of things (tags, companies, admins), their folded names,
//! and the place of each name among all of them.
class NameTable
{
public:
    //! The number of `id`; a new one when it has none.
    quint32 numberOf(const QString &id);
    //! noSlot when it has none.
    quint32 find(const QString &id) const { return m_numbers.value(id, noSlot); }
    size_t size() const { return m_names.size(); }
    //! Empty: it has no name.
    const std::string &name(quint32 number) const { return m_names[number]; }

    //! The folded names by id; others have none. The numbers of those that are called otherwise
    //! than before; the order among the others stays.
    SlotSet setNames(const QHash<QString, QString> &names);
    //! 0 for those without a name; equal names have equal ranks.
    quint32 rank(quint32 number) const { return number < m_ranks.size() ? m_ranks[number] : 0; }
    //! Those whose name contains `word`.
    SlotSet containing(std::string_view word) const;
    size_t footprint() const;

private:
    void rankAll();

    QHash<QString, quint32> m_numbers;
    std::vector<std::string> m_names;
    std::vector<quint32> m_ranks;
};

} // namespace roster
