// SPDX-License-Identifier: MIT
#include "ui/window/workspacebar.h"

#include "core/service/session.h"
#include "core/service/syncer.h"
#include "ui/text/fieldtext.h"
#include "ui/text/synctext.h"
#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/searchbox.h"
#include "ui/window/actions.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace roster {

namespace {

constexpr int SearchWidth = 560;

} // namespace

WorkspaceBar::WorkspaceBar(const Theme &theme, const Actions &actions, QWidget *parent)
    : QFrame(parent)
    , m_region(new QLabel(this))
    , m_workspace(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_search(new SearchBox(theme, QStringLiteral("searchEdit"), tr("Search contacts"), this))
    , m_found(new QLabel(this))
    , m_status(new QLabel(this))
    , m_new(makePrimaryButton(QStringLiteral("newContactButton"), tr("New contact"), this))
{
    setObjectName(QStringLiteral("workspaceBar"));
    setKind(*this, QStringLiteral("toolbar"));
    setFixedHeight(metrics::toolbarHeight);
    setKind(*m_region, QStringLiteral("badge"));
    m_region->setTextFormat(Qt::PlainText);
    setKind(*m_found, QStringLiteral("small"));
    m_found->setObjectName(QStringLiteral("foundLabel"));
    m_found->setTextFormat(Qt::PlainText);
    m_found->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setKind(*m_status, QStringLiteral("small"));
    m_status->setObjectName(QStringLiteral("syncLabel"));
    m_status->setTextFormat(Qt::PlainText);

    m_workspace->setObjectName(QStringLiteral("workspaceButton"));
    m_workspace->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_workspace->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft
                                                                         : Qt::LeftToRight);
    m_workspace->setIcon(theme.icon(Icons::ChevronDown, ColorRole::Muted));
    m_workspace->setIconSize(QSize(12, 12));
    m_workspace->setPopupMode(QToolButton::InstantPopup);
    m_workspace->setMenu(m_menu);
    buildMenu(actions);

    m_refresh =
        makeIconButton(theme, QStringLiteral("refreshButton"), Icons::Refresh, tr("Refresh"), this);
    connect(m_refresh, &QToolButton::clicked, &actions[ActionId::Refresh], &QAction::trigger);
    connect(m_new, &QPushButton::clicked, &actions[ActionId::NewContact], &QAction::trigger);
    m_search->setShortcutHint(actions[ActionId::Find].shortcut());
    setCount(0);
    m_search->setMaximumWidth(SearchWidth);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 0, 12, 0);
    row->setSpacing(4);
    row->addWidget(m_region, 0, Qt::AlignVCenter);
    row->addWidget(m_workspace);
    row->addStretch(1);
    row->addWidget(m_search, 4);
    // In the room that is there anyway, so that the field stays where it is.
    row->addSpacing(4);
    row->addWidget(m_found, 1);
    row->addWidget(m_status);
    row->addWidget(m_refresh);
    row->addSpacing(6);
    row->addWidget(m_new);
}

void WorkspaceBar::buildMenu(const Actions &actions)
{
    m_menu->setObjectName(QStringLiteral("workspaceMenu"));
    for (const ActionId id :
         {ActionId::Refresh, ActionId::LookForDeleted, ActionId::Undo, ActionId::Redo,
          ActionId::ShowBatches, ActionId::ShowReceipts, ActionId::FindDuplicates})
        m_menu->addAction(&actions[id]);
    m_menu->addSeparator();
    for (const ActionId id :
         {ActionId::AddFilter, ActionId::SearchRemotely, ActionId::SaveView, ActionId::SaveViewAs,
          ActionId::RevertView, ActionId::ImportViews, ActionId::ExportViews})
        m_menu->addAction(&actions[id]);
    m_menu->addSeparator();
    for (const ActionId id :
         {ActionId::TogglePanel, ActionId::Columns, ActionId::Settings, ActionId::Shortcuts})
        m_menu->addAction(&actions[id]);
    m_menu->addSeparator();
    for (const ActionId id : {ActionId::SwitchWorkspace, ActionId::ResetSandbox, ActionId::SignOut})
        m_menu->addAction(&actions[id]);
    m_menu->addSeparator();
    m_menu->addAction(&actions[ActionId::Quit]);
}

void WorkspaceBar::setSession(Session *session)
{
    m_session = session;
    if (!session)
        return;
    const WorkspaceIdentity &identity = session->identity();
    m_region->setText(regionTitle(session->address().region).toUpper());
    QString text =
        tr("%1 · %2", "workspace, token owner").arg(identity.name, identity.tokenOwner.name);
    m_workspace->setText(text.replace(QLatin1Char('&'), QLatin1String("&&")));
    m_workspace->setAccessibleName(
        tr("Workspace %1 in %2, token of %3")
            .arg(identity.name, regionName(session->address().region), identity.tokenOwner.name));
    connect(&session->syncer(), &Syncer::statusChanged, this, &WorkspaceBar::showStatus);
    connect(session, &Session::reachabilityChanged, this, &WorkspaceBar::showStatus);
    showStatus();
}

void WorkspaceBar::setCount(int count)
{
    m_search->setPlaceholderText(count == 0
                                     ? tr("Search contacts")
                                     : tr("Search %1 contacts").arg(QLocale().toString(count)));
}

void WorkspaceBar::setFound(int found, int total)
{
    const QLocale locale;
    m_found->setText(
        found < 0
            ? QString()
            : tr("%1 of %2", "found, all").arg(locale.toString(found), locale.toString(total)));
    m_found->setAccessibleName(
        found < 0
            ? QString()
            : tr("%1 of %2 contacts found").arg(locale.toString(found), locale.toString(total)));
}

void WorkspaceBar::showStatus()
{
    const SyncText words = syncText(m_session->syncer().status(), m_session->reachability());
    m_status->setText(words.line);
    m_status->setToolTip(words.detail);
    m_status->setAccessibleName(words.line);
    m_status->setAccessibleDescription(words.detail);
    m_refresh->setAccessibleDescription(
        words.line.isEmpty() ? words.detail : words.line + QStringLiteral(". ") + words.detail);
}

} // namespace roster
