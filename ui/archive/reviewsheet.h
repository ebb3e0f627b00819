// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bulk/bulkreview.h"
#include "ui/prompts/tasksheet.h"

class QGridLayout;

namespace roster {

class TextField;

//! Shows exactly what a bulk action is about to do before it runs: how many, users and leads, who
//! stays as is, names, and what to call the batch. What is confirmed is this frozen list. Very many
//! need their count typed. One contact that is seen needs no such sheet: its action is immediate
//! and can be undone.
class ReviewSheet : public TaskSheet
{
    Q_OBJECT

public:
    ReviewSheet(const Theme &theme, const BulkReview &review, QWidget *host);

    const BulkReview &review() const { return m_review; }

Q_SIGNALS:
    //! The person decided; the sheet is closing. Run the action over exactly `targets`.
    void confirmed(const QList<roster::BulkTarget> &targets, const QString &name);

protected:
    bool canProceed() const override;
    void proceed() override;

private:
    void addFacts();
    void addFact(QGridLayout &lines, int count, const QString &sentence, const QString &more = {});
    void addUncounted();
    QString hiddenText() const;
    void addName();
    void addTypedCount();
    void addMainButton();

    const Theme &m_theme;
    BulkReview m_review;
    QStringList m_facts;
    TextField *m_name = nullptr;
    //! nullptr where no count has to be typed.
    TextField *m_typed = nullptr;
};

} // namespace roster
