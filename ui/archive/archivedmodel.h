// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "ui/archive/archivedgroups.h"

#include <QtCore/QAbstractListModel>

#include <functional>

namespace roster {

//! What Roster archived, read from the archive journal: a heading a batch, its contacts below it.
//! Rows change by the smallest block that differs, so that selection and scroll stay. UI thread;
//! `book` must outlive the model.
class ArchivedModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        //! ArchivedRow::Kind as int.
        KindRole = Qt::UserRole + 1,
        //! Heading: "34 contacts · Today, 14:02 · Priya Nair · EU".
        DetailRole,
        EmailRole,
        RoleTextRole,
        //! True for a contact whose archiving was never confirmed.
        UncertainRole,
        ContactIdRole,
        //! True for a contact that vanished, and its heading.
        VanishedRole,
        //! That a contact vanished, how as far as that was told, and when it was noticed: "Gone ·
        //! Today, 14:02". Empty for others.
        NoticedRole,
    };

    //! `now` tells Unix seconds; dates are shown in `zone`.
    ArchivedModel(ArchiveBook &book, std::function<qint64()> now, const QTimeZone &zone,
                  QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const ArchivedRow &rowAt(int row) const { return m_rows.at(row); }
    //! All contacts of the group that `row` belongs to, hidden ones included. One group are those
    //! that vanished.
    QList<BulkTarget> targetsOfGroup(int row) const;
    //! The group's name as its heading shows it.
    QString groupTitle(BatchId group) const;
    //! Contacts that Roster archived, hidden ones included.
    int contactCount() const;
    //! Contacts that vanished, hidden ones included.
    int vanishedCount() const;
    bool isLoading() const { return m_pending != nullptr; }
    const QString &text() const { return m_text; }

public Q_SLOTS:
    //! Shows batches and contacts that contain `text`; empty for all.
    void setText(const QString &text);
    //! Reads the journal again.
    void reload();
    //! Shows these as a group of their own, before those that Roster archived.
    void setVanished(const QList<roster::VanishedContact> &vanished);
    //! Shows every contact of the group.
    void expand(int row);

Q_SIGNALS:
    //! The journal was read; `error` has a value when that failed, and the rows stay as they were.
    void loaded(const std::optional<roster::ApiError> &error);

private:
    void take(const Result<QList<ArchiveBatch>> &result);
    QList<VanishedContact> goneElsewhere() const;
    void setGroups();
    void setRows(const QList<ArchivedRow> &rows);
    const ArchivedGroup *group(BatchId id) const;
    QString headingDetail(const ArchivedGroup &group) const;
    QVariant headingData(const ArchivedRow &row, int role) const;
    QString noticedText(const ArchivedContact &contact) const;
    QVariant contactData(const ArchivedRow &row, int role) const;

    ArchiveBook &m_book;
    std::function<qint64()> m_now;
    QTimeZone m_zone;
    QString m_text;
    QList<VanishedContact> m_vanished;
    QSet<ContactId> m_merged;
    //! As the journal has them.
    QList<ArchivedGroup> m_archived;
    //! As they are shown.
    QList<ArchivedGroup> m_groups;
    QList<ArchivedRow> m_rows;
    QSet<BatchId> m_expanded;
    //! The newest question; older answers are dropped. Only compared, never followed.
    const Operation *m_pending = nullptr;
};

} // namespace roster
