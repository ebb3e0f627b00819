// SPDX-License-Identifier: MIT
#include "ui/bulk/bulkreviewer.h"

#include <algorithm>

namespace roster {

namespace {

using Kind = BulkAction::Kind;

//! Looked at in one turn of the event loop: rows are cheap, records are not.
constexpr qsizetype RowsAtOnce = 1000;
constexpr qsizetype RecordsAtOnce = 50;
//! Of more than this records are not read, for nobody would wait for the sheet that long: an action
//! that finds it so already changes nothing.
constexpr qsizetype MostRecords = 5000;

bool needsRecord(const BulkAction &action)
{
    return action.kind == Kind::Update && updateKindOf(action.patch) != UpdateKind::Owner;
}

template <class IdType>
bool knowsWithout(const PartialList<IdType> &list, const IdType &id)
{
    return list.isComplete() && !list.items.contains(id);
}

} // namespace

BulkReviewer::BulkReviewer(ContactBook &book, const RunWords &words, const Chosen &chosen,
                           int workspace, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_targets(chosen.targets)
    , m_readsRecords(needsRecord(words.action) && chosen.targets.size() <= MostRecords)
{
    m_review.words = words;
    m_review.chosen = static_cast<int>(chosen.targets.size());
    m_review.hidden = chosen.hidden;
    m_review.workspace = workspace;
    m_review.isUncounted = needsRecord(words.action) && !m_readsRecords;
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &BulkReviewer::lookAtPiece);
}

void BulkReviewer::start()
{
    m_timer.start();
    lookAtPiece();
}

void BulkReviewer::lookAtPiece()
{
    const qsizetype piece = m_readsRecords ? RecordsAtOnce : RowsAtOnce;
    const qsizetype end = std::min(m_next + piece, m_targets.size());
    QList<ContactId> ids;
    for (qsizetype i = m_next; i < end; ++i)
        ids.append(m_targets.at(i).id);
    const QList<ContactRow> rows = m_book.rows(m_book.keysOf(ids));
    for (qsizetype i = m_next; i < end; ++i) {
        const Now now = nowOf(rows.at(i - m_next), m_targets.at(i).id);
        if (now == Now::So) {
            ++m_review.already;
            continue;
        }
        m_review.replaced += now == Now::Replaced ? 1 : 0;
        m_review.changing.append(m_targets.at(i));
    }
    m_next = end;
    if (m_next < m_targets.size())
        return;
    m_timer.stop();
    deleteLater();
    Q_EMIT reviewed(m_review);
}

BulkReviewer::Now BulkReviewer::nowOf(const ContactRow &row, const ContactId &id) const
{
    const BulkAction &action = m_review.words.action;
    const auto soIf = [](bool isSo) { return isSo ? Now::So : Now::Different; };
    switch (action.kind) {
    case Kind::Archive:
        return soIf(row.id.isEmpty());
    case Kind::Restore:
        return soIf(!row.id.isEmpty());
    case Kind::AddTag:
        return soIf(row.tags.items.contains(action.tag));
    case Kind::RemoveTag:
        return soIf(!row.id.isEmpty() && knowsWithout(row.tags, action.tag));
    case Kind::AttachCompany:
        return soIf(row.companies.items.contains(action.company));
    case Kind::DetachCompany:
        return soIf(!row.id.isEmpty() && knowsWithout(row.companies, action.company));
    case Kind::Update:
        return needsRecord(action) ? recordNow(id) : ownerNow(row);
    case Kind::PutBack:
        break;
    }
    return Now::Different;
}

BulkReviewer::Now BulkReviewer::ownerNow(const ContactRow &row) const
{
    const ContactPatch &patch = m_review.words.action.patch;
    const AdminId wanted(textOf(patch.fields.at(ContactField::Owner)));
    if (row.id.isEmpty())
        return Now::Different;
    if (row.owner == wanted)
        return Now::So;
    return row.owner.isEmpty() ? Now::Different : Now::Replaced;
}

BulkReviewer::Now BulkReviewer::recordNow(const ContactId &id) const
{
    const auto contact = m_readsRecords ? m_book.contact(id) : std::nullopt;
    if (!contact)
        return Now::Different;
    const ContactPatch &patch = m_review.words.action.patch;
    if (patch.isHeldBy(*contact))
        return Now::So;
    const QMap<QString, QJsonValue> there = patch.valuesIn(*contact).customAttributes;
    const bool hasValue = std::any_of(there.cbegin(), there.cend(), [](const QJsonValue &value) {
        return !value.isNull() && !value.isUndefined();
    });
    return hasValue ? Now::Replaced : Now::Different;
}

} // namespace roster
