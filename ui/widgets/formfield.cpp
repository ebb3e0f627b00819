// SPDX-License-Identifier: MIT
#include "ui/widgets/formfield.h"

#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

FormField::FormField(const Theme &theme, const QString &objectName, const QString &label,
                     QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(new QLabel(label, this))
    , m_editor(editor)
    , m_line(new QLabel(this))
{
    setObjectName(objectName);
    setKind(*m_label, u"label"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(QString(label).remove(u'&'));
    m_line->setObjectName(objectName + u"Problem"_s);
    m_line->setWordWrap(true);
    m_line->hide();

    auto *editorRow = new QHBoxLayout;
    editorRow->setSpacing(12);
    editorRow->addWidget(editor);
    // What does not grow stays at the start, and is not put in the middle.
    if (!(editor->sizePolicy().horizontalPolicy() & QSizePolicy::GrowFlag))
        editorRow->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addWidget(m_label);
    column->addLayout(editorRow);
    column->addWidget(m_line);
    connect(m_line, &QLabel::linkActivated, this, &FormField::remedyChosen);
    connect(&theme, &Theme::changed, this, &FormField::showLine);
}

void FormField::setBeside(QWidget *widget)
{
    auto *row = static_cast<QHBoxLayout *>(layout()->itemAt(1)->layout());
    row->insertWidget(1, widget, 1);
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    showLine();
}

void FormField::setProblem(const QString &text, const QList<Remedy> &remedies)
{
    const bool isNews = text != m_problem;
    m_problem = text;
    m_remedies = remedies;
    showLine();
    if (isNews && hasProblem() && isVisible())
        announce(*m_line, text);
}

void FormField::clearProblem()
{
    setProblem({});
}

void FormField::showLine()
{
    setStyleFlag(*m_editor, "invalid", hasProblem());
    m_editor->setAccessibleDescription(hasProblem() ? m_problem : m_hint);
    setKind(*m_line, hasProblem() ? u"problem"_s : u"small"_s);
    m_line->setAccessibleName(hasProblem() ? m_problem : m_hint);
    const bool hasLinks = hasProblem() && !m_remedies.isEmpty();
    m_line->setTextFormat(hasLinks ? Qt::RichText : Qt::PlainText);
    m_line->setTextInteractionFlags(hasLinks
                                        ? Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard
                                        : Qt::NoTextInteraction);
    if (hasLinks) {
        // Built here, so that a server's words never become markup.
        QStringList links;
        for (const Remedy &remedy : std::as_const(m_remedies))
            links << u"<a href=\"%1\" style=\"color:%3\">%2</a>"_s.arg(
                remedy.id.toHtmlEscaped(), remedy.text.toHtmlEscaped(),
                m_theme.color(ColorRole::Danger).name());
        m_line->setText(m_problem.toHtmlEscaped() + u' ' + links.join(u" · "_s));
    } else {
        m_line->setText(hasProblem() ? m_problem : m_hint);
    }
    m_line->setVisible(!m_line->text().isEmpty());
}

} // namespace roster
