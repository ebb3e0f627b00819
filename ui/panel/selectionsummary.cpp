// SPDX-License-Identifier: MIT
#include "ui/panel/selectionsummary.h"

#include "ui/panel/panelsection.h"
#include "ui/text/fieldtext.h"
#include "ui/text/reltime.h"
#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/initials.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace roster {

namespace {

constexpr int ShownAvatars = 3;
//! Each covers a part of the one before.
constexpr int AvatarStep = 30;
constexpr int ShownTags = 8;
constexpr int ShownCompanies = 3;
constexpr int ShownOwners = 5;

QDateTime moment(qint64 unixSeconds)
{
    return QDateTime::fromSecsSinceEpoch(unixSeconds, Qt::UTC);
}

QLabel *plainLabel(const QString &text, const QString &kind, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (!kind.isEmpty())
        setKind(*label, kind);
    return label;
}

} // namespace

SelectionSummary::SelectionSummary(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("selectionSummary"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto *head = new QFrame(this);
    setKind(*head, QStringLiteral("section"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 16, 16, 14);
    row->setSpacing(12);
    m_pile = new QWidget(head);
    for (int i = 0; i < ShownAvatars; ++i) {
        m_avatars.append(
            new Avatar(theme, QStringLiteral("summaryAvatar"), metrics::avatarLarge, m_pile));
    }
    row->addWidget(m_pile);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    m_title = plainLabel({}, QStringLiteral("person"), head);
    m_title->setObjectName(QStringLiteral("summaryTitle"));
    m_subtitle = plainLabel({}, QStringLiteral("muted"), head);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    row->addLayout(words, 1);
    column->addWidget(head);

    auto *buttons = new QFrame(this);
    setKind(*buttons, QStringLiteral("section"));
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins(16, 10, 16, 10);
    line->setSpacing(6);
    line->addStretch();
    m_buttons = buttons;
    column->addWidget(buttons);

    const auto makeSection = [&](const QString &name, const QString &title) {
        auto *section = new PanelSection(theme, name, PanelSection::Kind::Fixed, this);
        section->setTitle(title);
        column->addWidget(section);
        return section;
    };
    m_tags = makeSection(QStringLiteral("summaryTags"), tr("Tags"));
    m_companies = makeSection(QStringLiteral("summaryCompanies"), tr("Companies"));
    m_owners = makeSection(QStringLiteral("summaryOwners"), tr("Owners"));
    m_seen = makeSection(QStringLiteral("summarySeen"), tr("Last seen"));
    connect(m_tags->addLink(QStringLiteral("addTagToAllButton"), tr("Add to all"),
                            tr("Add a tag to all of them")),
            &QPushButton::clicked, this, &SelectionSummary::addTagRequested);
    connect(m_owners->addLink(QStringLiteral("setOwnerOfAllButton"), tr("Set for all"),
                              tr("Set the owner of all of them")),
            &QPushButton::clicked, this, &SelectionSummary::setOwnerRequested);
    column->addStretch();
}

void SelectionSummary::addButton(QPushButton *button)
{
    auto *line = static_cast<QHBoxLayout *>(m_buttons->layout());
    line->insertWidget(line->count() - 1, button);
}

void SelectionSummary::setRows(const QList<ContactRow> &rows, int total, const ContactBook &book,
                               qint64 now)
{
    const SelectionFacts facts = factsOf(rows);
    setUpdatesEnabled(false);
    showHead(rows, facts, total);
    const SharedThings shared = sharedThings(rows);
    showTags(shared, book);
    showCompanies(shared, book);
    showOwners(facts, book);
    showSeen(facts, now);
    setUpdatesEnabled(true);
}

void SelectionSummary::showHead(const QList<ContactRow> &rows, const SelectionFacts &facts,
                                int total)
{
    const int shown = std::min(ShownAvatars, static_cast<int>(rows.size()));
    const int width = metrics::avatarLarge + (shown - 1) * AvatarStep;
    m_pile->setFixedSize(std::max(width, 0), metrics::avatarLarge);
    for (int i = 0; i < ShownAvatars; ++i) {
        const int x = i * AvatarStep;
        m_avatars[i]->move(isRightToLeft() ? width - metrics::avatarLarge - x : x, 0);
        m_avatars[i]->resize(metrics::avatarLarge, metrics::avatarLarge);
        m_avatars[i]->setVisible(i < rows.size());
        if (i < rows.size())
            m_avatars[i]->setPerson(rows[i].name, rows[i].email, rows[i].id.text());
    }
    m_title->setText(total == 1 ? tr("1 contact") : tr("%Ln contacts", nullptr, total));
    m_subtitle->setText(rows.size() < total
                            ? tr("Below: the first %1 of them").arg(QLocale().toString(rows.size()))
                            : roleSplit(facts.users, facts.leads));
}

QWidget *SelectionSummary::freshBody(PanelSection *section)
{
    while (QLayoutItem *item = section->body()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto *body = new QWidget(section);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    section->body()->addWidget(body);
    return body;
}

void SelectionSummary::addCountLine(QWidget *body, QWidget *what, int count, qsizetype of)
{
    auto *row = new QHBoxLayout;
    row->addWidget(what);
    row->addStretch();
    const QString text = of > 0
                             ? tr("%1 of %2").arg(QLocale().toString(count), QLocale().toString(of))
                             : QLocale().toString(count);
    row->addWidget(plainLabel(text, QStringLiteral("muted"), body));
    static_cast<QVBoxLayout *>(body->layout())->addLayout(row);
}

void SelectionSummary::showTags(const SharedThings &shared, const ContactBook &book)
{
    QWidget *body = freshBody(m_tags);
    for (const auto &[tag, count] : shared.tags.mid(0, ShownTags)) {
        const QString name = book.tagName(tag);
        auto *chip = new Chip(m_theme, QStringLiteral("summaryChip"),
                              name.isEmpty() ? tag.text() : name, hueFor(tag.text()), body);
        chip->setFocusPolicy(Qt::NoFocus);
        chip->setAttribute(Qt::WA_TransparentForMouseEvents);
        addCountLine(body, chip, count, shared.contacts);
    }
    const auto more = shared.tags.size() - ShownTags;
    if (more > 0)
        body->layout()->addWidget(plainLabel(tr("and %Ln more", nullptr, static_cast<int>(more)),
                                             QStringLiteral("muted"), body));
    m_tags->setVisible(!shared.tags.isEmpty());
}

void SelectionSummary::showCompanies(const SharedThings &shared, const ContactBook &book)
{
    QWidget *body = freshBody(m_companies);
    QStringList names;
    for (const auto &[company, count] : shared.companies.mid(0, ShownCompanies))
        names.append(book.companyName(company));
    QString text = names.join(QStringLiteral(", "));
    const auto more = shared.companies.size() - ShownCompanies;
    if (more > 0)
        text = tr("%1 and %Ln more", "company names", static_cast<int>(more)).arg(text);
    body->layout()->addWidget(plainLabel(text, {}, body));
    m_companies->setVisible(!names.isEmpty());
}

void SelectionSummary::showOwners(const SelectionFacts &facts, const ContactBook &book)
{
    QWidget *body = freshBody(m_owners);
    for (const auto &[owner, count] : facts.owners.mid(0, ShownOwners)) {
        const QString name = owner.isEmpty() ? tr("No owner") : book.adminName(owner);
        auto *label = new ElidedLabel(QStringLiteral("ownerLabel"), body);
        label->setFullText(name.isEmpty() ? owner.text() : name);
        addCountLine(body, label, count, 0);
    }
}

void SelectionSummary::showSeen(const SelectionFacts &facts, qint64 now)
{
    QWidget *body = freshBody(m_seen);
    QString text = tr("Never");
    if (facts.lastSeen) {
        const QString last = RelTime::relative(moment(*facts.lastSeen), moment(now));
        const QString first = RelTime::relative(moment(*facts.firstSeen), moment(now));
        text = last == first ? last : tr("%1 to %2", "times").arg(last, first);
    }
    body->layout()->addWidget(plainLabel(text, {}, body));
}

} // namespace roster
