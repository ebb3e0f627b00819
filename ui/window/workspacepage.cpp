// SPDX-License-Identifier: MIT
#include "ui/window/workspacepage.h"

#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "core/service/syncer.h"
#include "core/service/workspacegate.h"
#include "ui/archive/archivedlist.h"
#include "ui/archive/archivedview.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contacttableview.h"
#include "ui/contacts/filterbar.h"
#include "ui/contacts/sidebar.h"
#include "ui/panel/contactpanel.h"
#include "ui/prompts/widgetprompts.h"
#include "ui/session/newtokensheet.h"
#include "ui/text/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/bannerstack.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/actions.h"
#include "ui/window/archiveddesk.h"
#include "ui/window/batchdesk.h"
#include "ui/window/contactcommands.h"
#include "ui/window/contactsview.h"
#include "ui/window/copycommands.h"
#include "ui/window/pageactions.h"
#include "ui/window/panelfeed.h"
#include "ui/window/recordcommands.h"
#include "ui/window/runkeeper.h"
#include "ui/window/runstrip.h"
#include "ui/window/sidebarcounts.h"
#include "ui/window/statebanners.h"
#include "ui/window/storagebanners.h"
#include "ui/window/vanishednotice.h"
#include "ui/window/viewcommands.h"
#include "ui/window/workspacebar.h"

#include <QtCore/QTimeZone>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace roster {

namespace {

const QString HeaderState = QStringLiteral("contactColumns");
const QString SplitterState = QStringLiteral("workspaceSplitter");
const QString PanelState = QStringLiteral("panelHidden");
const QString ExportState = QStringLiteral("exportColumns");

} // namespace

WorkspacePage::WorkspacePage(Parts parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(std::move(parts))
{
    setObjectName(QStringLiteral("workspacePage"));
    build();
    restoreState();
    buildFinding();
    connectFacts();
    connectActions();
    connectViews();
    connectFinding();
    connectBanners();
    updateActions();
    m_counts->count();
}

WorkspacePage::~WorkspacePage() = default;

void WorkspacePage::build()
{
    const Theme &theme = m_parts.theme;
    m_bar = new WorkspaceBar(theme, m_parts.actions, this);
    m_bannerStack = new BannerStack(theme, QStringLiteral("banners"), this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("workspaceSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_strip = new RunStrip(theme, this);
    buildColumns();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_bannerStack);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_strip);

    m_toasts = new ToastStack(theme, QStringLiteral("toasts"), this);
    m_prompts = new WidgetPrompts(theme, *this, this);
    m_strip->setNow([this] { return m_parts.session.now(); });
    const RunKeeper::Parts runParts{theme, *this, *m_toasts, *m_strip, *m_prompts};
    m_runs = new RunKeeper(runParts, this);
    m_commands = new ContactCommands(runParts, *m_runs, this);
    m_commands->setSession(&m_parts.session);
    m_copies = new CopyCommands(m_parts.session, *m_toasts, this);
    connect(m_copies, &CopyCommands::exportRequested, m_commands, &ContactCommands::exportContacts);
    m_banners = new StateBanners(*m_bannerStack, this);
    m_banners->setSession(&m_parts.session);
    m_storageBanners = new StorageBanners(*m_bannerStack, this);
    const StorageState storage = m_parts.session.storage();
    m_storageBanners->show(storage, m_parts.gate.profileProblems());
    m_bar->setSession(&m_parts.session);
    m_panel->setSession(&m_parts.session);
    m_records = new RecordCommands({theme, *this, m_parts.session, *m_toasts, *m_prompts}, this);
    connect(m_records, &RecordCommands::addressRequested, this,
            [](const QUrl &address) { QDesktopServices::openUrl(address); });
    m_feed = new PanelFeed(
        {theme, m_parts.session, m_parts.actions, *m_contacts, *m_panel, *m_commands, *m_records},
        this);
    m_pageActions =
        new PageActions({theme, m_parts.actions, *this, *m_contacts, *m_archived, *m_panel, *m_feed,
                         *m_commands, *m_copies, m_records->canOpenOnWeb()},
                        this);
    m_pageActions->setCanArchive(storage.canArchive());
    new ArchivedDesk({m_parts.session, *m_archived, *m_panel, *m_commands, *m_runs}, this);
    m_batches = new BatchDesk({theme, *this, m_parts.session, *m_bannerStack, *m_runs}, this);
    m_counts = new SidebarCounts(m_parts.session, this);
    m_vanished =
        new VanishedNotice({m_parts.session, *m_bannerStack, *m_toasts, *m_archived}, this);
    connect(m_strip, &RunStrip::shownChanged, this,
            [this](bool isShown) { m_toasts->setBottomInset(isShown ? metrics::stripHeight : 0); });
}

void WorkspacePage::buildColumns()
{
    const Theme &theme = m_parts.theme;
    Session &session = m_parts.session;
    const QTimeZone zone(session.identity().timeZone);
    m_sidebar = new Sidebar(theme, session.book(), m_splitter);
    m_centre = new QStackedWidget(m_splitter);
    m_contacts = new ContactsView(theme, session, m_parts.actions, m_centre);
    m_archived = new ArchivedView(
        theme, session.archive(), [&session] { return session.now(); },
        zone.isValid() ? zone : QTimeZone::utc(), m_centre);
    m_centre->addWidget(m_contacts);
    m_centre->addWidget(m_archived);
    m_panel = new ContactPanel(theme, m_splitter);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_centre);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
}

void WorkspacePage::restoreState()
{
    if (!m_contacts->table().restoreState(m_parts.readState(HeaderState)))
        m_contacts->table().contactHeader()->resetColumns();
    if (!m_splitter->restoreState(m_parts.readState(SplitterState)))
        m_splitter->setSizes({metrics::sidebarWidth,
                              1280 - metrics::sidebarWidth - metrics::panelWidth,
                              metrics::panelWidth});
    m_panel->setHidden(m_parts.readState(PanelState) == QByteArrayLiteral("1"));
    m_commands->setExportedColumns(QString::fromUtf8(m_parts.readState(ExportState))
                                       .split(QLatin1Char(','), Qt::SkipEmptyParts));
}

void WorkspacePage::saveState()
{
    m_parts.writeState(HeaderState, m_viewCommands->ownColumns());
    m_parts.writeState(SplitterState, m_splitter->saveState());
    m_parts.writeState(PanelState, m_panel->isHidden() ? "1" : "0");
    m_parts.writeState(ExportState, m_commands->exportedColumns().join(QLatin1Char(',')).toUtf8());
}

void WorkspacePage::takeFocus()
{
    m_contacts->table().setFocus();
}

Prompts &WorkspacePage::prompts()
{
    return *m_prompts;
}

void WorkspacePage::connectFacts()
{
    ContactService *service = &m_parts.session.contacts();
    ContactTableModel *model = &m_contacts->model();
    connect(service, &ContactService::contactsStored, model, &ContactTableModel::contactsStored);
    connect(service, &ContactService::contactsRestored, model, &ContactTableModel::contactsStored);
    connect(service, &ContactService::contactsArchived, model, &ContactTableModel::contactsRemoved);
    connect(service, &ContactService::contactsVanished, model, &ContactTableModel::contactsRemoved);
    connect(service, &ContactService::contactsRemoved, model, &ContactTableModel::contactsRemoved);
    connect(service, &ContactService::directoryChanged, model, &ContactTableModel::namesChanged);
    connect(service, &ContactService::directoryChanged, m_sidebar, &Sidebar::namesChanged);
    connect(service, &ContactService::directoryChanged, &m_contacts->filters(),
            &FilterBar::namesChanged);
    connect(service, &ContactService::directoryChanged, m_panel, &ContactPanel::namesChanged);
    connect(service, &ContactService::contactsStored, m_panel, &ContactPanel::contactsStored);
    connect(service, &ContactService::contactsVanished, m_panel, &ContactPanel::contactsVanished);
    connect(service, &ContactService::archiveChanged, m_archived, &ArchivedView::reload);
    // A lead may have become a user.
    connect(service, &ContactService::contactsStored, this, [this](const QList<ContactId> &ids) {
        if (ids.contains(m_panel->contactId()))
            updateActions();
    });

    connect(m_counts, &SidebarCounts::counted, this, [this](const ContactCounts &counts) {
        m_bar->setCount(counts.all);
        m_contacts->setTotal(counts.all);
        m_commands->setWorkspaceSize(counts.all);
        m_sidebar->setCounts(counts);
    });
    connect(m_counts, &SidebarCounts::archivedCounted, m_sidebar, &Sidebar::setArchivedCount);
}

void WorkspacePage::connectActions()
{
    const Actions &actions = m_parts.actions;
    const auto when = [this, &actions](ActionId id, auto work) {
        connect(&actions[id], &QAction::triggered, this, work);
    };
    when(ActionId::NewContact, [this] { m_commands->createContact(); });
    when(ActionId::EditContact, [this] { m_commands->editContact(m_panel->contactId()); });
    when(ActionId::Undo, [this] { m_runs->undo(); });
    when(ActionId::Redo, [this] { m_runs->redo(); });
    when(ActionId::ShowBatches, [this] { m_batches->showBatches(); });
    when(ActionId::FindDuplicates, [this] { m_commands->findDuplicates(); });
    when(ActionId::Refresh, [this] { m_parts.session.syncer().refresh(); });
    when(ActionId::LookForDeleted, [this] { m_vanished->look(); });
    when(ActionId::TogglePanel, [this] { m_panel->setVisible(m_panel->isHidden()); });
    when(ActionId::Find, [this] {
        m_bar->search().setFocus(Qt::ShortcutFocusReason);
        m_bar->search().selectAll();
    });
    when(ActionId::Columns, [this] {
        showContacts();
        QMenu *menu = m_contacts->table().contactHeader()->makeMenu(-1, this);
        menu->popup(m_contacts->table().mapToGlobal(QPoint(40, metrics::headerHeight)));
    });
}

void WorkspacePage::connectViews()
{
    connect(m_contacts, &ContactsView::selectionChanged, m_feed, &PanelFeed::follow);
    connect(m_contacts, &ContactsView::selectionChanged, this, &WorkspacePage::updateActions);
    connect(m_feed, &PanelFeed::shown, this, &WorkspacePage::updateActions);
    connect(m_contacts, &ContactsView::counted, this, &WorkspacePage::updateActions);
    connect(m_contacts, &ContactsView::newContactRequested, m_commands,
            &ContactCommands::createContact);
    connect(m_contacts, &ContactsView::refreshRequested, &m_parts.session.syncer(),
            &Syncer::refresh);
    connect(m_contacts, &ContactsView::filtersCleared, this, [this] {
        m_bar->search().clear();
        showFilter({});
    });
    connect(&m_contacts->table(), &ContactTableView::contactActivated, this,
            &WorkspacePage::openContact);
    connect(&m_bar->search(), &QLineEdit::textChanged, this, [this](const QString &text) {
        if (isArchivedShown())
            m_archived->setFilter(text);
        else
            m_contacts->setText(text);
    });
    connect(&m_bar->search(), &SearchBox::leaveRequested, this, &WorkspacePage::takeFocus);
    connect(&m_bar->search(), &SearchBox::resultsRequested, this, &WorkspacePage::takeFocus);
    connect(m_sidebar, &Sidebar::archivedChosen, this, &WorkspacePage::showArchived);
    connect(m_sidebar, &Sidebar::companyMenuRequested, m_commands,
            &ContactCommands::showCompanyMenu);
    connect(m_archived, &ArchivedView::restoreRequested, m_commands,
            [this](const QList<BulkTarget> &targets) { m_commands->restore({targets}); });
    connect(m_archived, &ArchivedView::selectedChanged, this, &WorkspacePage::updateActions);
    connect(m_commands, &ContactCommands::openRequested, this, &WorkspacePage::openContact);
    connect(m_commands, &ContactCommands::lookRequested, this,
            &WorkspacePage::lookAtArchivedContact);
    connect(m_vanished, &VanishedNotice::showRequested, this,
            &WorkspacePage::lookAtArchivedContact);
    connect(m_panel, &ContactPanel::lookRequested, this, &WorkspacePage::lookAtArchivedContact);
}

void WorkspacePage::connectBanners()
{
    connect(m_banners, &StateBanners::resetSandboxRequested, this,
            &WorkspacePage::resetSandboxRequested);
    connect(m_banners, &StateBanners::newTokenRequested, this, [this] {
        auto *sheet = new NewTokenSheet(m_parts.theme, m_parts.gate, m_parts.session, this);
        connect(sheet, &NewTokenSheet::tokenAccepted, &m_parts.session.syncer(), &Syncer::refresh);
        sheet->open();
    });
    connect(m_banners, &StateBanners::switchRegionRequested, this,
            [this](Region region) { switchRegion(region); });
}

void WorkspacePage::switchRegion(Region region)
{
    m_parts.gate.switchRegion(region)->onFinished(
        this, [this](const Result<WorkspaceIdentity> &opened) {
            if (!opened)
                m_toasts->show(errorLine(opened.error(), Doing::Connecting));
        });
}

bool WorkspacePage::isArchivedShown() const
{
    return m_centre->currentWidget() == m_archived;
}

void WorkspacePage::lookAtArchived()
{
    m_sidebar->showArchived();
    showArchived();
}

void WorkspacePage::lookAtArchivedContact(const ContactId &id)
{
    lookAtArchived();
    m_archived->reveal(id);
    m_archived->list().setFocus(Qt::OtherFocusReason);
    m_vanished->dismiss();
}

void WorkspacePage::lookAtContacts()
{
    m_viewCommands->leave();
    m_sidebar->showFilter({});
    showContacts();
    m_contacts->setFilter({});
}

void WorkspacePage::showArchived()
{
    m_centre->setCurrentWidget(m_archived);
    m_feed->setFollowing(false);
    m_archived->setFilter(m_bar->search().text());
    m_panel->showNothing();
    updateActions();
}

void WorkspacePage::showContacts()
{
    if (!isArchivedShown())
        return;
    m_centre->setCurrentWidget(m_contacts);
    m_feed->setFollowing(true);
    m_contacts->setText(m_bar->search().text());
    m_feed->follow();
    updateActions();
}

void WorkspacePage::openContact(const ContactId &id)
{
    showContacts();
    m_panel->show();
    m_contacts->reveal(id);
    m_panel->showContact(id);
    m_parts.session.contacts().fetch(id);
}

void WorkspacePage::updateActions()
{
    m_pageActions->update(isArchivedShown());
    const Actions &actions = m_parts.actions;
    for (const ActionId id : {ActionId::SearchRemotely, ActionId::SaveView, ActionId::SaveViewAs})
        actions[id].setEnabled(!isArchivedShown());
    actions[ActionId::RevertView].setEnabled(!isArchivedShown() && m_viewCommands->isEdited());
}

} // namespace roster
