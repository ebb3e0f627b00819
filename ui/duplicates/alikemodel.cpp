// SPDX-License-Identifier: MIT
#include "ui/duplicates/alikemodel.h"

#include "ui/widgets/plainwords.h"

namespace roster {

AlikeModel::AlikeModel(const CellWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

void AlikeModel::setContacts(const QList<ContactRow> &contacts)
{
    beginResetModel();
    m_contacts = contacts;
    endResetModel();
}

int AlikeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_contacts.size());
}

int AlikeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlikeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ContactRow &contact = m_contacts.at(index.row());
    if (role == Qt::DisplayRole)
        return text(contact, index.column());
    if (role == Qt::ToolTipRole) {
        const QString words = hint(contact, index.column());
        return words.isEmpty() ? QVariant() : plainToolTip(words);
    }
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %2", "column, value")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 text(contact, index.column()));
    return {};
}

QString AlikeModel::text(const ContactRow &contact, int column) const
{
    const auto orNothing = [](const QString &text) {
        const QString line = CellWords::line(text);
        return line.isEmpty() ? CellWords::nothing() : line;
    };
    switch (column) {
    case Name:
        return CellWords::title(contact);
    case ContactRole:
        return CellWords::roleText(contact.role);
    case Email:
        return orNothing(contact.email);
    case Phone:
        return orNothing(contact.phone);
    case LastSeen:
        return m_words.ago(contact.lastSeenAt);
    case Created:
        return orNothing(m_words.day(contact.createdAt));
    default:
        return {};
    }
}

//! What a narrow column cuts off, and times in full.
QString AlikeModel::hint(const ContactRow &contact, int column) const
{
    switch (column) {
    case Name:
        return contact.name;
    case Email:
        return contact.email;
    case Phone:
        return contact.phone;
    case LastSeen:
        return m_words.moment(contact.lastSeenAt);
    case Created:
        return m_words.moment(contact.createdAt);
    default:
        return {};
    }
}

QVariant AlikeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case ContactRole:
        return tr("Role");
    case Email:
        return tr("Email");
    case Phone:
        return tr("Phone");
    case LastSeen:
        return tr("Last seen");
    case Created:
        return tr("Created");
    default:
        return {};
    }
}

} // namespace roster
