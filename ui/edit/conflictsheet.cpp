// SPDX-License-Identifier: MIT
#include "ui/edit/conflictsheet.h"

#include "ui/text/reltime.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choicecell.h"
#include "ui/widgets/comparegrid.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 740;
//! Within a minute RelTime says "just now", which is right for the first seconds only.
constexpr qint64 Minute = 60;
constexpr qint64 JustNow = 2;

//! "40 s ago"; empty when it cannot be told.
QString savedText(const Contact &theirs, qint64 now)
{
    const std::optional<qint64> at = theirs.time(ContactField::UpdatedAt);
    if (!at || *at > now)
        return ConflictSheet::tr("It was saved elsewhere meanwhile.");
    const qint64 ago = now - *at;
    const QString when = ago >= JustNow && ago < Minute
                             ? ConflictSheet::tr("%Ln s ago", nullptr, static_cast<int>(ago))
                             : RelTime::relative(QDateTime::fromSecsSinceEpoch(*at),
                                                 QDateTime::fromSecsSinceEpoch(now));
    return ConflictSheet::tr("It was saved elsewhere %1.", "how long ago").arg(when);
}

QString countText(qsizetype fields)
{
    return fields == 1 ? ConflictSheet::tr("One field differs; choose what to keep.")
                       : ConflictSheet::tr("%Ln fields differ; choose what to keep.", nullptr,
                                           static_cast<int>(fields));
}

//! Names widgets after the place, as the form does.
QString baseName(const PatchPlace &place)
{
    return place.attribute.isEmpty() ? QString(contactFieldInfo(place.field).jsonName)
                                     : u"attribute_"_s + place.attribute;
}

bool isDecided(const QAbstractButton *theirs, const QAbstractButton *yours)
{
    return theirs->isChecked() || yours->isChecked();
}

} // namespace

ConflictSheet::ConflictSheet(const Theme &theme, const ValueWords &words, QWidget *host)
    : TaskSheet(theme, u"conflictSheet"_s, host, nullptr)
    , m_theme(theme)
    , m_words(words)
{
    setCardWidth(CardWidth);
    placeMessage();
    QPushButton *all = makeQuietButton(u"keepAllTheirsButton"_s, tr("Keep all &theirs"), this);
    buttons().addLeading(all);
    connect(all, &QPushButton::clicked, this, &ConflictSheet::keepAllTheirs);
    addFooter(u"saveChoicesButton"_s, tr("&Save"));
    cancelButton()->setText(tr("&Back to editing"));
    cancelButton()->setAccessibleName(tr("Back to editing"));
}

void ConflictSheet::setConflicts(const Contact &theirs, const QList<FieldConflict> &conflicts,
                                 qint64 now)
{
    const bool isAgain = m_grid != nullptr;
    const QString who = inSentence(theirs.label());
    setTitle(who.isEmpty() ? tr("This contact changed while you were editing")
                           : tr("%1 changed while you were editing", "person").arg(who));
    setSubtitle(tr("%1 %2 Everything else was merged.", "when it was saved, how many fields")
                    .arg(savedText(theirs, now), countText(conflicts.size())));
    m_rows.clear();
    delete m_grid;
    m_grid = new CompareGrid(u"conflictGrid"_s, {tr("Before"), tr("Theirs"), tr("Yours")}, this);
    for (const FieldConflict &conflict : conflicts)
        addRow(conflict);
    body()->addWidget(m_grid);
    if (!m_rows.isEmpty())
        setFirstFocus(m_rows.constFirst().theirs);
    if (isAgain) {
        message().setMessage(Tone::Warning,
                             tr("It changed again while you were choosing. Nothing was saved."));
        m_rows.constFirst().theirs->setFocus(Qt::OtherFocusReason);
    }
    updateButtons();
}

QString ConflictSheet::shown(const PatchPlace &place, const QJsonValue &value) const
{
    return m_words.text(place, value);
}

void ConflictSheet::addRow(const FieldConflict &conflict)
{
    const PatchPlace &place = conflict.place;
    const QString title = m_words.title(place);
    const QString before = shown(place, conflict.before);
    QWidget *was = CompareGrid::readOnlyCell(
        baseName(place) + u"_beforeLabel"_s, tr("%1, before", "field").arg(title),
        before.isEmpty() ? m_words.nothing(place) : before, before.isEmpty(), m_grid);
    ChoiceCell *theirs = addChoice(conflict, conflict.theirs, u"_theirsButton"_s,
                                   tr("%1, theirs", "field").arg(title));
    ChoiceCell *yours =
        addChoice(conflict, conflict.yours, u"_yoursButton"_s, tr("%1, yours", "field").arg(title));
    auto *group = new QButtonGroup(m_grid);
    group->addButton(theirs);
    group->addButton(yours);
    m_grid->addRow(title, {was, theirs, yours});
    m_rows.append({conflict, theirs, yours});
}

ChoiceCell *ConflictSheet::addChoice(const FieldConflict &conflict, const QJsonValue &value,
                                     const QString &nameEnd, const QString &spoken)
{
    auto *cell = new ChoiceCell(m_theme, baseName(conflict.place) + nameEnd, spoken, m_grid);
    const QString text = shown(conflict.place, value);
    cell->setValue(text.isEmpty() ? m_words.nothing(conflict.place) : text, text.isEmpty());
    cell->installEventFilter(this);
    connect(cell, &QAbstractButton::toggled, this, [this] { updateButtons(); });
    return cell;
}

void ConflictSheet::keepAllTheirs()
{
    if (isBusy())
        return;
    for (const Row &row : std::as_const(m_rows))
        row.theirs->setChecked(true);
    mainButton()->setEnabled(canProceed());
    mainButton()->setFocus(Qt::TabFocusReason);
}

bool ConflictSheet::canProceed() const
{
    return std::all_of(m_rows.cbegin(), m_rows.cend(),
                       [](const Row &row) { return isDecided(row.theirs, row.yours); });
}

void ConflictSheet::proceed()
{
    QList<PatchPlace> theirs;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.theirs->isChecked())
            theirs.append(row.conflict.place);
    }
    Q_EMIT saveRequested(theirs);
}

void ConflictSheet::follow(Operation *saving)
{
    hold(saving, tr("Saving"));
    m_grid->setEnabled(false);
    connect(saving, &Operation::finished, m_grid, [grid = m_grid] { grid->setEnabled(true); });
}

void ConflictSheet::explain()
{
    const auto open = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) {
        return !isDecided(row.theirs, row.yours);
    });
    if (open == m_rows.cend())
        return;
    message().setMessage(Tone::Info, tr("Choose what to keep in each row first."));
    open->theirs->setFocus(Qt::TabFocusReason);
}

void ConflictSheet::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *cell = qobject_cast<ChoiceCell *>(window()->focusWidget());
    // Return on a cell chooses it, and says nothing about the rows that are still open.
    if (isReturn && event->modifiers() == Qt::NoModifier && cell && isAncestorOf(cell)) {
        cell->click();
        event->accept();
        return;
    }
    TaskSheet::keyPressEvent(event);
}

bool ConflictSheet::eventFilter(QObject *watched, QEvent *event)
{
    const auto *cell = qobject_cast<const ChoiceCell *>(watched);
    if (cell && event->type() == QEvent::KeyPress &&
        step(cell, static_cast<QKeyEvent *>(event)->key()))
        return true;
    return TaskSheet::eventFilter(watched, event);
}

//! Left and Right choose within the row, Up and Down go to the rows above and below.
bool ConflictSheet::step(const ChoiceCell *from, int key)
{
    const auto at = std::find_if(m_rows.cbegin(), m_rows.cend(), [from](const Row &row) {
        return row.theirs == from || row.yours == from;
    });
    if (at == m_rows.cend() || isBusy())
        return false;
    const bool isInTheirs = at->theirs == from;
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const bool isOnward = (key == Qt::Key_Right) != isRightToLeft();
        ChoiceCell *to = isOnward ? at->yours : at->theirs;
        to->setChecked(true);
        to->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return false;
    const qsizetype row = (at - m_rows.cbegin()) + (key == Qt::Key_Down ? 1 : -1);
    if (row >= 0 && row < m_rows.size()) {
        const Row &next = m_rows.at(row);
        (isInTheirs ? next.theirs : next.yours)->setFocus(Qt::TabFocusReason);
    }
    return true;
}

} // namespace roster
