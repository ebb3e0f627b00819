// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QHBoxLayout;

namespace roster {

//! What a view shows in place of rows: a symbol, what is the case, what to do next. For empty,
//! no results, and errors that leave nothing to show.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    //! Plain words; an empty \a text leaves the second line out. Takes former buttons away.
    void setContent(Icons::Name icon, const QString &title, const QString &text);
    //! Adds a button below; the first one may be primary.
    QPushButton *addButton(const QString &objectName, const QString &text, bool primary = false);
    QString title() const;

private:
    void drawSymbol();

    const Theme &m_theme;
    QLabel *m_symbol;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QList<QPushButton *> m_added;
    Icons::Name m_icon = Icons::Info;
};

} // namespace roster
