// SPDX-License-Identifier: MIT
// How filters, saved views and the search on Intercom come together in the page.
#include "ui/window/workspacepage.h"

#include "core/service/session.h"
#include "ui/contacts/filterbar.h"
#include "ui/contacts/sidebar.h"
#include "ui/text/filtertext.h"
#include "ui/views/savedviews.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/actions.h"
#include "ui/window/contactcommands.h"
#include "ui/window/contactsview.h"
#include "ui/window/remotefinder.h"
#include "ui/window/sidebarcounts.h"
#include "ui/window/viewcommands.h"
#include "ui/window/viewfiles.h"
#include "ui/window/workspacebar.h"

namespace roster {

void WorkspacePage::buildFinding()
{
    // Views name tags and people of one workspace.
    const QString name = savedViewsNames(m_parts.session.identity().id).constFirst();
    m_savedViews = new SavedViews({name, m_parts.readState, m_parts.writeState}, this);
    m_viewCommands = new ViewCommands({m_parts.theme, *this, *m_savedViews, m_parts.session.book(),
                                       *m_contacts, *m_sidebar, m_bar->search(), *m_toasts},
                                      this);
    m_commands->setContext([this] { return contextText(); });
    m_viewFiles = new ViewFiles(*m_savedViews, prompts(), *m_toasts, this);
    if (m_savedViews->wasSetAside())
        m_toasts->show(tr("The saved views could not be read. They were set aside in the settings "
                          "file."));
}

// What the table shows, in a few words: the view's name, what is looked for, the filters.
QString WorkspacePage::contextText() const
{
    constexpr qsizetype longest = 60;
    if (isArchivedShown())
        return {};
    for (const SavedView &view : m_savedViews->all()) {
        if (view.id == m_viewCommands->current() && !m_viewCommands->isEdited())
            return view.name;
    }
    const ContactQuery &query = m_contacts->model().query();
    const QString filters = filterSummary(query.filter, m_parts.session.book());
    QString text = query.text.isEmpty() ? QString() : tr("“%1”", "words").arg(query.text);
    if (!filters.isEmpty())
        text = text.isEmpty() ? filters : tr("%1, %2", "words, filters").arg(text, filters);
    return text.size() <= longest ? text : QString();
}

void WorkspacePage::connectFinding()
{
    connect(m_sidebar, &Sidebar::filterChosen, this, [this](const ContactQuery &filter) {
        showContacts();
        m_viewCommands->leave();
        m_contacts->setFilter(filter);
    });
    connect(&m_contacts->filters(), &FilterBar::filterChanged, this, &WorkspacePage::showFilter);
    connect(&m_contacts->filters(), &FilterBar::archivedRequested, this,
            &WorkspacePage::lookAtArchived);
    connect(m_contacts, &ContactsView::counted, m_bar, &WorkspaceBar::setFound);
    connect(m_viewCommands, &ViewCommands::chosen, this, &WorkspacePage::showContacts);
    connect(m_viewCommands, &ViewCommands::stateChanged, this, &WorkspacePage::updateActions);
    connect(m_counts, &SidebarCounts::counted, m_viewCommands, &ViewCommands::count);

    const Actions &actions = m_parts.actions;
    const auto when = [this, &actions](ActionId id, auto work) {
        connect(&actions[id], &QAction::triggered, this, work);
    };
    when(ActionId::AddFilter, [this] {
        showContacts();
        m_contacts->filters().addFilter();
    });
    when(ActionId::SearchRemotely, [this] { m_contacts->searchRemotely(); });
    when(ActionId::SaveView, [this] { m_viewCommands->save(); });
    when(ActionId::SaveViewAs, [this] { m_viewCommands->saveAs(); });
    when(ActionId::RevertView, [this] { m_viewCommands->revert(); });
    when(ActionId::ImportViews, [this] { m_viewFiles->importViews(); });
    when(ActionId::ExportViews, [this] { m_viewFiles->exportViews(); });
    actions[ActionId::SearchRemotely].setVisible(m_contacts->finder().canSearch());
}

// A saved view stays the one that is shown, though it is edited now.
void WorkspacePage::showFilter(const ContactQuery &filter)
{
    if (m_viewCommands->current().isNull())
        m_sidebar->showFilter(filter);
}

} // namespace roster
