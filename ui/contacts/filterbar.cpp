// SPDX-License-Identifier: MIT
#include "ui/contacts/filterbar.h"

#include "ui/contacts/pickpopup.h"
#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filterchip.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>

#include <utility>

namespace roster {

namespace {

constexpr int barHeight = 47;

template <class Value>
QList<PickItem> itemsOf(const QList<Value> &values)
{
    QList<PickItem> items;
    for (const Value &value : values)
        items.append(
            {value.id.text(), value.name.isEmpty() ? value.id.text() : value.name, {}, false});
    return items;
}

} // namespace

FilterBar::FilterBar(const Theme &theme, ContactBook &book, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_book(book)
    , m_role(makeChip(QStringLiteral("roleFilterChip"), false))
    , m_tag(makeChip(QStringLiteral("tagFilterChip"), true))
    , m_company(makeChip(QStringLiteral("companyFilterChip"), true))
    , m_owner(makeChip(QStringLiteral("ownerFilterChip"), true))
    , m_add(makeChip(QStringLiteral("addFilterChip"), false))
    , m_clear(makeLinkButton(QStringLiteral("clearFilterButton"), tr("Clear filters"), this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("filterBar"));
    setAccessibleName(tr("Filters"));
    setKind(*this, QStringLiteral("section"));
    setFixedHeight(barHeight);
    m_add->setLabel(tr("+ Filter"));
    m_add->setAdds(true);
    m_count->setObjectName(QStringLiteral("resultCountLabel"));
    setKind(*m_count, QStringLiteral("small"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(7);
    for (QWidget *chip : {m_role, m_tag, m_company, m_owner, m_add})
        row->addWidget(chip);
    row->addWidget(m_clear);
    row->addStretch(1);
    row->addWidget(m_count);
    connectChips();
    relabel();
}

FilterChip *FilterBar::makeChip(const QString &objectName, bool isRemovable)
{
    auto *chip = new FilterChip(m_theme, objectName, QString(), this);
    chip->setRemovable(isRemovable);
    return chip;
}

void FilterBar::connectChips()
{
    connect(m_role, &FilterChip::clicked, this, &FilterBar::openRoles);
    connect(m_add, &FilterChip::clicked, this,
            [this] { openPopup(*m_add, &FilterBar::askConditions); });
    connect(m_tag, &FilterChip::clicked, this, [this] { openPopup(*m_tag, &FilterBar::askTag); });
    connect(m_company, &FilterChip::clicked, this,
            [this] { openPopup(*m_company, &FilterBar::askCompany); });
    connect(m_owner, &FilterChip::clicked, this,
            [this] { openPopup(*m_owner, &FilterBar::askOwner); });
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
    connect(m_tag, &FilterChip::removeRequested, this, [this] {
        ContactQuery filter = m_filter;
        filter.setTag(std::nullopt);
        change(filter);
    });
    connect(m_company, &FilterChip::removeRequested, this, [this] {
        ContactQuery filter = m_filter;
        filter.setCompany(std::nullopt);
        change(filter);
    });
    connect(m_owner, &FilterChip::removeRequested, this, [this] {
        ContactQuery filter = m_filter;
        filter.setOwner(std::nullopt);
        change(filter);
    });
}

bool FilterBar::isFiltered() const
{
    return !m_filter.isUnfiltered();
}

void FilterBar::setFilter(const ContactQuery &query)
{
    ContactQuery filter;
    filter.filter = query.filter;
    m_filter = filter;
    relabel();
}

void FilterBar::change(const ContactQuery &filter)
{
    if (filter == m_filter)
        return;
    setFilter(filter);
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::clear()
{
    // The button that was pressed goes: the keyboard must stand somewhere.
    if (m_clear->hasFocus())
        m_role->setFocus(Qt::OtherFocusReason);
    change({});
}

void FilterBar::setResultCount(int count)
{
    m_count->setText(count == 1 ? tr("1 contact") : tr("%Ln contacts", nullptr, count));
}

void FilterBar::namesChanged()
{
    relabel();
}

void FilterBar::relabel()
{
    const auto named = [](const QString &name, const QString &id) {
        return name.isEmpty() ? id : name;
    };
    m_role->setLabel(!m_filter.role()                 ? tr("Role is any")
                     : *m_filter.role() == Role::User ? tr("Role is user")
                                                      : tr("Role is lead"));
    if (m_filter.tag())
        m_tag->setLabel(
            tr("Tag is %1").arg(named(m_book.tagName(*m_filter.tag()), m_filter.tag()->text())));
    if (m_filter.company())
        m_company->setLabel(
            tr("Company is %1")
                .arg(named(m_book.companyName(*m_filter.company()), m_filter.company()->text())));
    if (m_filter.owner())
        m_owner->setLabel(
            m_filter.owner()->isEmpty()
                ? tr("No owner")
                : tr("Owner is %1")
                      .arg(named(m_book.adminName(*m_filter.owner()), m_filter.owner()->text())));
    m_tag->setVisible(m_filter.tag().has_value());
    m_company->setVisible(m_filter.company().has_value());
    m_owner->setVisible(m_filter.owner().has_value());
    m_add->setVisible(!m_filter.tag() || !m_filter.company() || !m_filter.owner());
    m_clear->setVisible(isFiltered());
}

void FilterBar::openRoles()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("roleMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::pair<QString, std::optional<Role>> roles[] = {
        {tr("Any role"), std::nullopt}, {tr("Users"), Role::User}, {tr("Leads"), Role::Lead}};
    for (const auto &[text, role] : roles) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(role == m_filter.role());
        connect(action, &QAction::triggered, this, [this, role = role] {
            ContactQuery filter = m_filter;
            filter.setRole(role);
            change(filter);
        });
    }
    menu->popup(m_role->mapToGlobal(QPoint(0, m_role->height() + 4)));
}

void FilterBar::openPopup(const QWidget &chip, void (FilterBar::*ask)(PickPopup *))
{
    auto *popup = new PickPopup(m_theme, this);
    (this->*ask)(popup);
    popup->openBelow(chip);
}

void FilterBar::askConditions(PickPopup *popup)
{
    QList<PickItem> conditions;
    if (!m_filter.tag())
        conditions.append({QStringLiteral("tag"), tr("Tag"), {}, false});
    if (!m_filter.company())
        conditions.append({QStringLiteral("company"), tr("Company"), {}, false});
    if (!m_filter.owner())
        conditions.append({QStringLiteral("owner"), tr("Owner"), {}, false});
    popup->ask(tr("Filter by"), conditions, [this, popup](const QString &condition) {
        if (condition == QLatin1String("tag"))
            askTag(popup);
        else if (condition == QLatin1String("company"))
            askCompany(popup);
        else
            askOwner(popup);
    });
}

void FilterBar::askTag(PickPopup *popup)
{
    popup->ask(tr("Search tags"), itemsOf(m_book.tags()), [this](const QString &id) {
        ContactQuery filter = m_filter;
        filter.setTag(TagId(id));
        change(filter);
    });
}

void FilterBar::askCompany(PickPopup *popup)
{
    popup->ask(tr("Search companies"), itemsOf(m_book.companies()), [this](const QString &id) {
        ContactQuery filter = m_filter;
        filter.setCompany(CompanyId(id));
        change(filter);
    });
}

void FilterBar::askOwner(PickPopup *popup)
{
    QList<PickItem> items = itemsOf(m_book.admins());
    items.prepend({QString(), tr("No owner"), {}, false});
    popup->ask(tr("Search teammates"), items, [this](const QString &id) {
        ContactQuery filter = m_filter;
        filter.setOwner(AdminId(id));
        change(filter);
    });
}

} // namespace roster
