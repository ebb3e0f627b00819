// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"
#include "core/domain/bulkaction.h"
#include "core/domain/vanished.h"

#include <QtCore/QTimeZone>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace roster {

class ArchivedList;
class ArchivedModel;
class EmptyState;
class TextField;
class Theme;

//! Everything that Roster archived in the workspace, by batch, to look through, filter and restore;
//! before it what is gone elsewhere. It only asks: whoever owns it restores and forgets.
class ArchivedView : public QWidget
{
    Q_OBJECT

public:
    //! `book` outlives the view; `now` tells Unix seconds.
    ArchivedView(const Theme &theme, ArchiveBook &book, std::function<qint64()> now,
                 const QTimeZone &zone, QWidget *parent);

    ArchivedModel &model() const { return *m_model; }
    ArchivedList &list() const { return *m_list; }
    TextField &filterEdit() const { return *m_filter; }
    //! Whether "everything from today" can be asked for.
    void setTodayOffered(bool isOffered);
    //! The contacts that are selected, in their order.
    QList<BulkTarget> selectedTargets() const;

public Q_SLOTS:
    //! Reads the journal again, now or when the view is shown next.
    void reload();
    //! Filters by this text, as if typed.
    void setFilter(const QString &text);
    //! Brings the contact into view and selects it, once it is listed.
    void reveal(const roster::ContactId &id);
    //! Shows contacts that are gone elsewhere as a group of their own.
    void setVanished(const QList<roster::VanishedContact> &vanished);
    //! Asks to restore what is selected.
    void restoreSelected();

Q_SIGNALS:
    //! Restore exactly these; one, several selected, or a whole batch.
    void restoreRequested(const QList<roster::BulkTarget> &targets);
    //! Forget that these vanished.
    void forgetRequested(const QList<roster::ContactId> &ids);
    void selectedChanged(int count);
    //! This one is looked at; one without an id: none, or one of which nothing is kept.
    void contactShown(const roster::ArchivedContact &contact);
    //! Restore everything that was archived today.
    void todayRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void act(const QModelIndex &index);
    void forget(int row);
    void loaded(const std::optional<ApiError> &error);
    void showState(const std::optional<ApiError> &error);
    void updateWords();
    void revealNow();
    void tellShown();

    ArchivedModel *m_model;
    TextField *m_filter;
    QLabel *m_count;
    QPushButton *m_restore;
    QPushButton *m_today;
    QStackedWidget *m_stack;
    ArchivedList *m_list;
    EmptyState *m_empty;
    QTimer m_typing;
    ContactId m_wanted;
    bool m_isStale = true;
};

} // namespace roster
