// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/fieldconflict.h"
#include "ui/edit/valuewords.h"
#include "ui/prompts/tasksheet.h"

namespace roster {

class ChoiceCell;
class CompareGrid;

//! Somebody else changed fields that were being edited here: shows each as it was before, as theirs
//! and as yours, and has one of the two chosen. Nothing is chosen beforehand, so that nobody is
//! overwritten by a key too many. What is chosen the owner saves; the sheet waits for that.
class ConflictSheet : public TaskSheet
{
    Q_OBJECT

public:
    ConflictSheet(const Theme &theme, const ValueWords &words, QWidget *host);

    //! Asks about `conflicts` with `theirs`, the contact as it is now; nothing is chosen. `now` in
    //! Unix seconds. A second time it tells that the contact changed again.
    void setConflicts(const Contact &theirs, const QList<FieldConflict> &conflicts, qint64 now);
    //! The save that was asked for is this one.
    void follow(Operation *saving);

Q_SIGNALS:
    //! Save; where theirs is to stay. The sheet is still open.
    void saveRequested(const QList<roster::PatchPlace> &theirs);

protected:
    bool canProceed() const override;
    void proceed() override;
    void explain() override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        FieldConflict conflict;
        ChoiceCell *theirs;
        ChoiceCell *yours;
    };

    void addRow(const FieldConflict &conflict);
    ChoiceCell *addChoice(const FieldConflict &conflict, const QJsonValue &value,
                          const QString &nameEnd, const QString &spoken);
    QString shown(const PatchPlace &place, const QJsonValue &value) const;
    void keepAllTheirs();
    bool step(const ChoiceCell *from, int key);

    const Theme &m_theme;
    ValueWords m_words;
    CompareGrid *m_grid = nullptr;
    QList<Row> m_rows;
};

} // namespace roster
