// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contactbook.h"
#include "ui/panel/selectionfacts.h"
#include "ui/tags/tagpresence.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace roster {

class Avatar;
class PanelSection;
class Theme;

//! Many contacts summed up: how many users and leads, which tags and owners, when last seen.
class SelectionSummary : public QWidget
{
    Q_OBJECT

public:
    //! More rows than this are summed up by their first ones only, and it says so.
    static constexpr int mostRows = 1000;

    SelectionSummary(const Theme &theme, QWidget *parent = nullptr);

    //! `total` contacts of which `rows` are the first; `now` in Unix seconds.
    void setRows(const QList<ContactRow> &rows, int total, const ContactBook &book, qint64 now);
    void addButton(QPushButton *button);

Q_SIGNALS:
    void addTagRequested();
    void setOwnerRequested();

private:
    void showHead(const QList<ContactRow> &rows, const SelectionFacts &facts, int total);
    void showTags(const SharedThings &shared, const ContactBook &book);
    void showCompanies(const SharedThings &shared, const ContactBook &book);
    void showOwners(const SelectionFacts &facts, const ContactBook &book);
    void showSeen(const SelectionFacts &facts, qint64 now);
    QWidget *freshBody(PanelSection *section);
    void addCountLine(QWidget *body, QWidget *what, int count, qsizetype of);

    const Theme &m_theme;
    QWidget *m_pile;
    QList<Avatar *> m_avatars;
    QLabel *m_title;
    QLabel *m_subtitle;
    QWidget *m_buttons;
    PanelSection *m_tags;
    PanelSection *m_companies;
    PanelSection *m_owners;
    PanelSection *m_seen;
};

} // namespace roster
