// SPDX-License-Identifier: MIT
#include "ui/widgets/segmentedcontrol.h"

#include "ui/theme/kind.h"
#include "ui/widgets/accessible.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr const char *idProperty = "choiceId";

} // namespace

SegmentedControl::SegmentedControl(const Theme &, const QString &objectName,
                                   const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
{
    setObjectName(objectName);
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(6);
    // A form may give it more room than it needs: the choices stay at the start.
    m_row->addStretch(1);
    connect(m_group, &QButtonGroup::buttonToggled, this,
            [this](QAbstractButton *button, bool checked) {
                if (!checked)
                    return;
                setFocusProxy(button);
                Q_EMIT currentChanged(button->property(idProperty).toString());
            });
}

void SegmentedControl::addChoice(const QString &id, const QString &text)
{
    auto *button = new QRadioButton(text, this);
    button->setObjectName(objectName() + u'_' + id + u"Button"_s);
    // A doubled & is one to be read, a single one marks the mnemonic.
    constexpr QChar kept(1);
    button->setAccessibleName(
        QString(text).replace("&&"_L1, kept).remove(u'&').replace(kept, u'&'));
    button->setProperty(idProperty, id);
    setKind(*button, u"segment"_s);
    m_row->insertWidget(m_row->count() - 1, button);
    m_group->addButton(button);
    button->installEventFilter(this);
    if (!m_group->checkedButton())
        button->setChecked(true);
}

bool SegmentedControl::eventFilter(QObject *watched, QEvent *event)
{
    // Qt's own buttons go by where they lie, so that Up and Down would do nothing in a row.
    if (event->type() == QEvent::KeyPress && step(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool SegmentedControl::step(int key)
{
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    if (!isSideways && key != Qt::Key_Up && key != Qt::Key_Down)
        return false;
    const bool isOnward =
        key == Qt::Key_Down || (isSideways && (key == Qt::Key_Left) == isRightToLeft());
    const QList<QAbstractButton *> all = m_group->buttons();
    const qsizetype to = all.indexOf(m_group->checkedButton()) + (isOnward ? 1 : -1);
    if (to >= 0 && to < all.size()) {
        all[to]->setChecked(true);
        all[to]->setFocus(Qt::OtherFocusReason);
    }
    return true;
}

QString SegmentedControl::current() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? button->property(idProperty).toString() : QString();
}

void SegmentedControl::setCurrent(const QString &id)
{
    for (QAbstractButton *button : m_group->buttons()) {
        if (button->property(idProperty).toString() == id)
            button->setChecked(true);
    }
}

} // namespace roster
