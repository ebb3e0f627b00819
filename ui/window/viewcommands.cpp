// SPDX-License-Identifier: MIT
#include "ui/window/viewcommands.h"

#include "ui/contacts/contactheader.h"
#include "ui/contacts/contacttableview.h"
#include "ui/contacts/filterbar.h"
#include "ui/contacts/sidebar.h"
#include "ui/text/filtertext.h"
#include "ui/views/saveviewsheet.h"
#include "ui/views/viewcounts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/toaststack.h"
#include "ui/window/contactsview.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

namespace roster {

ViewCommands::ViewCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_counter(new ViewCounts(parts.book, this))
{
    addButtons();
    connectParts();
    update();
}

void ViewCommands::addButtons()
{
    FilterBar &bar = m_parts.contacts.filters();
    const auto add = [&bar](const QString &name, const QString &text) {
        QPushButton *button = makeLinkButton(name, text, &bar);
        button->hide();
        bar.addButton(button);
        return button;
    };
    m_saveAs = add(QStringLiteral("saveAsViewButton"), tr("Save view…"));
    m_save = add(QStringLiteral("saveEditedViewButton"), tr("Save"));
    m_revert = add(QStringLiteral("revertViewButton"), tr("Revert"));
    m_save->setToolTip(tr("Save the changes to the view"));
    m_revert->setToolTip(tr("Show the view as it was saved"));
    connect(m_saveAs, &QPushButton::clicked, this, &ViewCommands::saveAs);
    connect(m_save, &QPushButton::clicked, this, &ViewCommands::save);
    connect(m_revert, &QPushButton::clicked, this, &ViewCommands::revert);
}

void ViewCommands::connectParts()
{
    const Sidebar *sidebar = &m_parts.sidebar;
    connect(sidebar, &Sidebar::viewChosen, this, &ViewCommands::choose);
    connect(sidebar, &Sidebar::renameRequested, this, &ViewCommands::rename);
    connect(sidebar, &Sidebar::removeRequested, this, &ViewCommands::remove);
    connect(sidebar, &Sidebar::moveRequested, &m_parts.views, &SavedViews::move);
    connect(sidebar, &Sidebar::viewMenuRequested, this, &ViewCommands::showMenu);
    connect(&m_parts.views, &SavedViews::changed, this, [this] {
        update();
        count();
    });
    connect(&m_parts.contacts.model(), &ContactTableModel::queryChanged, this,
            &ViewCommands::update);
    connect(&m_parts.contacts.table(), &ContactTableView::stateChanged, this,
            &ViewCommands::update);
    connect(m_counter, &ViewCounts::counted, this, [this](const QUuid &view, int contacts) {
        m_counts.insert(view, contacts);
        update();
    });
}

SavedView ViewCommands::present() const
{
    const ContactQuery &query = m_parts.contacts.model().query();
    SavedView view;
    view.text = query.text;
    view.filter = query.filter;
    view.sortColumn = query.sortColumn;
    view.sortOrder = query.sortOrder;
    view.columns = m_parts.contacts.table().saveState();
    return view;
}

bool ViewCommands::isEdited() const
{
    const auto saved = m_parts.views.view(m_current);
    if (!saved)
        return false;
    const SavedView now = present();
    return now.text != saved->text || now.filter != saved->filter ||
           now.sortColumn != saved->sortColumn || now.sortOrder != saved->sortOrder ||
           !ContactHeader::areSameColumns(now.columns, saved->columns);
}

QByteArray ViewCommands::ownColumns() const
{
    return m_current.isNull() ? m_parts.contacts.table().saveState() : m_own.columns;
}

void ViewCommands::choose(const QUuid &id)
{
    const auto view = m_parts.views.view(id);
    if (!view)
        return;
    Q_EMIT chosen();
    // Chosen once more, it stays as it was edited.
    if (id == m_current)
        return m_parts.sidebar.showView(id);
    if (m_current.isNull())
        m_own = present();
    m_current = id;
    apply(*view);
}

void ViewCommands::apply(const SavedView &view)
{
    if (!view.columns.isEmpty())
        m_parts.contacts.table().restoreState(view.columns);
    m_parts.contacts.showQuery(view.query({}));
    m_parts.search.setText(view.text);
    m_parts.sidebar.showView(m_current);
    update();
}

void ViewCommands::leave()
{
    if (m_current.isNull())
        return;
    const QString words = present().text;
    const auto left = m_parts.views.view(m_current);
    m_current = {};
    showOwnLook({}, left && left->text == words ? QString() : words);
    update();
}

void ViewCommands::showOwnLook(const ContactFilter &filter, const QString &text)
{
    m_parts.contacts.table().restoreState(m_own.columns);
    ContactQuery query = m_own.query({});
    query.filter = filter;
    query.text = text;
    m_parts.contacts.showQuery(query);
    m_parts.search.setText(text);
}

void ViewCommands::save()
{
    m_parts.contacts.settleText();
    const auto saved = m_parts.views.view(m_current);
    if (!saved)
        return saveAs();
    SavedView view = present();
    view.id = saved->id;
    view.name = saved->name;
    m_parts.views.replace(view);
}

void ViewCommands::saveAs()
{
    m_parts.contacts.settleText();
    const ContactQuery &query = m_parts.contacts.model().query();
    const QString filters = filterSummary(query.filter, m_parts.book);
    const QString words = query.text.isEmpty() ? QString() : tr("“%1”").arg(query.text);
    QStringList parts{words, filters};
    parts.removeAll(QString());
    const QString summary =
        parts.isEmpty() ? tr("All contacts") : parts.join(QStringLiteral(" · "));
    auto *sheet = new SaveViewSheet(m_parts.theme, m_parts.views, summary, &m_parts.window);
    connect(sheet, &SaveViewSheet::named, this, &ViewCommands::saveUnder);
    sheet->open();
}

void ViewCommands::saveUnder(const QString &name)
{
    SavedView view = present();
    view.name = name;
    if (m_current.isNull())
        m_own = view;
    m_current = QUuid::createUuid();
    view.id = m_current;
    m_parts.views.add(view);
    m_parts.sidebar.showView(m_current);
    update();
}

void ViewCommands::revert()
{
    if (const auto saved = m_parts.views.view(m_current))
        apply(*saved);
}

void ViewCommands::rename(const QUuid &id, const QString &name)
{
    const auto view = m_parts.views.view(id);
    if (!view || m_parts.views.rename(id, name))
        return;
    m_parts.toasts.show(name.simplified().isEmpty()
                            ? tr("A view needs a name. It is still called “%1”.").arg(view->name)
                            : tr("There is another view called “%1”.").arg(name.simplified()));
}

void ViewCommands::remove(const QUuid &id)
{
    const auto view = m_parts.views.view(id);
    if (!view)
        return;
    const int index = m_parts.views.indexOf(id);
    const bool wasCurrent = id == m_current;
    if (wasCurrent) {
        // What it asked for stays in sight; its look goes with it.
        const SavedView shown = present();
        m_current = {};
        showOwnLook(shown.filter, shown.text);
        m_parts.sidebar.showFilter(m_parts.contacts.model().query());
    }
    m_parts.views.remove(id);
    Toast *toast = m_parts.toasts.show(tr("View “%1” deleted").arg(view->name), tr("Undo"));
    connect(toast, &Toast::actionTriggered, this, [this, view, index, wasCurrent] {
        m_parts.views.add(*view, index);
        if (wasCurrent && m_current.isNull())
            choose(view->id);
    });
}

void ViewCommands::showMenu(const QUuid &id, const QPoint &globalPosition)
{
    auto *menu = new QMenu(&m_parts.sidebar);
    menu->setObjectName(QStringLiteral("viewMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Rename")), &QAction::triggered, this,
            [this, id] { m_parts.sidebar.rename(id); });
    const int index = m_parts.views.indexOf(id);
    QAction *up = menu->addAction(tr("Move up"));
    QAction *down = menu->addAction(tr("Move down"));
    up->setEnabled(index > 0);
    down->setEnabled(index + 1 < m_parts.views.all().size());
    connect(up, &QAction::triggered, this,
            [this, id, index] { m_parts.views.move(id, index - 1); });
    connect(down, &QAction::triggered, this,
            [this, id, index] { m_parts.views.move(id, index + 1); });
    menu->addSeparator();
    connect(menu->addAction(tr("Delete")), &QAction::triggered, this, [this, id] { remove(id); });
    menu->popup(globalPosition);
}

void ViewCommands::count()
{
    if (!m_parts.views.all().isEmpty())
        m_counter->count(m_parts.views.all(), m_parts.contacts.days());
}

void ViewCommands::update()
{
    const bool isEditedNow = isEdited();
    QList<SavedLine> lines;
    for (const SavedView &view : m_parts.views.all()) {
        const auto count = m_counts.constFind(view.id);
        lines.append({view.id, view.name,
                      count == m_counts.cend() ? std::nullopt : std::optional(*count),
                      view.id == m_current && isEditedNow});
    }
    m_parts.sidebar.setSaved(lines);
    m_save->setVisible(isEditedNow);
    m_revert->setVisible(isEditedNow);
    m_saveAs->setVisible(m_current.isNull() && !m_parts.contacts.model().query().isUnfiltered());
    Q_EMIT stateChanged();
}

} // namespace roster
