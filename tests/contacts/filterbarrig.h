// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/memorybook.h"
#include "ui/contacts/filterbar.h"
#include "ui/contacts/pickpopup.h"
#include "ui/filter/conditionpopup.h"
#include "ui/theme/appearance.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filterchip.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

#include <memory>

namespace roster::test {

//! A filter bar over a small workspace, worked by mouse and keys.
class FilterBarRig
{
public:
    FilterBarRig(const Theme &theme)
    {
        fill();
        m_bar = std::make_unique<FilterBar>(theme, m_book);
        m_bar->setDays({QByteArrayLiteral("Europe/Dublin"), QDate(2026, 11, 21)});
        m_changed = std::make_unique<QSignalSpy>(m_bar.get(), &FilterBar::filterChanged);
        m_bar->resize(900, 47);
        m_bar->show();
        m_bar->activateWindow();
        if (!QTest::qWaitForWindowActive(m_bar.get()))
            qFatal("the window has no keyboard");
    }

    FilterBar &bar() { return *m_bar; }
    MemoryBook &book() { return m_book; }
    QSignalSpy &changed() { return *m_changed; }

    template <class Widget = QWidget>
    Widget *find(const QString &name) const
    {
        const QList<Widget *> all = m_bar->findChildren<Widget *>(name);
        for (Widget *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    FilterChip *chip(int group, int index) const
    {
        return find<FilterChip>(QStringLiteral("filter%1_%2Chip").arg(group).arg(index));
    }
    PickPopup *list() const { return find<PickPopup>(QStringLiteral("pickPopup")); }
    ConditionPopup *popup() const { return find<ConditionPopup>(QStringLiteral("conditionPopup")); }
    const ContactFilter &filter() const { return m_bar->filter().filter; }
    FilterCondition condition(int group = 0, int index = 0) const
    {
        const FilterCondition *found = conditionAt(filter(), {group, index});
        return found ? *found : FilterCondition{{}, FilterTest::Is, {QStringLiteral("none")}, true};
    }

    void click(QWidget *widget) const
    {
        QTest::mouseClick(widget, Qt::LeftButton, {}, {12, widget->height() / 2});
    }
    //! Into whatever has the keyboard of the topmost window.
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(keyboard(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(keyboard(), text); }
    //! "+ Filter", the subject's name, Enter.
    void add(const QString &subject) const
    {
        click(find(QStringLiteral("addFilterChip")));
        type(subject);
        key(Qt::Key_Return);
    }
    //! Chooses a test from the open window's list.
    void test(FilterTest test) const
    {
        auto *combo = find<QComboBox>(QStringLiteral("filterTestCombo"));
        const int row = combo->findData(static_cast<int>(test));
        combo->setFocus();
        while (combo->currentIndex() != row)
            QTest::keyClick(combo, combo->currentIndex() < row ? Qt::Key_Down : Qt::Key_Up);
        if (QWidget *editor = valueField())
            editor->setFocus();
    }
    QWidget *valueField() const
    {
        for (const char *name :
             {"filterValueEdit", "filterLinesEdit", "filterPickEdit", "filterDayEdit"}) {
            if (QWidget *field = find(QLatin1String(name)))
                return field;
        }
        return nullptr;
    }

private:
    void fill()
    {
        m_book.addTag(QStringLiteral("t1"), QStringLiteral("VIP"));
        m_book.addTag(QStringLiteral("t2"), QStringLiteral("Beta"));
        m_book.addTag(QStringLiteral("t3"), QStringLiteral("Press"));
        m_book.addCompany(QStringLiteral("c1"), QStringLiteral("Navy"));
        m_book.addCompany(QStringLiteral("c2"), QStringLiteral("Acme"));
        m_book.addAdmin(QStringLiteral("1"), QStringLiteral("Mei Tan"));
        const auto attribute = [this](const char *name, AttributeType type,
                                      const QStringList &options = {}) {
            DataAttribute made;
            made.name = QLatin1String(name);
            made.type = type;
            made.options = options;
            m_book.addAttribute(made);
        };
        attribute("job_title", AttributeType::Text);
        attribute("seats", AttributeType::Integer);
        attribute("score", AttributeType::Float);
        attribute("newsletter", AttributeType::Flag);
        attribute("renewal", AttributeType::Date);
        attribute("plan", AttributeType::List, {QStringLiteral("Basic"), QStringLiteral("Pro")});
    }
    QWidget *keyboard() const
    {
        QWidget *top = QApplication::activePopupWidget();
        if (!top)
            top = m_bar.get();
        return top->focusWidget() ? top->focusWidget() : top;
    }

    MemoryBook m_book;
    std::unique_ptr<FilterBar> m_bar;
    std::unique_ptr<QSignalSpy> m_changed;
};

} // namespace roster::test
