// SPDX-License-Identifier: MIT
// What stands in place of rows: they are still to come, there are none, or none match.
#include "ui/window/contactsview.h"

#include "core/service/session.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contacttableview.h"
#include "ui/contacts/foundbook.h"
#include "ui/text/errortext.h"
#include "ui/text/filtertext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeletonoverlay.h"
#include "ui/window/remotefinder.h"

#include <QtWidgets/QPushButton>

namespace roster {

void ContactsView::showState()
{
    if (m_model->rowCount() > 0)
        return m_table->setOverlay(nullptr);
    const SyncStatus &status = m_session.syncer().status();
    const bool isFirstLoad = status.state != SyncStatus::State::Failed && !status.isComplete;
    const bool mayStillCome =
        !m_model->hasLoaded() || m_model->isLoading() || (isFirstLoad && !isNarrowed());
    if (mayStillCome) {
        QList<int> widths;
        for (int i = 0; i < m_model->columnCount(); ++i) {
            const int column = m_table->contactHeader()->logicalIndex(i);
            if (!m_table->isColumnHidden(column))
                widths.append(m_table->columnWidth(column));
        }
        m_skeleton->setColumns(widths);
        return m_table->setOverlay(m_skeleton);
    }
    isNarrowed() ? showNoResults() : showEmpty();
    m_table->setOverlay(m_empty);
}

// Told again and again while contacts arrive; the buttons stay for whoever stands on one.
bool ContactsView::tellEmpty(Icons::Name icon, const QString &title, const QString &text)
{
    const bool isTold = !m_empty->isHidden() && m_empty->title() == title &&
                        m_empty->accessibleDescription() == text;
    if (!isTold)
        m_empty->setContent(icon, title, text);
    return !isTold;
}

void ContactsView::showEmpty()
{
    const SyncStatus &status = m_session.syncer().status();
    if (status.state == SyncStatus::State::Failed && status.error) {
        const ErrorText words = errorText(*status.error, Doing::Loading);
        if (tellEmpty(Icons::Offline, words.title,
                      words.sentence + QLatin1Char(' ') + words.advice))
            connect(m_empty->addButton(QStringLiteral("tryAgainButton"), tr("Try again"), true),
                    &QPushButton::clicked, this, &ContactsView::refreshRequested);
        return;
    }
    if (tellEmpty(Icons::Person, tr("No contacts yet"),
                  tr("This workspace has no contacts. Create the first one.")))
        connect(m_empty->addButton(QStringLiteral("firstContactButton"), tr("New contact"), true),
                &QPushButton::clicked, this, &ContactsView::newContactRequested);
}

QString ContactsView::noResultsText() const
{
    const ContactQuery &query = m_model->query();
    if (m_finder->isShowing())
        return tr("Intercom found no contact.");
    const QString filters = filterSummary(query.filter, *m_book);
    const QString text = query.text.isEmpty() ? tr("No contact matches: %1.").arg(filters)
                         : filters.isEmpty()
                             ? tr("No contact matches “%1”.").arg(query.text)
                             : tr("No contact matches “%1” and: %2.").arg(query.text, filters);
    return m_session.syncer().status().isComplete
               ? text
               : text + QLatin1Char(' ') + tr("Not all contacts are loaded yet.");
}

void ContactsView::showNoResults()
{
    const bool isAll = m_session.syncer().status().isComplete || m_finder->isShowing();
    if (!tellEmpty(Icons::Search, isAll ? tr("No results") : tr("No results so far"),
                   noResultsText()))
        return;
    connect(m_empty->addButton(QStringLiteral("clearFiltersButton"), tr("Clear filters")),
            &QPushButton::clicked, this, &ContactsView::clearFilters);
    if (m_finder->canSearch() && !m_finder->isShowing())
        connect(
            m_empty->addButton(QStringLiteral("searchElsewhereButton"), tr("Search on Intercom")),
            &QPushButton::clicked, this, &ContactsView::searchRemotely);
}

} // namespace roster
