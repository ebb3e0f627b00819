// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/memorybook.h"
#include "ui/contacts/contactcolumns.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contactselection.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/contacts/contacttableview.h"
#include "ui/theme/appearance.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme.h"

#include <QtGui/QWheelEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <memory>
#include <set>

namespace roster {

//! A table of contacts in a window of its own, and hands that press, drag, turn the wheel and type.
class TableFixture
{
public:
    explicit TableFixture(const Theme &theme, int count = 200)
        : model(book, [] { return now; })
    {
        book.fill(count);
        ContactQuery query;
        query.sortColumn = SortColumn::Name;
        query.sortOrder = Qt::AscendingOrder;
        view.reset(new ContactTableView(theme, model, selection));
        model.setQuery(query);
        view->resize(760, 430);
        view->show();
        view->activateWindow();
        view->setFocus();
    }

    bool isReady()
    {
        return QTest::qWaitFor([this] { return model.hasLoaded(); });
    }
    QWidget *port() const { return view->viewport(); }
    QScrollBar *bar() const { return view->verticalScrollBar(); }
    int height() const { return view->rowHeight(); }
    //! The middle of a row as it stands now.
    QPoint at(int row, int x = 300) const
    {
        return {x, row * height() + height() / 2 - bar()->value()};
    }

    void press(QPoint point, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(port(), Qt::LeftButton, modifiers, point);
    }
    void moveTo(QPoint point)
    {
        QMouseEvent event(QEvent::MouseMove, point, port()->mapToGlobal(point), Qt::NoButton,
                          Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(port(), &event);
    }
    void release(QPoint point) { QTest::mouseRelease(port(), Qt::LeftButton, {}, point); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from, modifiers);
        moveTo((from + to) / 2);
        moveTo(to);
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(port(), Qt::LeftButton, modifiers, at(row));
    }
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(view.get(), which, modifiers);
    }
    //! Three lines of text a notch; negative is towards the end.
    void wheel(int notches)
    {
        const QPointF point = port()->rect().center();
        QWheelEvent event(point, port()->mapToGlobal(point), {}, {0, notches * 120}, Qt::LeftButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(port(), &event);
    }

    std::set<int> rows() const
    {
        std::set<int> selected;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (selection.isRowSelected(row))
                selected.insert(row);
        }
        return selected;
    }
    static std::set<int> span(int first, int last)
    {
        std::set<int> rows;
        for (int row = first; row <= last; ++row)
            rows.insert(row);
        return rows;
    }
    //! What the screen shows at a height, by id.
    ContactId shownAt(int y) const { return model.idAt((y + bar()->value()) / height()); }

    static constexpr qint64 now = 1'700'000'000;
    MemoryBook book;
    ContactTableModel model;
    ContactSelection selection{model};
    std::unique_ptr<ContactTableView> view;
};

} // namespace roster
