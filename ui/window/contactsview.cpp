// SPDX-License-Identifier: MIT
#include "ui/window/contactsview.h"

#include "core/service/session.h"
#include "ui/contacts/contacttableview.h"
#include "ui/contacts/filterbar.h"
#include "ui/contacts/foundbook.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/selectionbar.h"
#include "ui/widgets/skeletonoverlay.h"
#include "ui/window/actions.h"
#include "ui/window/remotefinder.h"

#include <QtCore/QLocale>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace roster {

namespace {

//! A rest in typing this long asks for the results.
constexpr int TypingMs = 15;

} // namespace

ContactsView::ContactsView(const Theme &theme, Session &session, const Actions &actions,
                           QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_book(new FoundBook(session.book(), this))
    , m_model(new ContactTableModel(
          *m_book, [&session] { return session.now(); }, this))
    , m_selection(new ContactSelection(*m_model, this))
{
    setObjectName(QStringLiteral("contactsView"));
    build(actions);
    connectModel();
    connectFinding(actions);
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingMs);
    connect(&m_typing, &QTimer::timeout, this, &ContactsView::applyQuery);
    connect(&session.syncer(), &Syncer::statusChanged, this, &ContactsView::showState);
    m_model->refresh();
    showState();
}

void ContactsView::build(const Actions &actions)
{
    m_filters = new FilterBar(m_theme, m_session.book(), this);
    m_banner = new Banner(m_theme, QStringLiteral("foundBanner"), this);
    m_finder = new RemoteFinder({m_session.remoteSearch(), *m_book, *m_model, *m_banner}, this);
    m_table = new ContactTableView(m_theme, *m_model, *m_selection, this);
    m_table->setObjectName(QStringLiteral("contactTable"));
    m_skeleton = new SkeletonOverlay(m_theme, QStringLiteral("contactSkeleton"));
    m_empty = new EmptyState(m_theme, QStringLiteral("contactEmpty"));
    m_bar = new SelectionBar(m_theme, QStringLiteral("selectionBar"), m_table);
    fillSelectionBar(actions);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(m_banner);
    column->addWidget(m_table, 1);

    connect(m_filters, &FilterBar::filterChanged, this, &ContactsView::setFilter);
    connect(m_bar, &SelectionBar::dismissRequested, m_selection, &ContactSelection::clear);
    connect(m_table, &ContactTableView::menuRequested, this, &ContactsView::menuRequested);
    connect(m_table, &ContactTableView::addModeChanged, this, &ContactsView::showSelectionBar);
}

void ContactsView::fillSelectionBar(const Actions &actions)
{
    for (const ActionId id :
         {ActionId::Archive, ActionId::AddTag, ActionId::AttachCompany, ActionId::Export})
        m_bar->addAction(&actions[id]);
    const QList<QList<ActionId>> further = {
        {ActionId::RemoveTag, ActionId::DetachCompany},
        {ActionId::SetOwner, ActionId::SetAttribute, ActionId::Unsubscribe},
        {ActionId::CopyEmail, ActionId::CopyText, ActionId::CopyJson, ActionId::CopyCurl},
        {ActionId::SelectAll, ActionId::InvertSelection, ActionId::DeselectHidden}};
    for (const QList<ActionId> &group : further) {
        if (&group != &further.constFirst())
            m_bar->addMenuAction(nullptr);
        for (const ActionId id : group)
            m_bar->addMenuAction(&actions[id]);
    }
    m_bar->hide();
}

void ContactsView::connectModel()
{
    connect(m_selection, &ContactSelection::changed, this, [this](int count) {
        // Somebody chose for themselves meanwhile.
        if (count > 0)
            m_wanted = {};
        showSelectionBar();
        Q_EMIT selectionChanged();
    });
    connect(m_selection, &ContactSelection::currentChanged, this, &ContactsView::selectionChanged);
    connect(m_model, &ContactTableModel::loading, this, &ContactsView::showState);
    connect(m_model, &ContactTableModel::loaded, this, [this] {
        tellCount();
        showState();
        showSelectionBar();
        revealWanted();
    });
    connect(m_model, &ContactTableModel::orderChanged, this, [this] {
        tellCount();
        showState();
    });
}

void ContactsView::connectFinding(const Actions &actions)
{
    QPushButton *search =
        makeLinkButton(QStringLiteral("searchRemotelyButton"), tr("Search on Intercom"), m_filters);
    search->setToolTip(actions[ActionId::SearchRemotely].toolTip());
    search->hide();
    m_filters->addButton(search);
    connect(search, &QPushButton::clicked, this, &ContactsView::searchRemotely);
    connect(m_model, &ContactTableModel::queryChanged, this,
            [this, search](const ContactQuery &query) {
                search->setVisible(m_finder->canSearch() && !query.isUnfiltered());
                m_filters->setUntold(0);
            });
    connect(m_book, &FoundBook::untoldChanged, this, &ContactsView::tellUntold);
    m_tomorrow.setSingleShot(true);
    connect(&m_tomorrow, &QTimer::timeout, this, &ContactsView::applyQuery);
    m_filters->setDays(days());
    waitForTomorrow();
}

FilterDays ContactsView::days() const
{
    const QByteArray zone = m_session.identity().timeZone;
    return {zone, dayAt(m_session.now(), zone)};
}

// "In the last days" means others from midnight on.
void ContactsView::waitForTomorrow()
{
    const FilterDays today = days();
    const qint64 left = startOfDay(today.today.addDays(1), today.timeZone) - m_session.now();
    m_tomorrow.start(std::chrono::seconds(std::max<qint64>(left, 1) + 1));
}

void ContactsView::setTotal(int total)
{
    m_total = total;
    tellCount();
}

bool ContactsView::isNarrowed() const
{
    return !m_model->query().isUnfiltered() || m_finder->isShowing();
}

void ContactsView::tellCount()
{
    const int found = m_model->rowCount();
    m_filters->setResultCount(found, isNarrowed() ? m_total : -1);
    Q_EMIT counted(isNarrowed() ? found : -1, m_total);
}

void ContactsView::showQuery(const ContactQuery &query)
{
    m_filter = query;
    m_text = query.text;
    m_filters->setFilter(query);
    ContactQuery asked = query;
    asked.days = days();
    m_typing.stop();
    m_finder->leave();
    m_model->setQuery(asked);
}

bool ContactsView::isShowingFound() const
{
    return m_finder->isShowing();
}

void ContactsView::settleText()
{
    if (m_typing.isActive())
        applyQuery();
}

void ContactsView::tellUntold(qsizetype count)
{
    if (count >= 0)
        return m_filters->setUntold(count);
    // Not counted for this question: those that it may be about.
    const IncompleteLists &open = m_session.syncer().status().incomplete;
    const auto ofField = [this](FilterField field, int contacts) {
        return m_filters->asksFor(field) ? contacts : 0;
    };
    m_filters->setUntold(std::max(ofField(FilterField::Tag, open.tags),
                                  ofField(FilterField::Company, open.companies)));
}

void ContactsView::searchRemotely()
{
    settleText();
    m_finder->search(m_model->query());
}

void ContactsView::setFilter(const ContactQuery &filter)
{
    m_filter = filter;
    m_filters->setFilter(filter);
    applyQuery();
}

void ContactsView::setText(const QString &text)
{
    m_text = text.simplified();
    m_typing.start();
}

void ContactsView::clearFilters()
{
    m_filter = {};
    m_text.clear();
    m_filters->setFilter(m_filter);
    applyQuery();
    Q_EMIT filtersCleared();
}

void ContactsView::applyQuery()
{
    m_typing.stop();
    const ContactQuery before = m_model->query();
    ContactQuery query = m_filter;
    query.text = m_text;
    query.days = days();
    query.sortColumn = before.sortColumn;
    query.sortOrder = before.sortOrder;
    // A column that was clicked while words were in the box decides until the box is empty.
    if (!m_text.isEmpty() && !before.text.isEmpty())
        query.textOrder = before.textOrder;
    if (query.text != before.text || query.filter != before.filter)
        m_finder->leave();
    m_filters->setDays(query.days);
    m_model->setQuery(query);
    waitForTomorrow();
}

void ContactsView::reveal(const ContactId &id)
{
    m_wanted = id;
    revealWanted();
}

void ContactsView::revealWanted()
{
    if (m_wanted.isEmpty() || m_model->isLoading())
        return;
    if (const ContactId wanted = m_wanted; m_selection->selectContact(wanted)) {
        m_table->revealRow(m_selection->currentRow());
        m_wanted = {};
    } else if (!m_model->query().isUnfiltered()) {
        clearFilters();
    }
}

QString ContactsView::selectionText(int hidden) const
{
    const int count = m_selection->count();
    QString text = tr("%1 selected").arg(QLocale().toString(count));
    if (hidden > 0)
        text = count == 1
                   ? tr("%1, hidden", "selected").arg(text)
                   : tr("%1, %2 of them hidden", "selected").arg(text, QLocale().toString(hidden));
    return m_table->isAddMode() ? tr("Adding · %1", "selected").arg(text) : text;
}

// One contact that is seen needs no bar; one that is hidden is not acted on unannounced.
void ContactsView::showSelectionBar()
{
    const int hidden = m_selection->hiddenCount();
    const bool isShown = m_selection->count() > 1 || hidden > 0 || m_table->isAddMode();
    if (isShown) {
        m_bar->setText(selectionText(hidden));
        m_bar->setHint(hidden == 0   ? QString()
                       : hidden == 1 ? tr("Filters hide it. What you do is done to it, too.")
                                     : tr("Filters hide them. What you do is done to them, too."));
    }
    m_bar->setVisible(isShown);
    m_table->setScrollPadding(isShown ? m_bar->reservedHeight() : 0);
}

} // namespace roster
