// SPDX-License-Identifier: MIT
#include "ui/archive/archivedview.h"

#include "ui/archive/archivedlist.h"
#include "ui/archive/archivedmodel.h"
#include "ui/text/errortext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int BarHeight = 46;
constexpr int FilterWidth = 260;
//! Filtering begins when typing rests this long.
constexpr int TypingMs = 120;

} // namespace

ArchivedView::ArchivedView(const Theme &theme, ArchiveBook &book, std::function<qint64()> now,
                           const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_model(new ArchivedModel(book, std::move(now), zone, this))
    , m_filter(new TextField(theme, u"archivedFilterEdit"_s, tr("Filter archived contacts"), this))
    , m_count(new QLabel(this))
    , m_restore(makeButton(u"restoreSelectedButton"_s, {}, this))
    , m_today(makeQuietButton(u"restoreTodayButton"_s, tr("Restore everything from today"), this))
    , m_stack(new QStackedWidget(this))
    , m_list(new ArchivedList(theme, *m_model, this))
    , m_empty(new EmptyState(theme, u"archivedEmpty"_s, this))
{
    setObjectName(u"archivedView"_s);
    m_filter->setPlaceholderText(tr("Name, email or batch"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(FilterWidth);
    setKind(*m_count, u"small"_s);
    m_restore->hide();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *bar = new QFrame(this);
    setKind(*bar, u"toolbar"_s);
    bar->setFixedHeight(BarHeight);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 0, 12, 0);
    line->addWidget(m_filter);
    line->addWidget(m_restore);
    line->addWidget(m_today);
    line->addStretch(1);
    line->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_stack, 1);

    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingMs);
    connect(m_filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] { m_model->setText(m_filter->text()); });
    connect(m_model, &ArchivedModel::loaded, this, &ArchivedView::loaded);
    connect(m_list, &ArchivedList::actionTriggered, this, &ArchivedView::act);
    connect(m_list, &ArchivedList::selectedChanged, this, &ArchivedView::updateWords);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ArchivedView::tellShown);
    connect(m_restore, &QPushButton::clicked, this, &ArchivedView::restoreSelected);
    connect(m_today, &QPushButton::clicked, this, &ArchivedView::todayRequested);
    m_today->hide();
}

void ArchivedView::setTodayOffered(bool isOffered)
{
    m_today->setVisible(isOffered);
}

void ArchivedView::tellShown()
{
    const QModelIndex current = m_list->currentIndex();
    ArchivedContact shown;
    if (current.isValid()) {
        const ArchivedRow &row = m_model->rowAt(current.row());
        if (row.kind == ArchivedRow::Kind::Contact && !row.isVanished())
            shown = row.contact;
    }
    Q_EMIT contactShown(shown);
}

QList<BulkTarget> ArchivedView::selectedTargets() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    QList<BulkTarget> targets;
    for (const QModelIndex &index : std::as_const(rows)) {
        const ArchivedRow &row = m_model->rowAt(index.row());
        if (row.kind == ArchivedRow::Kind::Contact)
            targets.append(targetOf(row.contact));
    }
    return targets;
}

void ArchivedView::reload()
{
    m_isStale = !isVisible();
    if (!m_isStale)
        m_model->reload();
}

void ArchivedView::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void ArchivedView::reveal(const ContactId &id)
{
    m_wanted = id;
    m_filter->clear();
    if (!m_isStale && !m_model->isLoading())
        revealNow();
}

void ArchivedView::restoreSelected()
{
    const QList<BulkTarget> targets = selectedTargets();
    if (!targets.isEmpty())
        Q_EMIT restoreRequested(targets);
}

void ArchivedView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        reload();
}

void ArchivedView::act(const QModelIndex &index)
{
    const ArchivedRow row = m_model->rowAt(index.row());
    if (row.isVanished() && row.kind != ArchivedRow::Kind::More)
        return forget(index.row());
    switch (row.kind) {
    case ArchivedRow::Kind::Heading:
        Q_EMIT restoreRequested(m_model->targetsOfGroup(index.row()));
        break;
    case ArchivedRow::Kind::Contact:
        Q_EMIT restoreRequested({targetOf(row.contact)});
        break;
    case ArchivedRow::Kind::More:
        m_model->expand(index.row());
        break;
    }
}

void ArchivedView::forget(int row)
{
    const ArchivedRow &chosen = m_model->rowAt(row);
    QList<ContactId> ids;
    if (chosen.kind == ArchivedRow::Kind::Contact)
        ids.append(chosen.contact.id);
    else
        for (const BulkTarget &target : m_model->targetsOfGroup(row))
            ids.append(target.id);
    Q_EMIT forgetRequested(ids);
}

void ArchivedView::setVanished(const QList<VanishedContact> &vanished)
{
    m_model->setVanished(vanished);
    if (m_isStale || m_model->isLoading())
        return;
    showState(std::nullopt);
    updateWords();
    revealNow();
}

void ArchivedView::loaded(const std::optional<ApiError> &error)
{
    showState(error);
    updateWords();
    revealNow();
}

void ArchivedView::showState(const std::optional<ApiError> &error)
{
    if (error) {
        m_empty->setContent(Icons::Warning, tr("The journal of archived contacts cannot be read"),
                            errorLine(*error, Doing::Loading));
        QPushButton *again = m_empty->addButton(u"archivedRetryButton"_s, tr("Try again"));
        connect(again, &QPushButton::clicked, this, &ArchivedView::reload);
    } else if (!m_model->text().isEmpty()) {
        m_empty->setContent(Icons::Search, tr("Nothing archived matches"),
                            tr("No name, email or batch contains “%1”.").arg(m_model->text()));
        QPushButton *clear = m_empty->addButton(u"archivedClearButton"_s, tr("Clear filter"));
        connect(clear, &QPushButton::clicked, m_filter, &QLineEdit::clear);
    } else {
        m_empty->setContent(Icons::Archive, tr("Nothing archived yet"),
                            tr("Contacts that you archive with Roster are kept here, so that you "
                               "can find and restore them. Intercom itself cannot list them."));
    }
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty || error ? static_cast<QWidget *>(m_empty) : m_list);
}

void ArchivedView::updateWords()
{
    const int count = m_model->contactCount();
    const QString archived =
        count == 1 ? tr("1 archived by Roster") : tr("%Ln archived by Roster", nullptr, count);
    const int gone = m_model->vanishedCount();
    m_count->setText(gone == 0 ? archived : tr("%1 · %Ln gone", nullptr, gone).arg(archived));
    const int selected = static_cast<int>(selectedTargets().size());
    m_restore->setVisible(selected > 0);
    // No mnemonic: a sheet over this page has its own.
    m_restore->setText(tr("Restore %Ln selected", nullptr, selected));
    m_restore->setAccessibleName(m_restore->text());
    Q_EMIT selectedChanged(selected);
}

void ArchivedView::revealNow()
{
    if (m_wanted.isEmpty())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->rowAt(row).kind == ArchivedRow::Kind::More)
            m_model->expand(row);
        const QModelIndex index = m_model->index(row);
        if (index.data(ArchivedModel::ContactIdRole).toString() != m_wanted.text())
            continue;
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
        break;
    }
    m_wanted = {};
}

} // namespace roster
