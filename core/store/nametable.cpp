// SPDX-License-Identifier: MIT
#include "core/store/nametable.h"

#include <algorithm>
#include <numeric>

namespace roster {

quint32 NameTable::numberOf(const QString &id)
{
    const auto known = m_numbers.constFind(id);
    if (known != m_numbers.constEnd())
        return *known;
    const auto number = static_cast<quint32>(m_names.size());
    m_numbers.insert(id, number);
    m_names.emplace_back();
    return number;
}

SlotSet NameTable::setNames(const QHash<QString, QString> &names)
{
    std::vector<std::string> before = m_names;
    std::fill(m_names.begin(), m_names.end(), std::string());
    for (auto it = names.begin(); it != names.end(); ++it) {
        const quint32 number = numberOf(it.key());
        m_names[number] = it.value().toStdString();
    }
    before.resize(m_names.size());
    SlotSet changed(m_names.size());
    for (size_t i = 0; i < m_names.size(); ++i) {
        if (m_names[i] != before[i])
            changed.insert(static_cast<Slot>(i));
    }
    rankAll();
    return changed;
}

void NameTable::rankAll()
{
    std::vector<quint32> order(m_names.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [this](quint32 a, quint32 b) { return m_names[a] < m_names[b]; });
    m_ranks.assign(m_names.size(), 0);
    quint32 rank = 0;
    const std::string *last = nullptr;
    for (const quint32 number : order) {
        const std::string &name = m_names[number];
        if (name.empty())
            continue;
        if (!last || *last != name)
            ++rank;
        last = &name;
        m_ranks[number] = rank;
    }
}

SlotSet NameTable::containing(std::string_view word) const
{
    SlotSet found(m_names.size());
    for (size_t i = 0; i < m_names.size(); ++i) {
        if (m_names[i].find(word) != std::string::npos)
            found.insert(static_cast<Slot>(i));
    }
    return found;
}

size_t NameTable::footprint() const
{
    size_t bytes = m_ranks.size() * sizeof(quint32);
    for (const std::string &name : m_names)
        bytes += sizeof(name) + name.capacity();
    return bytes + static_cast<size_t>(m_numbers.size()) * 96;
}

} // namespace roster
