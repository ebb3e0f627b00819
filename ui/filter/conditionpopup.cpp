// SPDX-License-Identifier: MIT
#include "ui/filter/conditionpopup.h"

#include "ui/filter/valueeditor.h"
#include "ui/filter/valueeditors.h"
#include "ui/text/filtertext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/popupplace.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace roster {

namespace {

constexpr int popupWidth = 292;

QString zoneText(const QByteArray &timeZone)
{
    return ConditionPopup::tr("Whole days in the workspace’s time zone, %1")
        .arg(timeZone.isEmpty() ? QStringLiteral("UTC") : QString::fromLatin1(timeZone));
}

//! A count of days means nothing as a day, nor the other way round.
size_t meaningOf(FilterTest test)
{
    return test == FilterTest::InLastDays ? 1 : 0;
}

QLabel *makeLine(const QString &objectName, const QString &kind, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setKind(*label, kind);
    return label;
}

} // namespace

ConditionPopup::ConditionPopup(const Theme &theme, const ContactBook &book, FilterDays days,
                               QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_book(book)
    , m_days(std::move(days))
    , m_test(new ComboField(theme, QStringLiteral("filterTestCombo"), tr("Test"), this))
    , m_place(new QVBoxLayout)
    , m_problem(makeLine(QStringLiteral("filterProblemLabel"), QStringLiteral("problem"), this))
    , m_zone(makeLine(QStringLiteral("filterZoneLabel"), QStringLiteral("small"), this))
{
    setObjectName(QStringLiteral("conditionPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setKind(*this, QStringLiteral("list"));
    setFixedWidth(popupWidth);
    m_zone->setText(zoneText(m_days.timeZone));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(m_test);
    column->addLayout(m_place);
    column->addWidget(m_problem);
    column->addWidget(m_zone);
    column->addWidget(makeFoot());
    m_problem->hide();
    connectParts();
}

QWidget *ConditionPopup::makeHead()
{
    auto *head = new QWidget(this);
    m_title = new QLabel(head);
    m_title->setObjectName(QStringLiteral("filterTitleLabel"));
    m_title->setTextFormat(Qt::PlainText);
    setKind(*m_title, QStringLiteral("strong"));
    m_on = new QCheckBox(tr("O&n"), head);
    m_on->setObjectName(QStringLiteral("filterOnCheck"));
    m_on->setAccessibleName(tr("Filter is on"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_title, 1);
    row->addWidget(m_on);
    return head;
}

QWidget *ConditionPopup::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *remove = makeQuietButton(QStringLiteral("filterRemoveButton"), tr("&Remove"), foot);
    auto *done = makeButton(QStringLiteral("filterDoneButton"), tr("&Done"), foot);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(remove);
    row->addStretch(1);
    row->addWidget(done);
    m_remove = remove;
    connect(done, &QPushButton::clicked, this, &ConditionPopup::confirm);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_hasEnded = true;
        close();
        Q_EMIT removeRequested();
    });
    return foot;
}

void ConditionPopup::connectParts()
{
    connect(m_test, &QComboBox::currentIndexChanged, this, &ConditionPopup::testChosen);
    connect(m_on, &QCheckBox::toggled, this, [this](bool isOn) {
        m_condition.isOn = isOn;
        if (!problemOf(m_condition))
            Q_EMIT changed(m_condition);
    });
}

void ConditionPopup::edit(const FilterCondition &condition, bool isNew)
{
    m_condition = condition;
    m_entered[meaningOf(condition.test)] = condition.values;
    const QString title = filterSubjectTitle(condition.subject, m_book);
    m_title->setText(title);
    setAccessibleName(tr("Filter by %1").arg(title));
    {
        const QSignalBlocker quiet(m_on);
        m_on->setChecked(condition.isOn);
    }
    m_remove->setVisible(!isNew);
    offerTests();
    showEditor();
}

void ConditionPopup::offerTests()
{
    const QSignalBlocker quiet(m_test);
    m_test->clear();
    for (const FilterTest test : testsOf(m_condition.subject.kind())) {
        m_test->addItem(filterTestTitle(test, m_condition.subject.kind()), static_cast<int>(test));
        if (test == m_condition.test)
            m_test->setCurrentIndex(m_test->count() - 1);
    }
}

void ConditionPopup::showEditor()
{
    const int key = valueEditorKey(m_condition.subject, m_condition.test);
    if (!m_editor || key != m_editorKey) {
        if (m_editor) {
            m_place->removeWidget(m_editor);
            m_editor->hide();
            m_editor->deleteLater();
        }
        m_editorKey = key;
        m_editor =
            makeValueEditor(m_theme, m_condition.subject, m_condition.test, m_book, m_days, this);
        if (m_editor) {
            m_place->addWidget(m_editor);
            setTabOrder(m_test, m_editor->focusProxy());
            connect(m_editor, &ValueEditor::changed, this, &ConditionPopup::take);
            connect(m_editor, &ValueEditor::confirmed, this, &ConditionPopup::confirm);
            m_editor->show();
        }
    }
    if (m_editor)
        m_editor->setValues(m_condition.values);
    m_zone->setVisible(m_condition.subject.kind() == FilterKind::Date && m_editor);
    m_problem->hide();
    layout()->activate();
    adjustSize();
}

// What was entered is there again as far as the other test takes it.
void ConditionPopup::testChosen()
{
    const auto test = static_cast<FilterTest>(m_test->currentData().toInt());
    m_condition.test = test;
    m_condition.values = m_entered[meaningOf(test)].mid(0, valueCountOf(test).most);
    showEditor();
    if (!problemOf(m_condition))
        Q_EMIT changed(m_condition);
}

void ConditionPopup::take()
{
    m_condition.values = m_editor->values();
    m_entered[meaningOf(m_condition.test)] = m_condition.values;
    const auto problem = problemOf(m_condition);
    if (!problem) {
        m_problem->hide();
        m_editor->setInvalid(false);
        adjustSize();
        Q_EMIT changed(m_condition);
    } else if (m_problem->isVisible()) {
        showProblem();
    }
}

void ConditionPopup::showProblem()
{
    const auto problem = problemOf(m_condition);
    if (!problem)
        return;
    m_problem->setText(filterProblemText(*problem));
    m_problem->show();
    if (m_editor) {
        m_editor->setInvalid(true);
        m_editor->setFocus(Qt::OtherFocusReason);
    }
    announce(*m_problem, m_problem->text());
    adjustSize();
}

void ConditionPopup::confirm()
{
    if (problemOf(m_condition))
        showProblem();
    else
        end(true);
}

void ConditionPopup::openBelow(const QWidget &chip)
{
    adjustSize();
    placeBelow(*this, chip);
    show();
    QWidget *first = m_editor ? static_cast<QWidget *>(m_editor) : m_test;
    first->setFocus(Qt::PopupFocusReason);
}

void ConditionPopup::end(bool isKept)
{
    if (std::exchange(m_hasEnded, true))
        return;
    close();
    // One that needs no value has not been told yet.
    if (isKept)
        Q_EMIT changed(m_condition);
    Q_EMIT ended(isKept);
}

void ConditionPopup::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        end(false);
    else if (isEnter)
        confirm();
    else
        QFrame::keyPressEvent(event);
}

void ConditionPopup::closeEvent(QCloseEvent *event)
{
    QFrame::closeEvent(event);
    // A click elsewhere: what cannot be asked is not kept.
    if (!std::exchange(m_hasEnded, true))
        Q_EMIT ended(!problemOf(m_condition));
}

} // namespace roster
