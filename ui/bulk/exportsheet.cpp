// SPDX-License-Identifier: MIT
#include "ui/bulk/exportsheet.h"

#include "core/service/session.h"
#include "ui/bulk/contactexport.h"
#include "ui/prompts/prompts.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 540;
constexpr int ListHeight = 300;
constexpr int RowHeight = 26;
constexpr int IdRole = Qt::UserRole + 1;

} // namespace

ExportSheet::ExportSheet(const Theme &theme, Session &session, const QList<BulkTarget> &targets,
                         Prompts &prompts, QWidget *host)
    : TaskSheet(theme, u"exportSheet"_s, host, nullptr)
    , m_session(session)
    , m_files(prompts)
    , m_columns(exportColumns(session.book()))
    , m_list(new QListWidget(this))
{
    for (const BulkTarget &target : targets)
        m_ids.append(target.id);
    const auto count = static_cast<int>(targets.size());
    setCardWidth(CardWidth);
    setTitle(count == 1 ? tr("Export this contact") : tr("Export %Ln contacts", nullptr, count));
    setSubtitle(tr("As a table (CSV) that only you can read. What a spreadsheet would take for a "
                   "formula, such as a phone number that begins with +, gets an apostrophe in "
                   "front."));
    addList();
    addListButtons();
    addCaution();
    QStringList first;
    for (const ExportColumn &column : std::as_const(m_columns)) {
        if (column.isChosenAtFirst)
            first.append(column.id);
    }
    setChosen(first);
    addFooter(u"exportButton"_s, tr("&Export…"));
    setFirstFocus(m_list);
}

void ExportSheet::addList()
{
    auto *label = new QLabel(tr("&Columns, in their order"), this);
    label->setBuddy(m_list);
    setKind(*label, u"label"_s);
    m_list->setObjectName(u"exportColumnList"_s);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTabKeyNavigation(false);
    m_list->setFixedHeight(ListHeight);
    m_list->installEventFilter(this);
    auto *frame = new QFrame(this);
    setKind(*frame, u"list"_s);
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(4, 4, 4, 4);
    inner->addWidget(m_list);
    body()->addWidget(label);
    body()->addWidget(frame);
    connect(m_list, &QListWidget::itemChanged, this, [this] { updateButtons(); });
}

void ExportSheet::addListButtons()
{
    m_up = makeButton(u"columnUpButton"_s, tr("Move &up"), this);
    m_down = makeButton(u"columnDownButton"_s, tr("Move &down"), this);
    QPushButton *all = makeLinkButton(u"allColumnsButton"_s, tr("A&ll"), this);
    QPushButton *none = makeLinkButton(u"noColumnsButton"_s, tr("&None"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addStretch(1);
    row->addWidget(all);
    row->addWidget(none);
    body()->addLayout(row);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(all, &QPushButton::clicked, this, [this] { choose(true); });
    connect(none, &QPushButton::clicked, this, [this] { choose(false); });
}

void ExportSheet::addCaution()
{
    auto *label =
        new QLabel(tr("The file holds personal data: keep it safe and delete it when done."), this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setKind(*label, u"muted"_s);
    body()->addWidget(label);
}

void ExportSheet::addItem(const ExportColumn &column, bool isChosen)
{
    auto *item = new QListWidgetItem(column.title, m_list);
    item->setData(IdRole, column.id);
    item->setToolTip(column.id);
    item->setSizeHint({200, RowHeight});
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                   Qt::ItemIsDragEnabled);
    item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
}

void ExportSheet::setChosen(const QStringList &ids)
{
    const QList<ExportColumn> first = chosenColumns(m_columns, ids);
    m_list->clear();
    for (const ExportColumn &column : first)
        addItem(column, true);
    for (const ExportColumn &column : std::as_const(m_columns)) {
        if (!ids.contains(column.id))
            addItem(column, false);
    }
    m_list->setCurrentRow(0);
    updateButtons();
}

QStringList ExportSheet::chosen() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            ids.append(m_list->item(row)->data(IdRole).toString());
    }
    return ids;
}

void ExportSheet::move(int by)
{
    const int row = m_list->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(row));
    m_list->setCurrentRow(to);
}

void ExportSheet::choose(bool all)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setCheckState(all ? Qt::Checked : Qt::Unchecked);
}

// The keys of the two buttons, where the hand is.
bool ExportSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isMove = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (isMove && key->modifiers() == Qt::AltModifier) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return TaskSheet::eventFilter(watched, event);
}

bool ExportSheet::canProceed() const
{
    return !chosen().isEmpty();
}

void ExportSheet::proceed()
{
    const QString date = QDate::currentDate().toString(Qt::ISODate);
    m_files
        .chooseFileToSave(
            {tr("Export contacts"), u"contacts-%1.csv"_s.arg(date), tr("Tables (*.csv)")})
        ->onFinished(this, [this](const Result<QString> &path) {
            if (path && !path->isEmpty())
                write(*path);
        });
}

void ExportSheet::write(const QString &path)
{
    auto *writing =
        new ContactExport(m_session.book(), m_ids, chosenColumns(m_columns, chosen()), path, this);
    connect(writing, &ContactExport::progressed, this, [this](int done, int total) {
        const QLocale locale;
        buttons().setNote(tr("%1 of %2").arg(locale.toString(done), locale.toString(total)));
    });
    writing->onFinished(this, [this, path](const Result<int> &written) {
        if (!written)
            return showError(written.error(), Doing::Exporting);
        Q_EMIT exported(*written, path, chosen());
        dismiss();
    });
    hold(writing, tr("Writing the table"));
}

} // namespace roster
