// SPDX-License-Identifier: MIT
#include "ui/archive/reviewsheet.h"

#include "core/domain/validation.h"
#include "ui/archive/targetlist.h"
#include "ui/text/fieldtext.h"
#include "ui/text/reviewtext.h"
#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Kind = BulkAction::Kind;

constexpr int CardWidth = 620;
constexpr int LongestName = 120;

int countOf(const QList<BulkTarget> &targets, Role role)
{
    return static_cast<int>(std::count_if(targets.begin(), targets.end(),
                                          [role](const auto &each) { return each.role == role; }));
}

QString sheetName(Kind kind)
{
    if (kind == Kind::Archive)
        return u"archiveSheet"_s;
    return kind == Kind::Restore ? u"restoreSheet"_s : u"reviewSheet"_s;
}

QString buttonName(Kind kind)
{
    if (kind == Kind::Archive)
        return u"archiveButton"_s;
    return kind == Kind::Restore ? u"restoreButton"_s : u"goOnButton"_s;
}

//! People lose something by it, if only for a while: no key presses the button.
bool isGrave(const BulkReview &review)
{
    const BulkAction &action = review.words.action;
    return action.kind == Kind::Archive || review.needsTypedCount() ||
           (action.kind == Kind::Update && updateKindOf(action.patch) == UpdateKind::Emails);
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ReviewSheet::ReviewSheet(const Theme &theme, const BulkReview &review, QWidget *host)
    : TaskSheet(theme, sheetName(review.words.action.kind), host, nullptr)
    , m_theme(theme)
    , m_review(review)
{
    setCardWidth(CardWidth);
    const int changing = static_cast<int>(review.changing.size());
    setTitle(reviewTitle(review.words, changing, review.chosen));
    setSubtitle(reviewCaution(review.words));
    addFacts();
    body()->addWidget(new TargetList(m_theme, m_review.changing, this));
    addName();
    if (review.needsTypedCount())
        addTypedCount();
    addMainButton();
}

void ReviewSheet::addFacts()
{
    auto *lines = new QGridLayout;
    lines->setContentsMargins(24, 0, 0, 0);
    lines->setHorizontalSpacing(10);
    lines->setVerticalSpacing(8);
    lines->setColumnStretch(1, 1);
    const auto &changing = m_review.changing;
    const int users = countOf(changing, Role::User);
    const int leads = countOf(changing, Role::Lead);
    addFact(*lines, static_cast<int>(changing.size()), reviewChangeText(m_review.words),
            users + leads > 0 ? roleSplit(users, leads) : QString());
    if (m_review.replaced > 0)
        addFact(*lines, m_review.replaced, reviewReplacedText(m_review.words, m_review.replaced));
    if (m_review.already > 0)
        addFact(*lines, m_review.already, reviewAlreadyText(m_review.words, m_review.already));
    if (m_review.hidden > 0)
        addFact(*lines, m_review.hidden, hiddenText());
    body()->addLayout(lines);
    if (m_review.isUncounted)
        addUncounted();
    setAccessibleDescription(m_facts.join(u". "_s));
}

QString ReviewSheet::hiddenText() const
{
    if (m_review.chosen == 1)
        return tr("is hidden by filters: no row shows it");
    return m_review.hidden == 1 ? tr("of all those selected is hidden by filters")
                                : tr("of all those selected are hidden by filters");
}

void ReviewSheet::addUncounted()
{
    const QString text = reviewUncountedText(m_review.words);
    QLabel *label = plainLabel(text, this);
    label->setWordWrap(true);
    setKind(*label, u"muted"_s);
    body()->addWidget(label);
    m_facts.append(text);
}

void ReviewSheet::addFact(QGridLayout &lines, int count, const QString &sentence,
                          const QString &more)
{
    const int row = lines.rowCount();
    auto *number = plainLabel(QLocale().toString(count), this);
    QFont bold = m_theme.type().body;
    bold.setWeight(QFont::DemiBold);
    number->setFont(bold);
    lines.addWidget(number, row, 0, Qt::AlignTrailing | Qt::AlignVCenter);
    auto *words = new QHBoxLayout;
    words->setSpacing(6);
    words->addWidget(plainLabel(sentence, this));
    if (!more.isEmpty()) {
        auto *further = plainLabel(tr("· %1", "a further fact").arg(more), this);
        setKind(*further, u"muted"_s);
        words->addWidget(further);
    }
    words->addStretch(1);
    lines.addLayout(words, row, 1);
    m_facts.append(QLocale().toString(count) + u' ' + sentence +
                   (more.isEmpty() ? QString() : u", "_s + more));
}

void ReviewSheet::addName()
{
    m_name = new TextField(m_theme, u"batchNameEdit"_s, tr("Name this batch"), this);
    m_name->setMaxLength(LongestName);
    m_name->setText(m_review.suggestedName);
    m_name->setPlaceholderText(tr("Churned in May"));
    m_name->selectAll();
    body()->addWidget(
        new FormField(m_theme, u"batchNameField"_s, tr("&Name this batch"), m_name, this));
    setFirstFocus(m_name);
}

void ReviewSheet::addTypedCount()
{
    const QString count = QLocale().toString(m_review.changing.size());
    const QString label = tr("&Type %1 to go on").arg(count);
    m_typed = new TextField(m_theme, u"typedCountEdit"_s, QString(label).remove(u'&'), this);
    m_typed->setMaxLength(LongestName);
    auto *field = new FormField(m_theme, u"typedCountField"_s, label, m_typed, this);
    field->setHint(m_review.changing.size() > BulkReview::mostUntyped
                       ? tr("These are more than %1 contacts.")
                             .arg(QLocale().toString(BulkReview::mostUntyped))
                       : tr("This is more than a fifth of the workspace."));
    body()->addWidget(field);
    connect(m_typed, &QLineEdit::textChanged, this, [this] { updateButtons(); });
}

void ReviewSheet::addMainButton()
{
    const bool grave = isGrave(m_review);
    QPushButton *button =
        addFooter(buttonName(m_review.words.action.kind),
                  reviewButtonText(m_review.words, static_cast<int>(m_review.changing.size())),
                  grave ? Main::Danger : Main::Primary);
    // No key presses it, but it is what the sheet is for, and it can be undone: the primary look.
    if (grave)
        setKind(*button, u"primary"_s);
}

bool ReviewSheet::canProceed() const
{
    return !m_typed || isCountTyped(m_typed->text(), m_review.changing.size());
}

void ReviewSheet::proceed()
{
    Q_EMIT confirmed(m_review.changing, tidied(m_name->text()));
    dismiss();
}

} // namespace roster
