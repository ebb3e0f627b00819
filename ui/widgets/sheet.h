// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace roster {

class SheetButtons;
class Theme;

//! A dialog inside the window: dims it, lies as a card in its upper half, keeps the keyboard
//! inside until it is dismissed and then gives it back to where it was. Never a window, never a
//! nested event loop. Title and buttons stay; what lies between scrolls when the window is low.
//!
//! While it is open the window's shortcuts rest, but Quit; Return, Ctrl+Return and Ctrl+S press
//! the primary button when it is enabled. Escape only asks (closeRequested), so that the owner may
//! hold unsaved text back.
//!
//!     auto *sheet = new Sheet(theme, u"newContactSheet"_s, window);
//!     sheet->setTitle(tr("New contact"));
//!     sheet->body()->addWidget(form);
//!     sheet->buttons().addPrimary(u"createButton"_s, tr("Create contact"));
//!     connect(sheet, &Sheet::closeRequested, sheet, &Sheet::dismiss);
//!     connect(sheet, &Sheet::dismissed, sheet, &QObject::deleteLater);
//!     sheet->open();
class Sheet : public QWidget
{
    Q_OBJECT

public:
    //! Covers \a host, normally the main window, which owns it. Starts hidden.
    Sheet(const Theme &theme, const QString &objectName, QWidget *host);
    ~Sheet() override;

    void setTitle(const QString &title);
    QString title() const;
    //! A quiet line under the title; empty for none.
    void setSubtitle(const QString &subtitle);
    //! Where the sheet's own widgets go.
    QVBoxLayout *body() const { return m_body; }
    SheetButtons &buttons() const { return *m_buttons; }
    //! Width of the card; held within 480 … 740 and the window.
    void setCardWidth(int width);
    //! The widget that gets the keyboard first; otherwise the first one that takes it.
    void setFirstFocus(QWidget *widget);
    QRect cardGeometry() const;
    //! True while another sheet does not lie over this one.
    bool isTopmost() const;

    //! The sheet that is open on top in \a host, or null.
    static Sheet *topmostIn(const QWidget *host);

public Q_SLOTS:
    //! Shows the sheet and moves the keyboard in. Returns at once.
    void open();
    //! Hides it, gives the keyboard back, emits dismissed().
    void dismiss();

Q_SIGNALS:
    //! Escape was pressed. Nothing has happened yet.
    void closeRequested();
    void opened();
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void place();
    void keepFocusInside(QWidget *now);
    void focusFirst();
    bool pressDefault();
    QList<QWidget *> tabStops() const;

    const Theme &m_theme;
    QWidget *m_host;
    QWidget *m_card;
    QLabel *m_title;
    QLabel *m_subtitle;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QVBoxLayout *m_body;
    SheetButtons *m_buttons;
    QPointer<QWidget> m_firstFocus;
    QPointer<QWidget> m_focusBefore;
    int m_width;
};

} // namespace roster
