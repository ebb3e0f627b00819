// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "ui/bulk/exportcolumns.h"
#include "ui/prompts/tasksheet.h"

class QListWidget;
class QPushButton;

namespace roster {

class Session;

//! Exports contacts as a table: which columns, in which order, then where to. Stays while the file
//! is written, and tells how it ended.
class ExportSheet : public TaskSheet
{
    Q_OBJECT

public:
    ExportSheet(const Theme &theme, Session &session, const QList<BulkTarget> &targets,
                Prompts &prompts, QWidget *host);

    //! Chooses these columns in this order; the others stand behind them.
    void setChosen(const QStringList &ids);
    QStringList chosen() const;

Q_SIGNALS:
    //! The file is written; the sheet is closing. `chosen`: the columns, for the next time.
    void exported(int count, const QString &path, const QStringList &chosen);

protected:
    bool canProceed() const override;
    void proceed() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addList();
    void addListButtons();
    void addCaution();
    void addItem(const ExportColumn &column, bool isChosen);
    void move(int by);
    void choose(bool all);
    void write(const QString &path);

    Session &m_session;
    Prompts &m_files;
    QList<ContactId> m_ids;
    QList<ExportColumn> m_columns;
    QListWidget *m_list;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
};

} // namespace roster
