// SPDX-License-Identifier: MIT
#include "ui/duplicates/duplicatessheet.h"

#include "core/service/session.h"
#include "ui/duplicates/alikemodel.h"
#include "ui/tags/pickdelegate.h"
#include "ui/tags/pickmodel.h"
#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sheetbuttons.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 740;
constexpr int GroupRows = 6;
constexpr int ContactRows = 4;
constexpr int NarrowWidth = 200;
constexpr int FrameMargin = 4;
constexpr std::pair<const char *, DuplicateKind> Kinds[] = {{"email", DuplicateKind::Email},
                                                            {"phone", DuplicateKind::Phone},
                                                            {"name", DuplicateKind::Name}};

//! A view in a frame, as high as so many lines.
QFrame *framed(QAbstractItemView *view, int height, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    setKind(*frame, u"list"_s);
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(FrameMargin, FrameMargin, FrameMargin, FrameMargin);
    inner->addWidget(view);
    view->setFrameShape(QFrame::NoFrame);
    // Of the frame too: beside words that wrap, it would be made smaller than what is in it.
    view->setFixedHeight(height);
    frame->setFixedHeight(height + 2 * FrameMargin);
    return frame;
}

} // namespace

DuplicatesSheet::DuplicatesSheet(const Theme &theme, Session &session, QWidget *host)
    : TaskSheet(theme, u"duplicatesSheet"_s, host, nullptr)
    , m_session(session)
    , m_words(session.book(), [&session] { return session.now(); })
    , m_groupModel(new PickModel({}, this))
    , m_contactModel(new AlikeModel(m_words, this))
{
    setCardWidth(CardWidth);
    setTitle(tr("Find duplicates"));
    setSubtitle(
        tr("Contacts of this copy of the workspace that are perhaps one person, those first that "
           "Intercom can merge."));
    buildHead(theme);
    buildLists(theme);
    buildFoot();
    showKind(DuplicateKind::Email);
}

DuplicatesSheet::~DuplicatesSheet()
{
    if (m_search)
        m_search->cancel();
}

void DuplicatesSheet::buildHead(const Theme &theme)
{
    m_kinds = new SegmentedControl(theme, u"duplicateKindSegments"_s, tr("What they share"), this);
    m_kinds->addChoice(u"email"_s, tr("Same email"));
    m_kinds->addChoice(u"phone"_s, tr("Same phone"));
    m_kinds->addChoice(u"name"_s, tr("Same name"));
    m_narrow = new TextField(theme, u"duplicateNarrowEdit"_s, tr("Narrow down the groups"), this);
    m_narrow->setPlaceholderText(tr("Narrow down"));
    m_narrow->setFixedWidth(NarrowWidth);
    auto *row = new QHBoxLayout;
    row->addWidget(m_kinds);
    row->addStretch(1);
    row->addWidget(m_narrow);
    body()->addLayout(row);
    m_count = new QLabel(this);
    m_count->setObjectName(u"duplicateCountLabel"_s);
    m_count->setTextFormat(Qt::PlainText);
    setKind(*m_count, u"muted"_s);
    body()->addWidget(m_count);
    connect(m_kinds, &SegmentedControl::currentChanged, this, [this](const QString &id) {
        for (const auto &[name, kind] : Kinds) {
            if (id == QLatin1String(name))
                showKind(kind);
        }
    });
    connect(m_narrow, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_groupModel->setText(text);
        if (m_groupModel->rowCount() > 0)
            m_groups->setCurrentIndex(m_groupModel->index(0));
        showGroup();
    });
}

void DuplicatesSheet::buildLists(const Theme &theme)
{
    m_groups = new QListView(this);
    m_groups->setObjectName(u"duplicateGroupList"_s);
    m_groups->setAccessibleName(tr("Groups of duplicates"));
    m_groups->setModel(m_groupModel);
    m_groups->setItemDelegate(new PickDelegate(theme, this));
    m_groups->setUniformItemSizes(true);
    m_groups->setMouseTracking(true);
    m_groups->setTabKeyNavigation(false);

    m_contacts = new QTableView(this);
    m_contacts->setObjectName(u"duplicateContactTable"_s);
    m_contacts->setModel(m_contactModel);
    m_contacts->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_contacts->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_contacts->setShowGrid(false);
    m_contacts->setTabKeyNavigation(false);
    m_contacts->setWordWrap(false);
    m_contacts->verticalHeader()->hide();
    m_contacts->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_contacts->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = m_contacts->horizontalHeader();
    header->setHighlightSections(false);
    header->setFixedHeight(metrics::headerHeight);
    const int widths[] = {150, 52, 178, 124, 84, 84};
    for (int column = 0; column < AlikeModel::ColumnCount; ++column)
        header->resizeSection(column, widths[column]);
    header->setStretchLastSection(true);

    m_advice = new QLabel(this);
    m_advice->setObjectName(u"duplicateAdviceLabel"_s);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_advice->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    // So that the sheet does not jump from group to group.
    m_advice->setMinimumHeight(2 * QFontMetrics(theme.type().body).lineSpacing());

    auto *lists = new QWidget(this);
    auto *column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(framed(m_groups, GroupRows * PickDelegate::RowHeight, lists));
    column->addWidget(
        framed(m_contacts, metrics::headerHeight + ContactRows * metrics::rowHeight, lists));
    m_state = new EmptyState(theme, u"duplicateState"_s, this);
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"duplicatePages"_s);
    m_pages->addWidget(lists);
    m_pages->addWidget(m_state);
    body()->addWidget(m_pages);
    body()->addWidget(m_advice);
    connect(m_groups->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DuplicatesSheet::showGroup);
    connect(m_contacts->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DuplicatesSheet::updateChoice);
    connect(m_contacts, &QTableView::doubleClicked, this, &DuplicatesSheet::openCurrent);
}

void DuplicatesSheet::buildFoot()
{
    m_open = makeButton(u"openDuplicateButton"_s, tr("&Open contact"), this);
    buttons().addLeading(m_open);
    connect(m_open, &QPushButton::clicked, this, &DuplicatesSheet::openCurrent);
    addFooter(u"mergeDuplicatesButton"_s, tr("&Merge lead into user…"));
    cancelButton()->setText(tr("Close"));
    cancelButton()->setAccessibleName(tr("Close"));
    // There are no groups yet.
    setFirstFocus(cancelButton());
}

void DuplicatesSheet::showKind(DuplicateKind kind)
{
    m_kind = kind;
    if (m_search)
        m_search->cancel();
    m_narrow->clear();
    message().clear();
    if (m_found.contains(static_cast<int>(kind)))
        showFound();
    else
        look();
}

void DuplicatesSheet::look()
{
    m_count->clear();
    m_groupModel->setItems({});
    m_state->setContent(Icons::Search, tr("Looking for duplicates…"), {});
    m_pages->setCurrentWidget(m_state);
    showGroup();
    OperationOf<Duplicates> *search = m_session.book().duplicates(m_kind);
    if (!search)
        return showFailure(ApiError::storage(u"duplicates"_s));
    m_search = search;
    search->onFinished(this, [this, kind = m_kind](const Result<Duplicates> &found) {
        if (found)
            m_found.insert(static_cast<int>(kind), *found);
        if (kind != m_kind)
            return;
        if (found)
            showFound();
        else if (found.error().kind != ErrorKind::Cancelled)
            showFailure(found.error());
    });
}

void DuplicatesSheet::showFound()
{
    const Duplicates &found = m_found[static_cast<int>(m_kind)];
    QList<PickItem> items;
    for (qsizetype i = 0; i < found.groups.size(); ++i)
        items.append({QString::number(i), sharedText(m_kind, found.groups.at(i)),
                      groupFacts(found.groups.at(i),
                                 [this](std::optional<qint64> at) { return m_words.ago(at); }),
                      false});
    m_groupModel->setItems(items);
    m_count->setText(items.isEmpty() ? QString() : countText(found));
    m_narrow->setEnabled(!items.isEmpty());
    if (items.isEmpty()) {
        m_state->setContent(Icons::Check, tr("No duplicates"), nothingText(m_kind));
        m_pages->setCurrentWidget(m_state);
    } else {
        m_pages->setCurrentIndex(0);
        m_groups->setCurrentIndex(m_groupModel->index(0));
        // Whoever has gone elsewhere meanwhile is not called back.
        if (isVisible() && window()->focusWidget() == cancelButton())
            m_groups->setFocus(Qt::OtherFocusReason);
    }
    if (isVisible())
        announce(*m_count, items.isEmpty() ? nothingText(m_kind) : countText(found));
    showGroup();
}

void DuplicatesSheet::showFailure(const ApiError &error)
{
    m_state->setContent(Icons::Warning, tr("The contacts could not be looked through"), {});
    QPushButton *again = m_state->addButton(u"lookAgainButton"_s, tr("&Try again"));
    connect(again, &QPushButton::clicked, this, &DuplicatesSheet::look);
    m_pages->setCurrentWidget(m_state);
    showError(error, Doing::Loading);
}

const DuplicateGroup *DuplicatesSheet::group() const
{
    const QModelIndex current = m_groups->currentIndex();
    const auto found = m_found.constFind(static_cast<int>(m_kind));
    if (!current.isValid() || found == m_found.constEnd())
        return nullptr;
    const int number = current.data(PickModel::IdRole).toInt();
    return number < found->groups.size() ? &found->groups.at(number) : nullptr;
}

void DuplicatesSheet::showGroup()
{
    const DuplicateGroup *shown = group();
    m_contactModel->setContacts(shown ? shown->contacts : QList<ContactRow>());
    m_contacts->setAccessibleName(
        shown ? tr("Contacts that share %1").arg(sharedText(m_kind, *shown)) : tr("Contacts"));
    if (shown)
        chooseAtFirst();
    updateChoice();
}

//! The pair that was seen last, where there is one.
void DuplicatesSheet::chooseAtFirst()
{
    const QList<ContactRow> &all = group()->contacts;
    const auto rowOfRole = [&all](Role role) {
        for (qsizetype row = 0; row < all.size(); ++row) {
            if (all.at(row).role == role)
                return static_cast<int>(row);
        }
        return 0;
    };
    QList<int> rows{0};
    if (group()->isMergeable())
        rows = {rowOfRole(Role::Lead), rowOfRole(Role::User)};
    QItemSelectionModel &selection = *m_contacts->selectionModel();
    selection.clearSelection();
    for (const int row : rows)
        selection.select(m_contactModel->index(row, 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    selection.setCurrentIndex(m_contactModel->index(rows.constLast(), 0),
                              QItemSelectionModel::NoUpdate);
}

QList<ContactRow> DuplicatesSheet::chosen() const
{
    QList<ContactRow> rows;
    const QModelIndexList selected = m_contacts->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(m_contactModel->contactAt(index.row()));
    return rows;
}

void DuplicatesSheet::updateChoice()
{
    const DuplicateGroup *shown = group();
    QString advice;
    if (shown) {
        advice = adviceText(*shown, chosen());
        const int more = shown->total - static_cast<int>(shown->contacts.size());
        if (more > 0)
            advice += QLatin1Char(' ') +
                      (more == 1 ? tr("1 more contact is not listed.")
                                 : tr("%Ln more contacts are not listed.", nullptr, more));
    }
    m_advice->setText(advice);
    m_advice->setVisible(m_pages->currentIndex() == 0);
    if (m_open)
        m_open->setEnabled(shown && m_contacts->currentIndex().isValid());
    updateButtons();
}

void DuplicatesSheet::openCurrent()
{
    const QModelIndex current = m_contacts->currentIndex();
    if (!current.isValid())
        return;
    Q_EMIT openRequested(m_contactModel->contactAt(current.row()).id);
    dismiss();
}

bool DuplicatesSheet::canProceed() const
{
    return group() && mergePairOf(chosen());
}

void DuplicatesSheet::proceed()
{
    const std::optional<MergePair> pair = mergePairOf(chosen());
    // First away, so that what is asked next lies over the window alone.
    dismiss();
    Q_EMIT mergeRequested(pair->lead, pair->user);
}

} // namespace roster
