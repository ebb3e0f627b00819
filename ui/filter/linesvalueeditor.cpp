// SPDX-License-Identifier: MIT
#include "ui/filter/linesvalueeditor.h"

#include "ui/filter/textvalueeditor.h"
#include "ui/theme/kind.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

namespace roster {

namespace {

constexpr int fieldHeight = 92;

} // namespace

LinesValueEditor::LinesValueEditor(bool areNumbers, const QString &name, QWidget *parent)
    : ValueEditor(parent)
    , m_areNumbers(areNumbers)
    , m_lines(new QPlainTextEdit(this))
{
    m_lines->setObjectName(QStringLiteral("filterLinesEdit"));
    m_lines->setAccessibleName(name);
    m_lines->setPlaceholderText(tr("One a line"));
    m_lines->setTabChangesFocus(true);
    m_lines->setFixedHeight(fieldHeight);
    m_lines->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_lines);
    setFocusProxy(m_lines);
    connect(m_lines, &QPlainTextEdit::textChanged, this, &ValueEditor::changed);
}

QStringList LinesValueEditor::values() const
{
    QStringList values;
    const QStringList lines = m_lines->toPlainText().split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const QString text = m_areNumbers ? numberValueOf(line) : line.trimmed();
        if (!text.isEmpty() && !values.contains(text))
            values.append(text);
    }
    return values;
}

void LinesValueEditor::setValues(const QStringList &values)
{
    const QSignalBlocker quiet(m_lines);
    QStringList lines;
    for (const QString &value : values)
        lines.append(m_areNumbers ? typedNumberOf(value) : value);
    m_lines->setPlainText(lines.join(QLatin1Char('\n')));
    m_lines->moveCursor(QTextCursor::End);
}

void LinesValueEditor::setInvalid(bool isInvalid)
{
    setStyleFlag(*m_lines, "invalid", isInvalid);
}

bool LinesValueEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_lines && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            Q_EMIT confirmed();
            return true;
        }
    }
    return ValueEditor::eventFilter(watched, event);
}

} // namespace roster
