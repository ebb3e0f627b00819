// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QList>

class QAction;
class QGraphicsDropShadowEffect;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace roster {

class Theme;

//! The bar that floats over a view while something is selected: what is selected, what can be
//! done with it, and Esc. Actions that do not fit go into "More".
class SelectionBar : public QFrame
{
    Q_OBJECT

public:
    //! Floats at the bottom of \a host (the view's own frame, not its viewport), which owns it.
    SelectionBar(const Theme &theme, const QString &objectName, QWidget *host);

    //! Words before the actions: "6 selected". Screen readers are not told by the bar.
    void setText(const QString &text);
    QString text() const;
    //! What resting on the words tells; empty for nothing.
    void setHint(const QString &hint);
    //! Adds a button for \a action, in this order; enabled state, short text and name follow it.
    void addAction(QAction *action);
    //! Adds \a action to "More" alone; nullptr adds a line.
    void addMenuAction(QAction *action);
    //! The view should be able to scroll this much past its last row.
    int reservedHeight() const;
    //! Keeps this much of the host's bottom free.
    void setBottomInset(int pixels);

Q_SIGNALS:
    //! The Esc hint was clicked: select nothing.
    void dismissRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void place();
    void distribute(int width);
    void colour();

    struct Item
    {
        QAction *action;
        QPushButton *button;
    };

    const Theme &m_theme;
    QWidget *m_host;
    QLabel *m_text;
    QHBoxLayout *m_row;
    QPushButton *m_more;
    QMenu *m_menu;
    QPushButton *m_escape;
    QGraphicsDropShadowEffect *m_shadow;
    QList<Item> m_items;
    //! Always in the menu; nullptr for a line.
    QList<QAction *> m_further;
    int m_bottomInset = 0;
};

} // namespace roster
