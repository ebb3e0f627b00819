// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/prompts/tasksheet.h"

class QLabel;
class QListView;

namespace roster {

class KeysOperation;
class PickModel;
class TextField;

//! Finds the user that a lead is to be merged into: searches the local copy while typing; whoever
//! shares the lead's email or phone comes first. Shows as many as fit a list and says how many
//! there are.
class PickUserSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! `book` outlives the sheet.
    PickUserSheet(const Theme &theme, ContactBook &book, const Contact &lead, QWidget *host);

    TextField *field() const { return m_field; }
    QListView *list() const { return m_list; }

Q_SIGNALS:
    //! This one. The sheet is closing.
    void userPicked(const roster::ContactId &user);

protected:
    bool canProceed() const override;
    void proceed() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    void search(const QString &text);
    void suggest();
    void found(std::vector<RowKey> keys, qsizetype total);
    void fill(const QList<ContactRow> &rows, qsizetype total);
    QString likenessOf(const ContactRow &row) const;
    void move(int by);
    QString picked() const;

    const Theme &m_theme;
    ContactBook &m_book;
    Contact m_lead;
    TextField *m_field;
    QListView *m_list = nullptr;
    PickModel *m_model;
    QLabel *m_nothing = nullptr;
    QLabel *m_count = nullptr;
    QPointer<KeysOperation> m_search;
    //! What is searched for nobody has typed.
    bool m_isSuggesting = false;
};

} // namespace roster
