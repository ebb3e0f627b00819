// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "ui/prompts/tasksheet.h"

namespace roster {

//! Shows exactly whom a bulk action is about before it runs: how many, users and leads, names.
//! What is confirmed is this frozen list. One contact needs no such sheet: its action is immediate
//! and can be undone.
class ReviewSheet : public TaskSheet
{
    Q_OBJECT

public:
    const QList<BulkTarget> &targets() const { return m_targets; }

Q_SIGNALS:
    //! The person decided; the sheet is closing. Run the action over exactly `targets`.
    void confirmed(const QList<roster::BulkTarget> &targets, const QString &name);

protected:
    ReviewSheet(const Theme &theme, const QString &objectName, const QList<BulkTarget> &targets,
                QWidget *host);

    //! Adds the count with `sentence` behind it, the split by role, and the names.
    void addReview(const QString &sentence);
    //! What the person called it.
    virtual QString name() const { return {}; }
    void proceed() override;

private:
    const Theme &m_theme;
    QList<BulkTarget> m_targets;
};

} // namespace roster
