// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/duplicates.h"
#include "ui/contacts/cellwords.h"
#include "ui/duplicates/duplicatetext.h"
#include "ui/prompts/tasksheet.h"

#include <QtCore/QHash>

class QLabel;
class QListView;
class QStackedWidget;
class QTableView;

namespace roster {

class AlikeModel;
class EmptyState;
class PickModel;
class SegmentedControl;
class Session;
class TextField;

//! Contacts of the local copy that are perhaps one person: groups that share an email, a phone
//! number or a name, and the contacts of the one that is picked. A lead and a user can be merged;
//! why others cannot is said. Each kind is looked for when it is first shown.
class DuplicatesSheet : public TaskSheet
{
    Q_OBJECT

public:
    DuplicatesSheet(const Theme &theme, Session &session, QWidget *host);
    ~DuplicatesSheet() override;

    QListView &groups() { return *m_groups; }
    QTableView &contacts() { return *m_contacts; }

Q_SIGNALS:
    // The sheet is closing.
    void openRequested(const roster::ContactId &id);
    //! Merge these, after a preview of what survives.
    void mergeRequested(const roster::BulkTarget &lead, const roster::BulkTarget &user);

protected:
    bool canProceed() const override;
    void proceed() override;

private:
    void buildHead(const Theme &theme);
    void buildLists(const Theme &theme);
    void buildFoot();
    void showKind(DuplicateKind kind);
    void look();
    void showFound();
    void showFailure(const ApiError &error);
    void showGroup();
    void chooseAtFirst();
    void updateChoice();
    void openCurrent();
    const DuplicateGroup *group() const;
    QList<ContactRow> chosen() const;

    Session &m_session;
    CellWords m_words;
    DuplicateKind m_kind = DuplicateKind::Email;
    QHash<int, Duplicates> m_found;
    QPointer<Operation> m_search;
    SegmentedControl *m_kinds = nullptr;
    TextField *m_narrow = nullptr;
    QLabel *m_count = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_state = nullptr;
    PickModel *m_groupModel;
    QListView *m_groups = nullptr;
    AlikeModel *m_contactModel;
    QTableView *m_contacts = nullptr;
    QLabel *m_advice = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace roster
