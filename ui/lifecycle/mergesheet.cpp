// SPDX-License-Identifier: MIT
#include "ui/lifecycle/mergesheet.h"

#include "ui/lifecycle/lifecycleport.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/comparegrid.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 740;

BulkTarget targetOf(const Contact &contact)
{
    return {contact.id, contact.label(), contact.email(), contact.role()};
}

QString nameOf(const Contact &contact)
{
    const QString words = inSentence(contact.label());
    return words.isEmpty() ? contact.id.text() : words;
}

QLabel *addWords(QVBoxLayout *column, const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column->addWidget(label);
    return label;
}

QString summaryText(const QList<MergeLine> &lines)
{
    const auto taken =
        static_cast<int>(std::count_if(lines.cbegin(), lines.cend(), [](const MergeLine &line) {
            return line.fate == MergeLine::Fate::TakenOver;
        }));
    const auto lost = static_cast<int>(std::count_if(
        lines.cbegin(), lines.cend(), [](const MergeLine &line) { return line.isLost(); }));
    const QString takenText =
        taken == 1 ? MergeSheet::tr("One value is taken over from the lead.")
                   : MergeSheet::tr("%Ln values are taken over from the lead.", nullptr, taken);
    const QString lostText =
        lost == 1 ? MergeSheet::tr("One value of the lead is dropped, since the user has another.")
                  : MergeSheet::tr("%Ln values of the lead are dropped, since the user has others.",
                                   nullptr, lost);
    if (lost == 0)
        return taken == 0 ? MergeSheet::tr("No value of the lead is lost.") : takenText;
    return taken == 0 ? lostText
                      : MergeSheet::tr("%1 %2", "two sentences").arg(takenText, lostText);
}

} // namespace

MergeSheet::MergeSheet(const Theme &theme, LifecyclePort &port, ContactBook &book,
                       const ValueWords &words, QWidget *host)
    : TaskSheet(theme, u"mergeSheet"_s, host, nullptr)
    , m_port(port)
    , m_book(book)
    , m_words(words)
    , m_warning(addWords(body(), u"mergeWarningLabel"_s, this))
    , m_summary(addWords(body(), u"mergeSummaryLabel"_s, this))
{
    setCardWidth(CardWidth);
    setKind(*m_warning, u"problem"_s);
    m_warning->setText(tr("They share neither email nor phone. Look twice whether they are the "
                          "same person."));
    m_warning->hide();
    placeMessage();
    QPushButton *another = makeQuietButton(u"anotherUserButton"_s, tr("A&nother user…"), this);
    buttons().addLeading(another);
    connect(another, &QPushButton::clicked, this, [this] {
        if (isBusy())
            return;
        dismiss();
        Q_EMIT backRequested();
    });
    addFooter(u"mergeForGoodButton"_s, tr("&Merge for good"), Main::Danger);
    setFirstFocus(cancelButton());
}

void MergeSheet::setContacts(const Contact &lead, const Contact &user)
{
    m_lead = lead;
    m_user = user;
    setTitle(tr("Merge %1 into %2?", "lead, user").arg(nameOf(lead), nameOf(user)));
    setSubtitle(tr("This cannot be undone. The lead is gone afterwards; its conversations, notes, "
                   "tags and companies go to the user. The user’s own values stay, and what it "
                   "lacks is taken over from the lead."));
    m_warning->setVisible(!areAlike(lead, user));
    const QList<MergeLine> lines = mergePreview(lead, user, m_book, m_words);
    m_summary->setText(summaryText(lines));
    if (!m_grid || lines != m_lines)
        showLines(lines);
}

void MergeSheet::showLines(const QList<MergeLine> &lines)
{
    m_lines = lines;
    delete m_grid;
    m_grid = new CompareGrid(u"mergeGrid"_s, {tr("Lead"), tr("User"), tr("After the merge")}, this);
    m_grid->setDense();
    for (qsizetype row = 0; row < lines.size(); ++row)
        addLine(lines.at(row), static_cast<int>(row));
    body()->addWidget(m_grid);
}

void MergeSheet::addLine(const MergeLine &line, int row)
{
    const auto cell = [&](const QString &column, const QString &spoken, const QString &text,
                          bool isMuted) {
        const bool isNothing = text.isEmpty();
        return CompareGrid::readOnlyCell(u"merge_%1_%2Label"_s.arg(row).arg(column), spoken,
                                         isNothing ? tr("–", "no value") : text,
                                         isNothing || isMuted, m_grid);
    };
    QWidget *lead =
        cell(u"lead"_s, tr("%1, lead", "field").arg(line.title), line.lead, line.isLost());
    QWidget *user = cell(u"user"_s, tr("%1, user", "field").arg(line.title), line.user, false);
    QWidget *after =
        cell(u"after"_s, tr("%1, after the merge", "field").arg(line.title), line.after, false);
    // What remains is what counts.
    if (!line.after.isEmpty())
        setKind(*after, u"bold"_s);
    m_grid->addRow(line.title, {lead, user, after});
}

void MergeSheet::proceed()
{
    OperationOf<Contact> *merging = m_port.merge(targetOf(m_lead), targetOf(m_user));
    merging->onFinished(this, [this](const Result<Contact> &user) {
        if (!user) {
            showError(user.error(), Doing::MergingContacts);
            return;
        }
        Q_EMIT merged(m_lead.id, *user);
        dismiss();
    });
    hold(merging, tr("Merging"));
}

} // namespace roster
