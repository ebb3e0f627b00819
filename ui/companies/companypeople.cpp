// SPDX-License-Identifier: MIT
#include "ui/companies/companypeople.h"

#include "core/service/contactservice.h"
#include "ui/archive/targetmodel.h"
#include "ui/contacts/cellwords.h"
#include "ui/text/errortext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

CompanyPeople::CompanyPeople(const Theme &theme, ContactService &service, const CompanyId &company,
                             QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_company(company)
    , m_model(new TargetModel({}, this))
{
    setObjectName(u"companyPeople"_s);
    build(theme);
}

CompanyPeople::~CompanyPeople()
{
    if (m_reading)
        m_reading->cancel();
}

void CompanyPeople::build(const Theme &theme)
{
    m_list = new QListView(this);
    m_list->setObjectName(u"companyContactList"_s);
    m_list->setAccessibleName(tr("Contacts of the company"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TargetDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    m_state = new EmptyState(theme, u"companyContactState"_s, this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_state);
    auto *frame = new QFrame(this);
    setKind(*frame, u"list"_s);
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->addWidget(m_pages);

    m_note = new QLabel(this);
    m_note->setObjectName(u"companyContactNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    setKind(*m_note, u"muted"_s);
    m_more = makeLinkButton(u"moreContactsButton"_s, tr("&Show more"), this);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_note, 1);
    foot->addWidget(m_more, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(frame, 1);
    column->addLayout(foot);

    connect(m_more, &QPushButton::clicked, this, &CompanyPeople::more);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        // Only a person scrolls a list that has an end.
        if (value > 0 && value == m_list->verticalScrollBar()->maximum())
            more();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CompanyPeople::currentChanged);
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT opened(ContactId(index.data(TargetModel::ContactIdRole).toString()));
    });
}

std::optional<ContactId> CompanyPeople::current() const
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return ContactId(index.data(TargetModel::ContactIdRole).toString());
}

void CompanyPeople::load()
{
    m_hasBegun = false;
    more();
}

void CompanyPeople::more()
{
    if (m_reading || (m_hasBegun && m_next.isEmpty()))
        return;
    const QString cursor = m_next;
    m_problem.clear();
    OperationOf<Page<Contact>> *reading = m_service.companyContacts(m_company, cursor);
    m_reading = reading;
    reading->onFinished(this, [this, cursor](const Result<Page<Contact>> &page) {
        m_reading = nullptr;
        if (page)
            take(*page, cursor);
        else
            refused(page.error(), cursor);
    });
    showState();
}

void CompanyPeople::take(const Page<Contact> &page, const QString &cursor)
{
    m_hasBegun = true;
    m_cursors.insert(cursor);
    // A place in the list that comes again would be read in a circle.
    m_next = m_cursors.contains(page.next) ? QString() : page.next;
    m_total = page.total;
    QList<TargetList::Line> lines;
    for (const Contact &contact : page.items) {
        if (m_ids.contains(contact.id))
            continue;
        m_ids.insert(contact.id);
        lines.append({{contact.id, CellWords::line(contact.label()),
                       CellWords::line(contact.email()), contact.role()},
                      {},
                      false});
    }
    const bool wasEmpty = m_model->rowCount() == 0;
    m_model->addLines(lines);
    showState();
    if (wasEmpty && !lines.isEmpty())
        Q_EMIT filled();
}

void CompanyPeople::refused(const ApiError &error, const QString &cursor)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    // Intercom forgets places in lists; the first page has none.
    if (error.kind == ErrorKind::Invalid && !cursor.isEmpty())
        return restart();
    m_problem = errorLine(error, Doing::Loading);
    showState();
}

void CompanyPeople::restart()
{
    m_model->setLines({});
    m_ids.clear();
    m_cursors.clear();
    m_next.clear();
    m_hasBegun = false;
    more();
    m_problem = tr("Intercom has lost its place in this list, so it begins anew.");
    showState();
    Q_EMIT currentChanged();
}

void CompanyPeople::showState()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_pages->setCurrentIndex(isEmpty ? 1 : 0);
    showNote();
    if (!isEmpty)
        return;
    if (m_reading) {
        m_state->setContent(Icons::Person, tr("Reading the contacts…"), {});
    } else if (!m_hasBegun) {
        m_state->setContent(Icons::Warning, tr("The contacts could not be read"), m_problem);
        QPushButton *again = m_state->addButton(u"readContactsAgainButton"_s, tr("&Try again"));
        connect(again, &QPushButton::clicked, this, &CompanyPeople::load);
    } else {
        m_state->setContent(Icons::Person, tr("No contacts"),
                            tr("Nobody belongs to this company at the moment."));
    }
}

void CompanyPeople::showNote()
{
    const int shown = m_model->rowCount();
    const bool isWhole = m_hasBegun && m_next.isEmpty();
    QString words;
    if (shown > 0)
        words = isWhole ? (shown == 1 ? tr("1 contact") : tr("%Ln contacts", nullptr, shown))
                        : tr("Showing %1 of %2", "contacts shown, of so many")
                              .arg(QLocale().toString(shown),
                                   QLocale().toString(std::max(shown, m_total)));
    if (shown > 0 && m_reading)
        words = tr("%1, reading more…", "what is shown").arg(words);
    if (!m_problem.isEmpty() && (shown > 0 || m_reading))
        words = words.isEmpty()
                    ? m_problem
                    : tr("%1. %2", "what is shown, what is wrong").arg(words, m_problem);
    m_note->setText(words);
    m_more->setVisible(shown > 0 && !isWhole);
    m_more->setEnabled(!m_reading);
}

} // namespace roster
