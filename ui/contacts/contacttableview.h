// SPDX-License-Identifier: MIT
#pragma once

#include "ui/contacts/contactdelegate.h"
#include "ui/contacts/contactselection.h"
#include "ui/contacts/rowband.h"

#include <QtCore/QBasicTimer>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QTableView>

#include <optional>
#include <utility>
#include <vector>

namespace roster {

class ContactHeader;
class LiveRegion;

//! The table of contacts: every way to select by mouse and keyboard, the rubber band included,
//! works on the ContactSelection, which is by key; the view's own selection model is its mirror.
//! What the reader looks at stays in its place when contacts come, go or change place.
//!
//! Keys: arrows, Home, End and pages select one row; with Shift they extend, with Ctrl they move
//! without selecting, Ctrl+Space toggles, Shift+Space extends to the current row, Ctrl+A selects
//! all, Ctrl+Shift+A none, Enter opens, Escape ends a band as if it had never been, else add mode,
//! else selects none. In add mode (Shift+F8) arrows only move, and ranges add to what is selected.
//! `theme`, `model` and `selection` must outlive it.
class ContactTableView : public QTableView
{
    Q_OBJECT

public:
    ContactTableView(const Theme &theme, ContactTableModel &model, ContactSelection &selection,
                     QWidget *parent = nullptr);

    ContactHeader *contactHeader() const { return m_header; }
    //! Which columns are shown, where and how wide.
    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

    //! Pixels that the table can scroll past its last row, so that what floats over its end hides
    //! nothing.
    void setScrollPadding(int pixels);
    //! Shows `overlay` in place of the rows, from now on owned by the view; nullptr shows the rows.
    //! The one of before is hidden, not deleted.
    void setOverlay(QWidget *overlay);
    QWidget *overlay() const { return m_overlay; }

    bool isBandActive() const { return m_band.has_value(); }
    //! Keys select without the need to hold Ctrl.
    bool isAddMode() const { return m_isAddMode; }
    //! Scrolls as little as needed.
    void revealRow(int row);
    int rowHeight() const;
    //! First and last row of which something is seen; last < first when there is none.
    RowSpan visibleRows() const;

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

public Q_SLOTS:
    void selectAll() override;
    void setAddMode(bool isOn);

Q_SIGNALS:
    void addModeChanged(bool isOn);
    //! Enter or a double click.
    void contactActivated(const roster::ContactId &id);
    //! A menu for the selected contacts, at a place on the screen.
    void menuRequested(const QPoint &globalPosition);
    //! What saveState() gives is another now.
    void stateChanged();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void setUpRows();
    void setUpColumns();
    void applyType();
    void follow(ContactTableModel &model);

    // Geometry
    int rowAtPixel(int y) const;
    QPoint toContent(QPoint viewportPosition) const;
    QRect toViewport(const QRect &content) const;
    void placeOverlay();
    void tellVisibleRows();
    void flyOver();
    void land();
    void rememberPlace(bool isNewQuery);
    void restorePlace(bool isNewQuery);
    void scrollRows(int value);

    // Pointer
    void pressRow(int row, Qt::KeyboardModifiers modifiers);
    void pressEmpty(Qt::KeyboardModifiers modifiers);
    void startBand(QPoint viewportPosition);
    void moveBand(QPoint viewportPosition);
    void refillBand();
    void endPress();
    void cancelBand();
    void setHoveredRow(int row);

    // Keyboard
    bool selectByKey(QKeyEvent *event);
    bool escape();
    bool moveByKey(QKeyEvent *event);
    int rowForKey(int key) const;
    void moveColumn(int step);
    void setKeyboardFocus(bool isKeyboard);

    void paintBand(QPainter &painter) const;
    void paintFocus(QPainter &painter) const;
    void forgetGone(const KeySet &gone);
    void saySelection();
    void sayWhatIsHidden(bool isNewQuery);

    //! What the left button went down on.
    struct Press
    {
        QPoint at;
        Qt::KeyboardModifiers modifiers;
        ContactSelection::Memory before;
        //! On release without a drag only this one stays selected; 0 for none.
        RowKey keyToSelect = 0;
    };

    ContactTableModel &m_model;
    ContactSelection &m_selection;
    RowLook m_look;
    ContactHeader *m_header;
    QPointer<QWidget> m_overlay;
    int m_scrollPadding = 0;
    //! Ends what flyOver() began.
    QTimer m_landing;

    std::optional<Press> m_press;
    std::optional<RowBand> m_band;
    RowSpan m_bandRows;
    QPoint m_pointer;
    QBasicTimer m_scrollTimer;
    bool m_isKeyboardFocus = false;
    bool m_isAddMode = false;
    LiveRegion *m_speech;
    //! Runs while the selection changes: what is said waits for a rest.
    QTimer m_sayTimer;
    //! How many selected contacts were hidden when the selection was told of last.
    int m_saidHidden = 0;

    //! What was seen before the order changes: keys with their y, the most wanted one first.
    struct Place
    {
        int top = 0;
        std::vector<std::pair<RowKey, int>> rows;
    };
    Place m_place;
};

} // namespace roster
