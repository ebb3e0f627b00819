// SPDX-License-Identifier: MIT
#include "ui/archive/archivedmodel.h"

#include "ui/archive/momenttext.h"
#include "ui/text/fieldtext.h"

#include <algorithm>

namespace roster {

ArchivedModel::ArchivedModel(ArchiveBook &book, std::function<qint64()> now, const QTimeZone &zone,
                             QObject *parent)
    : QAbstractListModel(parent)
    , m_book(book)
    , m_now(std::move(now))
    , m_zone(zone)
{
}

int ArchivedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ArchivedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ArchivedRow &row = m_rows.at(index.row());
    if (role == KindRole)
        return static_cast<int>(row.kind);
    switch (row.kind) {
    case ArchivedRow::Kind::Heading:
        return headingData(row, role);
    case ArchivedRow::Kind::Contact:
        return contactData(row, role);
    case ArchivedRow::Kind::More:
        break;
    }
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("and %Ln more", nullptr, row.count);
    return {};
}

QVariant ArchivedModel::headingData(const ArchivedRow &row, int role) const
{
    const ArchivedGroup *found = group(row.group);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return groupTitle(row.group);
    case DetailRole:
        return headingDetail(*found);
    case VanishedRole:
        return row.isVanished();
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(groupTitle(row.group), headingDetail(*found));
    default:
        return {};
    }
}

QVariant ArchivedModel::contactData(const ArchivedRow &row, int role) const
{
    const ArchivedContact &contact = row.contact;
    switch (role) {
    case Qt::DisplayRole:
        // Who has no name is called by the email, which stands beside it.
        return contact.label == contact.email ? QString() : contact.label;
    case EmailRole:
        return contact.email;
    case RoleTextRole:
        return contact.role == roster::Role::Other ? QString() : roleTitle(contact.role);
    case UncertainRole:
        return !row.isVanished() && contact.state != JournalState::Applied;
    case VanishedRole:
        return row.isVanished();
    case NoticedRole:
        return row.isVanished() ? noticedText(contact) : QString();
    case ContactIdRole:
        return contact.id.text();
    case Qt::AccessibleTextRole: {
        const QString name = contact.label.isEmpty() ? tr("No name") : contact.label;
        if (row.isVanished())
            return tr("%1, %2, %3").arg(name, contact.email, noticedText(contact));
        return tr("%1, %2, %3").arg(name, contact.email, roleTitle(contact.role));
    }
    default:
        return {};
    }
}

QString ArchivedModel::noticedText(const ArchivedContact &contact) const
{
    const QString moment = momentText(contact.archivedAt, m_now(), m_zone, QLocale());
    return m_merged.contains(contact.id) ? tr("Merged · %1", "moment").arg(moment)
                                         : tr("Gone · %1", "moment").arg(moment);
}

Qt::ItemFlags ArchivedModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // Every line can be stood on by keyboard, but only what can be restored is selected.
    const ArchivedRow &row = m_rows.at(index.row());
    const bool isSelectable = row.kind == ArchivedRow::Kind::Contact && !row.isVanished();
    return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren |
           (isSelectable ? Qt::ItemIsSelectable : Qt::NoItemFlags);
}

QList<BulkTarget> ArchivedModel::targetsOfGroup(int row) const
{
    QList<BulkTarget> targets;
    if (const ArchivedGroup *found = group(m_rows.at(row).group)) {
        for (const ArchivedContact &contact : found->contacts)
            targets.append(targetOf(contact));
    }
    return targets;
}

QString ArchivedModel::groupTitle(BatchId id) const
{
    const ArchivedGroup *found = group(id);
    if (!found)
        return {};
    if (found->isVanished())
        return tr("Gone from Intercom");
    if (!found->name.isEmpty())
        return found->name;
    return found->isOneByOne ? tr("One by one") : tr("Archived together");
}

int ArchivedModel::contactCount() const
{
    qsizetype count = 0;
    for (const ArchivedGroup &each : m_archived)
        count += each.contacts.size();
    return static_cast<int>(count);
}

int ArchivedModel::vanishedCount() const
{
    const ArchivedGroup *gone = group(ArchivedGroup::vanishedId);
    return gone ? static_cast<int>(gone->contacts.size()) : 0;
}

void ArchivedModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    reload();
}

void ArchivedModel::reload()
{
    OperationOf<QList<ArchiveBatch>> *question = m_book.archived(m_text);
    m_pending = question;
    question->onFinished(this, [this, question](const Result<QList<ArchiveBatch>> &result) {
        if (m_pending == question)
            take(result);
    });
}

void ArchivedModel::expand(int row)
{
    m_expanded.insert(m_rows.at(row).group);
    setRows(archivedRows(m_groups, m_expanded));
}

void ArchivedModel::take(const Result<QList<ArchiveBatch>> &result)
{
    m_pending = nullptr;
    if (!result) {
        Q_EMIT loaded(result.error());
        return;
    }
    m_archived = archivedGroups(*result, m_zone);
    setGroups();
    Q_EMIT loaded(std::nullopt);
}

void ArchivedModel::setVanished(const QList<VanishedContact> &vanished)
{
    m_vanished = vanished;
    m_merged.clear();
    for (const VanishedContact &contact : vanished) {
        if (!contact.mergedInto.isEmpty())
            m_merged.insert(contact.id);
    }
    setGroups();
}

//! What Roster archived, or perhaps did, stands with its batch, from where it can be restored.
QList<VanishedContact> ArchivedModel::goneElsewhere() const
{
    QSet<ContactId> own;
    for (const ArchivedGroup &group : m_archived) {
        for (const ArchivedContact &contact : group.contacts)
            own.insert(contact.id);
    }
    QList<VanishedContact> elsewhere = m_vanished;
    elsewhere.removeIf([&own](const VanishedContact &contact) {
        return contact.mergedInto.isEmpty() && own.contains(contact.id);
    });
    return elsewhere;
}

void ArchivedModel::setGroups()
{
    m_groups = m_archived;
    if (const auto gone = vanishedGroup(goneElsewhere(), m_text))
        m_groups.prepend(*gone);
    setRows(archivedRows(m_groups, m_expanded));
}

void ArchivedModel::setRows(const QList<ArchivedRow> &rows)
{
    const auto [oldStart, newStart] =
        std::mismatch(m_rows.cbegin(), m_rows.cend(), rows.cbegin(), rows.cend());
    const auto [oldEnd, newEnd] =
        std::mismatch(m_rows.crbegin(), std::make_reverse_iterator(oldStart), rows.crbegin(),
                      std::make_reverse_iterator(newStart));
    const int first = static_cast<int>(oldStart - m_rows.cbegin());
    const int removed = static_cast<int>(oldEnd.base() - oldStart);
    const int inserted = static_cast<int>(newEnd.base() - newStart);
    if (removed > 0) {
        beginRemoveRows({}, first, first + removed - 1);
        m_rows.remove(first, removed);
        endRemoveRows();
    }
    if (inserted > 0) {
        beginInsertRows({}, first, first + inserted - 1);
        m_rows = rows;
        endInsertRows();
    }
    // Headings tell counts and relative days of rows that stayed.
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {DetailRole});
}

const ArchivedGroup *ArchivedModel::group(BatchId id) const
{
    const auto found = std::find_if(m_groups.cbegin(), m_groups.cend(),
                                    [id](const ArchivedGroup &each) { return each.id == id; });
    return found == m_groups.cend() ? nullptr : &*found;
}

QString ArchivedModel::headingDetail(const ArchivedGroup &group) const
{
    const int count = static_cast<int>(group.contacts.size());
    QStringList parts{count == 1 ? tr("1 contact") : tr("%Ln contacts", nullptr, count),
                      momentText(group.at, m_now(), m_zone, QLocale())};
    if (group.isVanished())
        return parts.first() + tr(" · ", "between facts of a heading") +
               tr("archived, deleted or merged elsewhere");
    if (!group.tokenOwner.isEmpty())
        parts.append(group.tokenOwner);
    parts.append(regionTitleOfCode(group.region));
    return parts.join(tr(" · ", "between facts of a heading"));
}

} // namespace roster
