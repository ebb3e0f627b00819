// SPDX-License-Identifier: MIT
#include "ui/filter/filterchips.h"

#include "ui/text/filtertext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/flowlayout.h"

#include <QtCore/QLocale>
#include <QtWidgets/QFrame>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <utility>

namespace roster {

namespace {

constexpr int gap = 7;
constexpr int lineGap = 6;
//! Keeps a line of chips in the middle of the bar's height.
constexpr int margin = 10;
constexpr int frameMargin = 4;

//! Goes once nothing runs in it any more; nobody finds it by its name until then.
void discard(QWidget *widget)
{
    widget->setObjectName(QString());
    const QList<QWidget *> parts = widget->findChildren<QWidget *>();
    for (QWidget *part : parts)
        part->setObjectName(QString());
    widget->hide();
    widget->deleteLater();
}

bool asksForRole(const ContactFilter &filter)
{
    return std::any_of(filter.groups.begin(), filter.groups.end(), [](const FilterGroup &group) {
        return std::any_of(group.conditions.begin(), group.conditions.end(),
                           [](const auto &its) { return its.subject.field == FilterField::Role; });
    });
}

} // namespace

FilterChips::FilterChips(const Theme &theme, const ContactBook &book, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_book(book)
    , m_flow(new FlowLayout(this, gap, lineGap))
    , m_role(new FilterChip(theme, QStringLiteral("roleFilterChip"), tr("Role is any"), this))
    , m_add(new FilterChip(theme, QStringLiteral("addFilterChip"), tr("+ Filter"), this))
{
    setObjectName(QStringLiteral("filterChips"));
    m_flow->setContentsMargins(0, margin, 0, margin);
    m_flow->addWidget(m_role);
    m_flow->addWidget(m_add);
    m_add->setAdds(true);
    m_add->setAccessibleName(tr("Add a filter"));
    connect(m_role, &FilterChip::clicked, this, &FilterChips::roleRequested);
    connect(m_add, &FilterChip::clicked, this, [this] {
        // Beside one group it adds to it; beside several it begins another.
        const auto groups = static_cast<int>(m_groups.size());
        Q_EMIT addRequested(groups == 1 ? 0 : groups, m_add);
    });
}

void FilterChips::addButton(QPushButton *button)
{
    button->setParent(this);
    m_buttons.append(button);
    m_flow->addWidget(button);
    setTabOrders();
}

int FilterChips::heightFor(int width) const
{
    return m_flow->heightForWidth(width);
}

void FilterChips::setFilter(const ContactFilter &filter)
{
    QList<qsizetype> shape;
    for (const FilterGroup &group : filter.groups)
        shape.append(group.conditions.size());
    if (shape != m_shape) {
        const ConditionPlace focused = focusedPlace();
        m_shape = shape;
        rebuild(filter);
        if (focused.isValid())
            focusChip(focused);
    }
    relabel(filter);
}

void FilterChips::dispose()
{
    while (QLayoutItem *item = m_flow->takeAt(0))
        delete item;
    for (const Group &group : std::as_const(m_groups)) {
        if (group.frame != this) {
            discard(group.frame);
            continue;
        }
        for (FilterChip *chip : group.chips)
            discard(chip);
        for (QPushButton *join : group.joins)
            discard(join);
    }
    for (QPushButton *join : std::as_const(m_joins))
        discard(join);
    m_groups.clear();
    m_joins.clear();
}

void FilterChips::rebuild(const ContactFilter &filter)
{
    dispose();
    const bool areFramed = filter.groups.size() > 1;
    m_flow->addWidget(m_role);
    for (int number = 0; number < filter.groups.size(); ++number) {
        if (number > 0) {
            m_joins.append(makeJoin(this, QStringLiteral("groupJoin%1Button").arg(number), -1));
            m_flow->addWidget(m_joins.constLast());
        }
        m_groups.append(makeGroup(filter.groups.at(number), number, areFramed));
        if (areFramed)
            m_flow->addWidget(m_groups.constLast().frame);
    }
    m_add->setLabel(areFramed ? tr("+ Group") : tr("+ Filter"));
    m_add->setAccessibleName(areFramed ? tr("Add a group of filters") : tr("Add a filter"));
    m_flow->addWidget(m_add);
    for (QPushButton *button : std::as_const(m_buttons))
        m_flow->addWidget(button);
    setTabOrders();
}

FilterChips::Group FilterChips::makeGroup(const FilterGroup &group, int number, bool isFramed)
{
    Group made;
    made.frame = this;
    made.flow = m_flow;
    if (isFramed) {
        auto *frame = new QFrame(this);
        frame->setObjectName(QStringLiteral("filterGroup%1").arg(number));
        frame->setAccessibleName(tr("Group %1").arg(QLocale().toString(number + 1)));
        setKind(*frame, QStringLiteral("group"));
        made.frame = frame;
        made.flow = new FlowLayout(frame, gap, lineGap);
        made.flow->setContentsMargins(frameMargin, frameMargin, frameMargin, frameMargin);
    }
    for (int i = 0; i < group.conditions.size(); ++i) {
        if (i > 0) {
            const QString name = QStringLiteral("join%1_%2Button").arg(number).arg(i);
            made.joins.append(makeJoin(made.frame, name, number));
            made.flow->addWidget(made.joins.constLast());
        }
        made.chips.append(makeChip(made.frame, {number, i}));
        made.flow->addWidget(made.chips.constLast());
    }
    if (isFramed) {
        made.add = new FilterChip(m_theme, QStringLiteral("add%1FilterChip").arg(number), tr("+"),
                                  made.frame);
        made.add->setAdds(true);
        made.add->setAccessibleName(tr("Add a filter to group %1").arg(number + 1));
        made.flow->addWidget(made.add);
        connect(made.add, &FilterChip::clicked, this,
                [this, number, chip = made.add] { Q_EMIT addRequested(number, chip); });
        made.frame->setVisible(true);
    }
    return made;
}

FilterChip *FilterChips::makeChip(QWidget *parent, ConditionPlace place)
{
    const QString name = QStringLiteral("filter%1_%2Chip").arg(place.group).arg(place.index);
    auto *chip = new FilterChip(m_theme, name, QString(), parent);
    chip->setRemovable(true);
    connect(chip, &FilterChip::clicked, this, [this, place] { Q_EMIT editRequested(place); });
    connect(chip, &FilterChip::removeRequested, this,
            [this, place] { Q_EMIT removeRequested(place); });
    connect(chip, &FilterChip::switchRequested, this,
            [this, place] { Q_EMIT switchRequested(place); });
    connect(chip, &FilterChip::menuRequested, this,
            [this, place](const QPoint &at) { Q_EMIT menuRequested(place, at); });
    chip->setVisible(true);
    return chip;
}

QPushButton *FilterChips::makeJoin(QWidget *parent, const QString &objectName, int group)
{
    auto *join = makeLinkButton(objectName, QString(), parent);
    setKind(*join, QStringLiteral("joiner"));
    connect(join, &QPushButton::clicked, this, [this, group] { Q_EMIT joinRequested(group); });
    join->setVisible(true);
    return join;
}

void FilterChips::relabelJoin(QPushButton *join, FilterJoin how, bool areGroups)
{
    const bool isAll = how == FilterJoin::All;
    join->setText(filterJoinText(how));
    const QString meaning = areGroups ? (isAll ? tr("Every group must hold. Press for any")
                                               : tr("Any group must hold. Press for all"))
                                      : (isAll ? tr("All of these must hold. Press for any")
                                               : tr("Any of these must hold. Press for all"));
    join->setToolTip(meaning);
    join->setAccessibleName(join->text());
    join->setAccessibleDescription(meaning);
}

void FilterChips::relabel(const ContactFilter &filter)
{
    const QList<DataAttribute> attributes = m_book.attributes();
    for (int number = 0; number < m_groups.size(); ++number) {
        const FilterGroup &group = filter.groups.at(number);
        for (int i = 0; i < group.conditions.size(); ++i) {
            FilterChip *chip = m_groups.at(number).chips.at(i);
            const FilterCondition &condition = group.conditions.at(i);
            const auto problem = problemOf(condition, attributes);
            chip->setLabel(filterConditionText(condition, m_book));
            chip->setProblem(problem ? filterProblemText(*problem) : QString());
            chip->setOn(condition.isOn);
        }
        for (QPushButton *join : m_groups.at(number).joins)
            relabelJoin(join, group.join, false);
    }
    for (QPushButton *join : std::as_const(m_joins))
        relabelJoin(join, filter.join, true);
    m_role->setVisible(m_groups.size() < 2 && !asksForRole(filter));
}

// New widgets are the last in the window's order; they belong behind the role.
void FilterChips::setTabOrders()
{
    QList<QWidget *> order{m_role};
    for (int number = 0; number < m_groups.size(); ++number) {
        const Group &group = m_groups.at(number);
        if (number > 0)
            order.append(m_joins.at(number - 1));
        for (int i = 0; i < group.chips.size(); ++i) {
            if (i > 0)
                order.append(group.joins.at(i - 1));
            order.append(group.chips.at(i));
        }
        if (group.add)
            order.append(group.add);
    }
    order.append(m_add);
    for (QPushButton *button : std::as_const(m_buttons))
        order.append(button);
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

FilterChip *FilterChips::chipAt(ConditionPlace place) const
{
    if (!place.isValid() || place.group >= m_groups.size())
        return nullptr;
    return m_groups.at(place.group).chips.value(place.index);
}

ConditionPlace FilterChips::focusedPlace() const
{
    for (int number = 0; number < m_groups.size(); ++number) {
        const QList<FilterChip *> &chips = m_groups.at(number).chips;
        for (int i = 0; i < chips.size(); ++i) {
            if (chips.at(i)->hasFocus())
                return {number, i};
        }
    }
    return {};
}

void FilterChips::focusChip(ConditionPlace place)
{
    FilterChip *chip = m_add;
    if (!m_groups.isEmpty()) {
        const int number = std::clamp(place.group, 0, static_cast<int>(m_groups.size()) - 1);
        const QList<FilterChip *> &chips = m_groups.at(number).chips;
        chip = chips.at(std::clamp(place.index, 0, static_cast<int>(chips.size()) - 1));
    }
    chip->setFocus(Qt::TabFocusReason);
}

} // namespace roster
