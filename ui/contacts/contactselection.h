// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/contacts/keyset.h"

#include <QtCore/QItemSelectionModel>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <optional>

namespace roster {

//! Which contacts are selected, and which one is current: by key, never by row. It survives sort,
//! filter, refresh and resets; contacts that a filter hides stay selected and are counted as
//! hidden; those that leave the book leave the selection. Hidden ones are looked for in pieces, so
//! that a hundred thousand of them do not hold the window up: they leave a moment later.
//!
//! A QItemSelectionModel can be attached as a mirror for views and screen readers: what happens to
//! it from outside is taken over, otherwise it only follows. `model` must outlive it.
class ContactSelection : public QObject
{
    Q_OBJECT

public:
    //! What is selected and current, and where ranges start: to come back to.
    struct Memory
    {
        KeySet keys;
        RowKey current = 0;
        RowKey anchor = 0;
    };

    explicit ContactSelection(ContactTableModel &model, QObject *parent = nullptr);

    //! From now on `mirror`, a selection model of the table model, shows the selection.
    void attach(QItemSelectionModel *mirror);
    //! Rows that the mirror must show when the selection is too scattered to be shown whole.
    void setVisibleRows(int first, int last);

    int count() const { return static_cast<int>(m_keys.size()); }
    bool isEmpty() const { return m_keys.isEmpty(); }
    bool contains(RowKey key) const { return m_keys.contains(key); }
    bool isRowSelected(int row) const { return m_keys.contains(m_model.keyAt(row)); }
    //! How many selected contacts the present query does not show. Counted once for what changes
    //! rows that are shown.
    int hiddenCount() const;
    const KeySet &keys() const { return m_keys; }

    //! Keys of the selected contacts in the order of the table; those that are hidden follow.
    std::vector<RowKey> keysInOrder() const;
    //! The same as ids. Reads the book:
    //! for a decision, not for a paint.
    QList<ContactId> ids() const;
    //! The same, frozen for a bulk run.
    QList<BulkTarget> targets() const;

    //! 0 when there is no current contact.
    RowKey currentKey() const { return m_currentKey; }
    //! -1 when there is none, or it is hidden.
    int currentRow() const;
    //! Empty when there is no current contact.
    ContactId currentId() const;

    //! Makes `row` current; the selection stays.
    void setCurrentRow(int row);
    //! Selects `row` and nothing else; later ranges start at it.
    void selectOnly(int row);
    //! Selects or deselects `row`; later ranges start at it.
    void toggle(int row);
    //! Later ranges start at `row`; nothing is selected by it.
    void setAnchorRow(int row);
    //! Selects from the row that ranges start at to `row`; what was selected elsewhere stays only
    //! with `keepOthers`.
    void extendTo(int row, bool keepOthers);
    //! Selects exactly those rows of `spans` that `isWanted` says; the others stay as they are.
    void setRows(const std::vector<RowSpan> &spans,
                 const std::function<bool(int row, RowKey key)> &isWanted);
    //! Exactly the contacts of the present query: nobody acts on what is hidden by accident.
    void selectAll();
    //! Exactly those of them that are not selected.
    void invert();
    void clear();
    //! Deselects what the present query does not show.
    void dropHidden();
    Memory remembered() const { return {m_keys, m_currentKey, m_anchorKey}; }
    //! Exactly as it was then, but for contacts that have left the book meanwhile.
    void restore(const Memory &memory);
    //! Replaces the selection; keys that the book does not hold are not looked for.
    void setKeys(const KeySet &keys);
    //! Selects one contact that is in the table and makes it current; false when it is not there.
    bool selectContact(const ContactId &id);

Q_SIGNALS:
    void changed(int count);
    //! Another contact is current; empty when none is.
    void currentChanged(const roster::ContactId &id);

private:
    QItemSelection wholeMirror(int maxRuns) const;
    QItemSelection mirrorOf(int first, int last, int maxRuns) const;
    void mirror();
    void mirrorCurrent();
    void takeFromMirror(const QItemSelection &selected, const QItemSelection &deselected);
    void takeCurrentFromMirror(const QModelIndex &current);
    void beforeOrderChange(bool isNewQuery);
    void afterOrderChange();
    void drop(const KeySet &gone);
    void dropHiddenThatAreGone();
    void lookAtPiece();
    void setCurrentKey(RowKey key);
    void tellChanged();

    ContactTableModel &m_model;
    QPointer<QItemSelectionModel> m_mirror;
    KeySet m_keys;
    RowKey m_currentKey = 0;
    RowKey m_anchorKey = 0;
    //! Keys from the current row on, to go on with when it leaves.
    std::vector<RowKey> m_nextKeys;
    int m_firstVisible = 0;
    int m_lastVisible = -1;
    bool m_isMirrorPartial = false;
    bool m_isMirroring = false;
    bool m_isOrderChanging = false;
    bool m_mayHoldGone = false;
    //! Hidden ones that the book may not hold any more; those before m_nextLook were looked at.
    std::vector<RowKey> m_toLookAt;
    size_t m_nextLook = 0;
    QTimer m_lookTimer;
    //! Nothing while it has to be counted.
    mutable std::optional<int> m_hidden;
};

} // namespace roster
