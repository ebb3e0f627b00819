// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QList>

namespace roster {

//! One thing that can be picked from a list by name.
struct PickItem
{
    //! The tag's or company's id.
    QString id;
    QString name;
    //! Muted words at the end of the line: "on 12 of 37".
    QString detail;
    //! Cannot be picked; `detail` tells why.
    bool isOff = false;

    friend bool operator==(const PickItem &, const PickItem &) = default;
};

//! The items whose names contain what was typed, those that begin with it first, and at the end,
//! when nothing has exactly that name, an offer to create it.
class PickModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole + 1, IdRole, IsNewRole };

    //! `createText` has %1 for what was typed; empty when nothing can be created.
    explicit PickModel(const QString &createText, QObject *parent);

    void setItems(const QList<PickItem> &items);
    void setText(const QString &typed);
    //! The name that the offer would create.
    const QString &newName() const { return m_text; }
    bool isNew(const QModelIndex &index) const;
    //! The row that Return means: the exact name, else the first that can be picked, else the
    //! offer.
    int bestRow() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void filter();

    QString m_createText;
    QString m_text;
    QList<PickItem> m_all;
    QList<PickItem> m_shown;
    bool m_offersNew = false;
};

} // namespace roster
