// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace roster {

class Theme;

//! A labelled field of a form: label above, the editor, and below it a line for a hint or, when
//! there is one, the problem with what can be done about it. Takes any editor that knows the
//! property "invalid".
class FormField : public QWidget
{
    Q_OBJECT

public:
    //! An act offered in the problem line, as a link.
    struct Remedy
    {
        QString id;
        QString text;
    };

    //! The editor becomes a child, gets \a label as buddy (with its mnemonic) and, if it has none
    //! yet, as accessible name.
    FormField(const Theme &theme, const QString &objectName, const QString &label, QWidget *editor,
              QWidget *parent = nullptr);

    QWidget *editor() const { return m_editor; }
    //! Something beside the editor on its line, as the host beside the region.
    void setBeside(QWidget *widget);
    //! A quiet line below the editor, shown while there is no problem.
    void setHint(const QString &hint);
    //! Marks the editor and shows \a text (plain) with its remedies; screen readers hear it.
    void setProblem(const QString &text, const QList<Remedy> &remedies = {});
    void clearProblem();
    bool hasProblem() const { return !m_problem.isEmpty(); }
    QString problem() const { return m_problem; }

Q_SIGNALS:
    //! The user chose the remedy \a id of the problem.
    void remedyChosen(const QString &id);

private:
    void showLine();

    const Theme &m_theme;
    QLabel *m_label;
    QWidget *m_editor;
    QLabel *m_line;
    QString m_hint;
    QString m_problem;
    QList<Remedy> m_remedies;
};

} // namespace roster
