// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/bulkaction.h"
#include "core/domain/company.h"
#include "core/domain/page.h"

#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtWidgets/QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace roster {

class ContactService;
class EmptyState;
class Operation;
class TargetModel;
class Theme;

//! The contacts of a company as Intercom lists them, page after page: the next one is read when
//! somebody has scrolled to the end or asks for it. Each contact once, whatever the pages repeat.
//! When Intercom does not know its place in the list any more the list begins anew, and says so.
class CompanyPeople : public QWidget
{
    Q_OBJECT

public:
    //! `service` outlives this. Nothing is read before load().
    CompanyPeople(const Theme &theme, ContactService &service, const CompanyId &company,
                  QWidget *parent);
    ~CompanyPeople() override;

    //! Reads the first page.
    void load();
    //! The contact that the keyboard stands on.
    std::optional<ContactId> current() const;
    QListView &list() { return *m_list; }

Q_SIGNALS:
    void currentChanged();
    //! There is something to look at, where there was nothing.
    void filled();
    //! Double clicked.
    void opened(const roster::ContactId &id);

private:
    void build(const Theme &theme);
    void more();
    void take(const Page<Contact> &page, const QString &cursor);
    void refused(const ApiError &error, const QString &cursor);
    void restart();
    void showState();
    void showNote();

    ContactService &m_service;
    const CompanyId m_company;
    QPointer<Operation> m_reading;
    //! What the next page is asked with; empty: there is none, or none was read yet.
    QString m_next;
    QSet<QString> m_cursors;
    QSet<ContactId> m_ids;
    int m_total = 0;
    bool m_hasBegun = false;
    QString m_problem;
    TargetModel *m_model;
    QStackedWidget *m_pages = nullptr;
    QListView *m_list = nullptr;
    EmptyState *m_state = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_more = nullptr;
};

} // namespace roster
