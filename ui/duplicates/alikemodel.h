// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactrow.h"
#include "ui/contacts/cellwords.h"

#include <QtCore/QAbstractTableModel>

namespace roster {

//! The contacts of one group of duplicates, beneath one another so that what differs is seen:
//! name, role, email, phone, last seen, created.
class AlikeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, ContactRole, Email, Phone, LastSeen, Created, ColumnCount };

    //! `words` outlives the model.
    AlikeModel(const CellWords &words, QObject *parent);

    void setContacts(const QList<ContactRow> &contacts);
    const ContactRow &contactAt(int row) const { return m_contacts.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ContactRow &contact, int column) const;
    QString hint(const ContactRow &contact, int column) const;

    const CellWords &m_words;
    QList<ContactRow> m_contacts;
};

} // namespace roster
