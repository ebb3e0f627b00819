// SPDX-License-Identifier: MIT
#include "ui/contacts/contacttableview.h"

#include "ui/contacts/contactheader.h"
#include "ui/contacts/contactselection.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/contacts/tagchipsdelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/liveregion.h"

#include <QtCore/QLocale>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace roster {

namespace {

//! The selection is told of when nothing changed for this long.
constexpr int restBeforeSpeechMs = 350;
//! A scroll bar that rests this long is where somebody wants to be.
constexpr int landingMs = 80;

} // namespace

ContactTableView::ContactTableView(const Theme &theme, ContactTableModel &model,
                                   ContactSelection &selection, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_selection(selection)
    , m_look{theme, model, selection, -1, 0, false}
    , m_header(new ContactHeader(theme, m_look, this))
    , m_speech(new LiveRegion(QStringLiteral("selectionSpeech"), this))
{
    setObjectName(QStringLiteral("contactTable"));
    setAccessibleName(tr("Contacts"));
    setHorizontalHeader(m_header);
    setModel(&model);
    setUpRows();
    setUpColumns();
    applyType();
    connect(&theme, &Theme::changed, this, &ContactTableView::applyType);
    selection.attach(selectionModel());
    m_landing.setSingleShot(true);
    m_landing.setInterval(landingMs);
    connect(&m_landing, &QTimer::timeout, this, &ContactTableView::land);
    connect(&model, &ContactTableModel::fetched, viewport(), qOverload<>(&QWidget::update));
    m_sayTimer.setSingleShot(true);
    m_sayTimer.setInterval(restBeforeSpeechMs);
    connect(&m_sayTimer, &QTimer::timeout, this, &ContactTableView::saySelection);
    connect(&selection, &ContactSelection::changed, this, [this] {
        m_sayTimer.start();
        viewport()->update();
    });
    connect(&selection, &ContactSelection::currentChanged, viewport(),
            qOverload<>(&QWidget::update));
    connect(&model, &ContactTableModel::orderChanged, this, &ContactTableView::sayWhatIsHidden);
    follow(model);
}

void ContactTableView::setUpRows()
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setCornerWidget(new QWidget(this));
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    // The place is kept by key; following the current row is up to the keys that move it.
    setAutoScroll(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
}

void ContactTableView::setUpColumns()
{
    setItemDelegate(new ContactDelegate(m_look, this));
    setItemDelegateForColumn(columnOf(ContactColumn::Name), new NameDelegate(m_look, this));
    setItemDelegateForColumn(columnOf(ContactColumn::Role), new RoleDelegate(m_look, this));
    setItemDelegateForColumn(columnOf(ContactColumn::Companies),
                             new CompaniesDelegate(m_look, this));
    setItemDelegateForColumn(columnOf(ContactColumn::Tags), new TagChipsDelegate(m_look, this));
    m_header->setSort(m_model.query().sortColumn, m_model.query().sortOrder);
    connect(m_header, &ContactHeader::sortRequested, &m_model,
            [this](int column, Qt::SortOrder order) { m_model.sort(column, order); });
    connect(m_header, &ContactHeader::columnsChanged, this, [this] {
        m_look.firstColumn = m_header->firstColumn();
        viewport()->update();
        Q_EMIT stateChanged();
    });
    m_header->resetColumns();
}

void ContactTableView::applyType()
{
    const int text = QFontMetrics(m_look.theme.type().body).height() + 14;
    verticalHeader()->setDefaultSectionSize(std::max(metrics::rowHeight, text));
    m_header->fit(viewport()->width());
    m_header->viewport()->update();
    viewport()->update();
}

void ContactTableView::follow(ContactTableModel &model)
{
    connect(&model, &ContactTableModel::keysGone, this, &ContactTableView::forgetGone);
    connect(&model, &ContactTableModel::queryChanged, this, [this](const ContactQuery &query) {
        m_header->setSort(query.sortColumn, query.sortOrder);
    });
    connect(&model, &ContactTableModel::orderAboutToChange, this, &ContactTableView::rememberPlace);
    connect(&model, &ContactTableModel::orderChanged, this, &ContactTableView::restorePlace);
}

QByteArray ContactTableView::saveState() const
{
    return m_header->saveColumns();
}

bool ContactTableView::restoreState(const QByteArray &state)
{
    if (!m_header->restoreColumns(state))
        return false;
    m_look.firstColumn = m_header->firstColumn();
    m_header->fit(viewport()->width());
    viewport()->update();
    return true;
}

void ContactTableView::setOverlay(QWidget *overlay)
{
    if (overlay == m_overlay)
        return;
    if (m_overlay)
        m_overlay->hide();
    m_overlay = overlay;
    if (!overlay)
        return;
    overlay->setParent(this);
    placeOverlay();
    overlay->show();
    overlay->raise();
}

void ContactTableView::placeOverlay()
{
    if (m_overlay)
        m_overlay->setGeometry(viewport()->geometry());
}

void ContactTableView::selectAll()
{
    m_selection.selectAll();
}

// The mirror's ranges are never expanded into cells here, as the base class does for screen
// readers: with all of many contacts selected that is millions.
void ContactTableView::selectionChanged(const QItemSelection &, const QItemSelection &)
{
    viewport()->update();
}

// Once the selection rests, and the count alone: a sweep over a hundred rows is one sentence.
void ContactTableView::saySelection()
{
    const QLocale locale;
    const int hidden = m_selection.hiddenCount();
    const QString shown = locale.toString(m_selection.count() - hidden);
    const QString all = locale.toString(m_model.rowCount());
    QString text = tr("%1 of %2 selected").arg(shown, all);
    if (hidden > 0)
        text = tr("%1, and %2 that filters hide", "what is selected")
                   .arg(text, locale.toString(hidden));
    m_saidHidden = hidden;
    if (m_selection.isEmpty())
        text.clear();
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    m_speech->say(text.isEmpty() ? tr("Nothing selected") : text);
}

// Another query hides what is selected, or shows it again. Rows that come and go beside it are not
// worth a word.
void ContactTableView::sayWhatIsHidden(bool isNewQuery)
{
    if (!m_selection.isEmpty() && (isNewQuery || m_selection.hiddenCount() != m_saidHidden))
        m_sayTimer.start();
}

void ContactTableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (m_selection.currentRow() < 0 && m_model.rowCount() > 0)
        m_selection.setCurrentRow(std::max(visibleRows().first, 0));
    setKeyboardFocus(reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                     reason == Qt::ShortcutFocusReason);
}

void ContactTableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void ContactTableView::setKeyboardFocus(bool isKeyboard)
{
    m_isKeyboardFocus = isKeyboard;
    viewport()->update();
}

void ContactTableView::paintEvent(QPaintEvent *event)
{
    if (m_overlay && m_overlay->isVisible())
        return;
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    paintBand(painter);
    paintFocus(painter);
}

void ContactTableView::paintBand(QPainter &painter) const
{
    if (!m_band)
        return;
    const QRect rect = toViewport(m_band->rect());
    painter.fillRect(rect, m_look.theme.color(ColorRole::Band));
    painter.setPen(m_look.theme.color(ColorRole::Accent));
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
}

void ContactTableView::paintFocus(QPainter &painter) const
{
    const int row = m_selection.currentRow();
    if (!m_isKeyboardFocus || !hasFocus() || row < 0)
        return;
    const QRect rect(0, row * rowHeight() - verticalScrollBar()->value(), viewport()->width(),
                     rowHeight() - 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look.theme.color(ColorRole::Focus), metrics::focusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace roster
