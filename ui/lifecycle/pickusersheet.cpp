// SPDX-License-Identifier: MIT
#include "ui/lifecycle/pickusersheet.h"

#include "core/async/keysoperation.h"
#include "ui/tags/pickdelegate.h"
#include "ui/tags/pickmodel.h"
#include "ui/text/fieldtext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/textfield.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 560;
constexpr int VisibleRows = 8;

bool isShared(const QString &a, const QString &b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

PickUserSheet::PickUserSheet(const Theme &theme, ContactBook &book, const Contact &lead,
                             QWidget *host)
    : TaskSheet(theme, u"pickUserSheet"_s, host, nullptr)
    , m_theme(theme)
    , m_book(book)
    , m_lead(lead)
    , m_field(new TextField(theme, u"userEdit"_s, tr("User"), this))
    , m_model(new PickModel({}, this))
{
    setCardWidth(CardWidth);
    const QString who = inSentence(lead.label());
    setTitle(who.isEmpty() ? tr("Merge this lead into a user")
                           : tr("Merge %1 into a user", "a lead").arg(who));
    setSubtitle(tr("Choose the user that remains. Nothing is merged before you have seen what "
                   "becomes of both."));
    m_field->setPlaceholderText(tr("Name, email, phone or external id"));
    m_field->installEventFilter(this);
    body()->addWidget(new FormField(theme, u"userField"_s, tr("&User"), m_field, this));
    buildList();
    addFooter(u"compareButton"_s, tr("&Compare…"));
    setFirstFocus(m_field);
    connect(m_field, &QLineEdit::textChanged, this, &PickUserSheet::search);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_isSuggesting = false; });
    suggest();
}

//! Whoever has the lead's email or phone is most likely meant; when nobody has, everybody is shown.
void PickUserSheet::suggest()
{
    const QString phone = m_lead.text(ContactField::Phone);
    const QString likely = m_lead.email().isEmpty() ? phone : m_lead.email();
    if (likely.isEmpty())
        return search(QString());
    m_isSuggesting = true;
    m_field->setText(likely);
    m_field->selectAll();
}

void PickUserSheet::buildList()
{
    m_list = new QListView(this);
    m_list->setObjectName(u"userList"_s);
    m_list->setAccessibleName(tr("Users"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickDelegate(m_theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setFixedHeight(VisibleRows * PickDelegate::RowHeight);
    m_nothing = new QLabel(tr("No user is found."), m_list);
    m_nothing->setAlignment(Qt::AlignCenter);
    setKind(*m_nothing, u"muted"_s);
    m_nothing->hide();
    (new QVBoxLayout(m_list))->addWidget(m_nothing);
    auto *frame = new QFrame(this);
    setKind(*frame, u"list"_s);
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(4, 4, 4, 4);
    inner->addWidget(m_list);
    body()->addWidget(frame);
    m_count = new QLabel(this);
    m_count->setObjectName(u"userCountLabel"_s);
    setKind(*m_count, u"small"_s);
    body()->addWidget(m_count);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { updateButtons(); });
    connect(m_list, &QListView::doubleClicked, this, [this] { mainButton()->click(); });
}

void PickUserSheet::search(const QString &text)
{
    if (m_search)
        m_search->cancel();
    ContactQuery query;
    query.text = text.simplified();
    query.setRole(Role::User);
    m_search = m_book.orderedKeys(query);
    // The beginning is enough for the list, and there long before all of it.
    m_search->onBegun(this, [this, search = m_search](const FirstKeys &first) {
        if (search == m_search)
            found(first.keys, first.total);
    });
    m_search->onFinished(this, [this, search = m_search](const Result<std::vector<RowKey>> &keys) {
        if (search != m_search)
            return;
        if (keys)
            found(*keys, static_cast<qsizetype>(keys->size()));
        else if (keys.error().kind != ErrorKind::Cancelled)
            showError(keys.error(), Doing::Loading);
    });
}

void PickUserSheet::found(std::vector<RowKey> keys, qsizetype total)
{
    if (m_isSuggesting && total == 0) {
        QMetaObject::invokeMethod(m_field, &QLineEdit::clear, Qt::QueuedConnection);
        return;
    }
    keys.resize(std::min(keys.size(), FirstKeys::most));
    fill(m_book.rows(keys), total);
}

QString PickUserSheet::likenessOf(const ContactRow &row) const
{
    if (isShared(row.email, m_lead.email()))
        return tr("same email");
    return isShared(row.phone, m_lead.text(ContactField::Phone)) ? tr("same phone") : QString();
}

void PickUserSheet::fill(const QList<ContactRow> &rows, qsizetype total)
{
    const QString before = picked();
    QList<PickItem> alike;
    QList<PickItem> others;
    for (const ContactRow &row : rows) {
        const QString likeness = likenessOf(row);
        const QString email = inSentence(row.email);
        const QString name = inSentence(row.label());
        const QString detail = likeness.isEmpty() ? email
                               : email.isEmpty()
                                   ? likeness
                                   : tr("%1 · %2", "likeness, email").arg(likeness, email);
        (likeness.isEmpty() ? others : alike)
            .append({row.id.text(), name.isEmpty() ? row.id.text() : name, detail, false});
    }
    m_model->setItems(alike + others);
    m_nothing->setVisible(m_model->rowCount() == 0);
    const int shown = m_model->rowCount();
    const QLocale locale;
    m_count->setText(shown < total ? tr("The first %1 of %2. Type to narrow down.")
                                         .arg(locale.toString(shown), locale.toString(total))
                                   : roleSplit(shown, 0));
    // Somebody alike is meant unless another one is picked; else nobody is before it is chosen.
    int row = alike.isEmpty() ? -1 : 0;
    for (int i = 0; i < shown && !before.isEmpty(); ++i) {
        if (m_model->index(i).data(PickModel::IdRole).toString() == before)
            row = i;
    }
    if (row < 0 && shown == 1)
        row = 0;
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    updateButtons();
}

bool PickUserSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            move(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return TaskSheet::eventFilter(watched, event);
}

void PickUserSheet::move(int by)
{
    const int row = m_list->currentIndex().row() + by;
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row));
}

QString PickUserSheet::picked() const
{
    return m_list->currentIndex().data(PickModel::IdRole).toString();
}

bool PickUserSheet::canProceed() const
{
    return !picked().isEmpty();
}

void PickUserSheet::proceed()
{
    const ContactId user(picked());
    // First, so that the keyboard goes back to where it was after the next sheet as well.
    dismiss();
    Q_EMIT userPicked(user);
}

} // namespace roster
