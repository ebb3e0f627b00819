// SPDX-License-Identifier: MIT
#include "ui/contacts/filterbar.h"

#include "ui/filter/filterchips.h"
#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filterchip.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roster {

namespace {

constexpr int barHeight = 47;
//! More lines than this scroll.
constexpr int mostHeight = barHeight + 4 * 32;
constexpr int sideMargin = 12;
constexpr int untoldHeight = 22;

} // namespace

FilterBar::FilterBar(const Theme &theme, ContactBook &book, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_book(book)
    , m_scroll(new QScrollArea(this))
    , m_chips(new FilterChips(theme, book, m_scroll))
    , m_clear(makeLinkButton(QStringLiteral("clearFilterButton"), tr("Clear filters"), m_chips))
    , m_untold(new ElidedLabel(QStringLiteral("untoldLabel"), this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("filterBar"));
    setAccessibleName(tr("Filters"));
    setKind(*this, QStringLiteral("section"));
    build();
    connectChips();
    display({});
}

void FilterBar::build()
{
    m_scroll->setObjectName(QStringLiteral("filterScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setKind(*m_chips, QStringLiteral("clear"));
    m_chips->addButton(m_clear);
    m_chips->installEventFilter(this);
    m_scroll->setWidget(m_chips);

    m_count->setObjectName(QStringLiteral("resultCountLabel"));
    m_count->setTextFormat(Qt::PlainText);
    setKind(*m_count, QStringLiteral("small"));
    setKind(*m_untold, QStringLiteral("small"));
    m_untold->setFixedHeight(untoldHeight);
    m_untold->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_untold->hide();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(sideMargin);
    row->addWidget(m_scroll, 1);
    row->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(sideMargin, 0, sideMargin, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_untold);
    connect(&m_theme, &Theme::changed, this, &FilterBar::updateHeight);
}

void FilterBar::connectChips()
{
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
    connect(m_chips, &FilterChips::editRequested, this, &FilterBar::editAt);
    connect(m_chips, &FilterChips::removeRequested, this, &FilterBar::remove);
    connect(m_chips, &FilterChips::switchRequested, this, &FilterBar::switchOnOff);
    connect(m_chips, &FilterChips::menuRequested, this, &FilterBar::openMenu);
    connect(m_chips, &FilterChips::addRequested, this,
            [this](int group, QWidget *anchor) { askSubject(group, *anchor); });
    connect(m_chips, &FilterChips::roleRequested, this, [this] {
        editNew(0, {{FilterField::Role, {}, {}}, FilterTest::Is, {}, true});
    });
    connect(m_chips, &FilterChips::joinRequested, this, [this](int group) {
        ContactFilter filter = m_filter.filter;
        switchJoin(group < 0 ? filter.join : filter.groups[group].join);
        change(filter);
    });
}

void FilterBar::addButton(QPushButton *button)
{
    m_chips->addButton(button);
    updateHeight();
}

bool FilterBar::isFiltered() const
{
    return !m_filter.isUnfiltered();
}

void FilterBar::setFilter(const ContactQuery &query)
{
    display(query.filter);
}

// By value: what is shown may be this bar's own filter, as it was told to somebody.
void FilterBar::display(ContactFilter filter)
{
    m_filter = {};
    m_filter.filter = std::move(filter);
    m_chips->setFilter(m_filter.filter);
    m_clear->setVisible(!m_filter.filter.groups.isEmpty());
    updateHeight();
}

void FilterBar::change(const ContactFilter &filter)
{
    if (filter == m_filter.filter)
        return;
    display(filter);
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::clear()
{
    // The button that was pressed goes: the keyboard must stand somewhere.
    if (m_clear->hasFocus())
        m_chips->addChip()->setFocus(Qt::OtherFocusReason);
    change({});
}

void FilterBar::setResultCount(int count, int total)
{
    const QString found = QLocale().toString(count);
    if (total > count)
        m_count->setText(tr("%1 of %2 contacts").arg(found, QLocale().toString(total)));
    else
        m_count->setText(count == 1 ? tr("1 contact") : tr("%Ln contacts", nullptr, count));
    updateHeight();
}

bool FilterBar::asksFor(FilterField field) const
{
    const QList<FilterGroup> &groups = m_filter.filter.groups;
    return std::any_of(groups.begin(), groups.end(), [field](const FilterGroup &group) {
        return std::any_of(
            group.conditions.begin(), group.conditions.end(),
            [field](const auto &its) { return its.isOn && its.subject.field == field; });
    });
}

QString FilterBar::untoldText(int count) const
{
    const bool byTag = asksFor(FilterField::Tag);
    const bool byCompany = asksFor(FilterField::Company);
    if (byTag && !byCompany)
        return count == 1 ? tr("1 contact may be missing here: its tags are not known completely "
                               "yet.")
                          : tr("%Ln contacts may be missing here: their tags are not known "
                               "completely yet.",
                               nullptr, count);
    if (byCompany && !byTag)
        return count == 1 ? tr("1 contact may be missing here: its companies are not known "
                               "completely yet.")
                          : tr("%Ln contacts may be missing here: their companies are not known "
                               "completely yet.",
                               nullptr, count);
    return count == 1 ? tr("1 contact may be missing here: its tags and companies are not known "
                           "completely yet.")
                      : tr("%Ln contacts may be missing here: their tags and companies are not "
                           "known completely yet.",
                           nullptr, count);
}

void FilterBar::setUntold(qsizetype count)
{
    const QString text = count > 0 ? untoldText(static_cast<int>(count)) : QString();
    m_untold->setFullText(text);
    m_untold->setAccessibleName(text);
    m_untold->setVisible(count > 0);
    updateHeight();
}

void FilterBar::namesChanged()
{
    m_chips->setFilter(m_filter.filter);
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateHeight();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_chips && event->type() == QEvent::LayoutRequest)
        updateHeight();
    return QFrame::eventFilter(watched, event);
}

void FilterBar::updateHeight()
{
    const int room = width() - 3 * sideMargin - m_count->sizeHint().width();
    // One pixel of the height is the line below.
    const int wanted = m_chips->heightFor(std::max(room, 1)) + 1;
    setFixedHeight(std::clamp(wanted, barHeight, mostHeight) +
                   (m_untold->isHidden() ? 0 : untoldHeight));
}

} // namespace roster
