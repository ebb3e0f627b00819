// SPDX-License-Identifier: MIT
#include "ui/panel/recordview.h"

#include "ui/panel/factrows.h"
#include "ui/panel/panelsection.h"
#include "ui/text/fieldtext.h"
#include "ui/text/reltime.h"
#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/elidedlink.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/initials.h"
#include "ui/widgets/taborder.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace roster {

namespace {

QString countedTitle(const QString &title, int total)
{
    if (total == 0)
        return title;
    return QStringLiteral("%1 · %2").arg(title, QLocale().toString(total));
}

QLabel *mutedLine(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setKind(*label, QStringLiteral("muted"));
    return label;
}

} // namespace

RecordView::RecordView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("recordView"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    buildHead();
    buildLists();
    m_added = new QVBoxLayout;
    m_added->setSpacing(0);
    m_column->addLayout(m_added);
    m_folded = new QVBoxLayout;
    m_folded->setSpacing(0);
    m_column->addLayout(m_folded);
    m_column->addStretch();
}

void RecordView::buildHead()
{
    auto *head = new QFrame(this);
    setKind(*head, QStringLiteral("section"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 16, 16, 14);
    row->setSpacing(12);
    m_avatar = new Avatar(m_theme, QStringLiteral("panelAvatar"), metrics::avatarLarge, head);
    row->addWidget(m_avatar);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    m_name = new ElidedLabel(QStringLiteral("panelName"), head);
    setKind(*m_name, QStringLiteral("person"));
    m_subtitle = new ElidedLabel(QStringLiteral("panelSubtitle"), head);
    setKind(*m_subtitle, QStringLiteral("muted"));
    words->addWidget(m_name);
    words->addWidget(m_subtitle);
    row->addLayout(words, 1);
    m_column->addWidget(head);

    auto *buttons = new QFrame(this);
    setKind(*buttons, QStringLiteral("section"));
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins(16, 10, 16, 10);
    line->setSpacing(6);
    line->addStretch();
    m_buttons = buttons;
    m_column->addWidget(buttons);
    m_note = mutedLine({}, this);
    m_note->setObjectName(QStringLiteral("pastLabel"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(16, 10, 16, 10);
    m_note->hide();
    m_column->addWidget(m_note);
}

void RecordView::buildLists()
{
    using Kind = PanelSection::Kind;
    auto *facts = new PanelSection(m_theme, QStringLiteral("factsSection"), Kind::Fixed, this);
    m_keyFacts = new FactRows(QStringLiteral("keyFacts"), facts);
    facts->body()->addWidget(m_keyFacts);
    m_column->addWidget(facts);

    m_tags = new PanelSection(m_theme, QStringLiteral("tagsSection"), Kind::Fixed, this);
    m_links = {m_tags->addLink(QStringLiteral("panelAddTagButton"), tr("Add"), tr("Add tag"))};
    connect(m_links.constLast(), &QPushButton::clicked, this, &RecordView::addTagRequested);
    m_column->addWidget(m_tags);

    m_companies = new PanelSection(m_theme, QStringLiteral("companiesSection"), Kind::Fixed, this);
    m_links.append(m_companies->addLink(QStringLiteral("panelAttachCompanyButton"), tr("Attach"),
                                        tr("Attach company")));
    connect(m_links.constLast(), &QPushButton::clicked, this, &RecordView::attachCompanyRequested);
    m_column->addWidget(m_companies);

    m_attributes =
        new PanelSection(m_theme, QStringLiteral("attributesSection"), Kind::Fixed, this);
    m_links.append(m_attributes->addLink(QStringLiteral("newAttributeButton"), tr("New…"),
                                         tr("New attribute")));
    connect(m_links.constLast(), &QPushButton::clicked, this, &RecordView::newAttributeRequested);
    m_links.append(m_attributes->addLink(QStringLiteral("editAttributesButton"), tr("Edit"),
                                         tr("Edit attributes")));
    connect(m_links.constLast(), &QPushButton::clicked, this, &RecordView::editRequested);
    m_attributeFacts = new FactRows(QStringLiteral("attributeFacts"), m_attributes);
    m_attributes->body()->addWidget(m_attributeFacts);
    m_column->addWidget(m_attributes);
}

void RecordView::addButton(QPushButton *button)
{
    auto *line = static_cast<QHBoxLayout *>(m_buttons->layout());
    line->insertWidget(line->count() - 1, button);
}

PanelSection *RecordView::newSection(const QString &objectName, PanelSection::Kind kind)
{
    auto *section = new PanelSection(m_theme, objectName, kind, this);
    m_added->addWidget(section);
    return section;
}

void RecordView::orderTabs()
{
    orderTabsByLayout(*this);
}

PanelSection *RecordView::activitySection()
{
    const QString key = QStringLiteral("activity");
    m_kept.insert(key);
    return foldedSection({key, sectionTitle(FieldSection::Activity), {}});
}

void RecordView::setPast(const QString &note)
{
    m_isPast = true;
    m_buttons->hide();
    for (QPushButton *link : std::as_const(m_links))
        link->hide();
    m_note->setText(note);
    m_note->show();
}

void RecordView::setContact(const Contact &contact, const ContactBook &book,
                            const RecordContext &context)
{
    m_id = contact.id;
    setUpdatesEnabled(false);
    showHead(contact, context);
    m_keyFacts->setLines(keyLines(contact, context), true);
    showTags(contact, book);
    showCompanies(contact, book);
    const RecordSection attributes = attributeSection(contact, context);
    m_attributes->setTitle(attributes.title);
    m_attributes->setVisible(!attributes.lines.isEmpty());
    m_attributeFacts->setLines(attributes.lines, true);
    showFolded(foldedSections(contact, context));
    orderTabs();
    setUpdatesEnabled(true);
}

void RecordView::showHead(const Contact &contact, const RecordContext &context)
{
    m_avatar->setPerson(contact.name(), contact.email(), contact.id.text());
    m_avatar->showPicture(m_pictures, QUrl(contact.text(ContactField::Avatar)));
    const bool hasName = !contact.name().simplified().isEmpty();
    m_name->setFullText(hasName ? contact.name().simplified() : tr("No name"));
    // A name from right to left still begins where the panel's lines begin.
    m_name->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
                         Qt::AlignVCenter);
    const auto seen = contact.time(ContactField::LastSeenAt);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(context.now, Qt::UTC);
    const QString role = roleTitle(contact.role());
    m_subtitle->setFullText(
        seen ? tr("%1 · last seen %2", "role, time")
                   .arg(role, RelTime::relative(QDateTime::fromSecsSinceEpoch(*seen, Qt::UTC), now))
             : tr("%1 · never seen", "role").arg(role));
}

void RecordView::showTags(const Contact &contact, const ContactBook &book)
{
    delete m_tagChips;
    m_tagChips = new QWidget(m_tags);
    auto *flow = new FlowLayout(m_tagChips);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const TagId &tag : contact.tags.items) {
        const QString name = book.tagName(tag);
        auto *chip = new Chip(m_theme, QStringLiteral("tag_%1Button").arg(tag.text()),
                              name.isEmpty() ? tag.text() : name, hueFor(tag.text()), m_tagChips);
        chip->setRemovable(!m_isPast);
        connect(chip, &Chip::removeRequested, this,
                [this, tag] { Q_EMIT removeTagRequested(tag); });
        flow->addWidget(chip);
    }
    m_tags->setTitle(countedTitle(tr("Tags"), contact.tags.total));
    if (!contact.tags.isComplete()) {
        flow->addWidget(mutedLine(
            tr("showing %1 of %2…").arg(contact.tags.items.size()).arg(contact.tags.total),
            m_tagChips));
    } else if (contact.tags.items.isEmpty()) {
        flow->addWidget(mutedLine(tr("No tags"), m_tagChips));
    }
    m_tags->body()->addWidget(m_tagChips);
}

void RecordView::showCompanies(const Contact &contact, const ContactBook &book)
{
    delete m_companyRows;
    m_companyRows = new QWidget(m_companies);
    auto *column = new QVBoxLayout(m_companyRows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (const CompanyId &company : contact.companies.items) {
        auto *row = new QHBoxLayout;
        row->setSpacing(4);
        auto *name =
            new ElidedLink(QStringLiteral("company_%1Button").arg(company.text()), m_companyRows);
        const QString known = book.companyName(company);
        name->setFullText(known.isEmpty() ? company.text() : known);
        connect(name, &ElidedLink::clicked, this,
                [this, company] { Q_EMIT companyRequested(company); });
        row->addWidget(name);
        row->addStretch();
        auto *detach =
            makeIconButton(m_theme, QStringLiteral("detach_%1Button").arg(company.text()),
                           Icons::Close, tr("Detach %1").arg(name->fullText()), m_companyRows);
        detach->setVisible(!m_isPast);
        setKind(*detach, QStringLiteral("small"));
        detach->setIconSize(QSize(10, 10));
        connect(detach, &QToolButton::clicked, this,
                [this, company] { Q_EMIT detachCompanyRequested(company); });
        row->addWidget(detach);
        column->addLayout(row);
    }
    m_companies->setTitle(countedTitle(tr("Companies"), contact.companies.total));
    if (!contact.companies.isComplete()) {
        column->addWidget(mutedLine(tr("showing %1 of %2…")
                                        .arg(contact.companies.items.size())
                                        .arg(contact.companies.total),
                                    m_companyRows));
    } else if (contact.companies.items.isEmpty()) {
        column->addWidget(mutedLine(tr("No companies"), m_companyRows));
    }
    m_companies->body()->addWidget(m_companyRows);
}

PanelSection *RecordView::foldedSection(const RecordSection &section)
{
    if (PanelSection *known = m_foldedByKey.value(section.key))
        return known;
    auto *made = new PanelSection(m_theme, section.key + QLatin1String("Section"),
                                  PanelSection::Kind::Folding, this);
    made->setTitle(section.title);
    auto *facts = new FactRows(section.key + QLatin1String("Facts"), made);
    made->body()->addWidget(facts);
    m_folded->addWidget(made);
    m_foldedByKey.insert(section.key, made);
    m_foldedFacts.insert(section.key, facts);
    return made;
}

void RecordView::showFolded(const QList<RecordSection> &sections)
{
    for (const RecordSection &section : sections) {
        PanelSection *widget = foldedSection(section);
        m_foldedFacts.value(section.key)->setLines(section.lines, true);
        // Nothing known: the heading would only promise.
        widget->setVisible(!section.isEmpty() || m_kept.contains(section.key));
    }
}

} // namespace roster
