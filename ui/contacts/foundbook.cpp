// SPDX-License-Identifier: MIT
#include "ui/contacts/foundbook.h"

#include "core/async/keysoperation.h"

#include <QtCore/QPointer>

#include <unordered_set>

namespace roster {

FoundBook::FoundBook(ContactBook &book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
}

KeysOperation *FoundBook::orderedKeys(const ContactQuery &query)
{
    const quint64 generation = ++m_generation;
    if (m_found) {
        Q_EMIT untoldChanged(0);
        return foundKeys(query);
    }
    KeysOperation *asked = m_book.orderedKeys(query);
    asked->onBegun(this, [this, generation](const FirstKeys &first) {
        if (generation == m_generation)
            Q_EMIT untoldChanged(first.untold.value_or(-1));
    });
    return asked;
}

// The order of all, for the found may be anywhere in it; keys only now, for a contact that is
// stored anew may get another.
KeysOperation *FoundBook::foundKeys(const ContactQuery &query)
{
    ContactQuery all = query;
    all.text.clear();
    all.filter = {};
    auto *narrowed = new KeysOperation(this);
    KeysOperation *asked = m_book.orderedKeys(all);
    narrowed->setCanceller([asked = QPointer(asked)] {
        if (asked)
            asked->cancel();
    });
    asked->onFinished(narrowed,
                      [this, narrowed, ids = *m_found](const Result<std::vector<RowKey>> &order) {
                          if (!order)
                              return narrowed->settle(order.error());
                          const std::vector<RowKey> keys = m_book.keysOf(ids);
                          const std::unordered_set<RowKey> wanted(keys.begin(), keys.end());
                          std::vector<RowKey> found;
                          for (const RowKey key : *order) {
                              if (wanted.contains(key))
                                  found.push_back(key);
                          }
                          narrowed->settle(std::move(found));
                      });
    return narrowed;
}

} // namespace roster
