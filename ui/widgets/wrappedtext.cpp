// SPDX-License-Identifier: MIT
#include "ui/widgets/wrappedtext.h"

#include "ui/theme/kind.h"

#include <QtGui/QWheelEvent>

#include <cmath>
#include <memory>

namespace roster {

namespace {

constexpr int LongWord = 20;
constexpr int UsualWidth = 160;

} // namespace

WrappedText::WrappedText(const QString &objectName, const QString &text, QWidget *parent)
    : QTextEdit(parent)
{
    setObjectName(objectName);
    setKind(*this, QStringLiteral("bare"));
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setAcceptRichText(false);
    // As a label: the mouse selects, Tab passes by.
    setFocusPolicy(Qt::ClickFocus);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    document()->setDocumentMargin(0);
    setPlainText(text);
    alignToLayout();
}

bool WrappedText::isWanted(const QString &text)
{
    int length = 0;
    for (const QChar letter : text) {
        length = letter.isSpace() ? 0 : length + 1;
        if (length > LongWord)
            return true;
    }
    return false;
}

int WrappedText::heightForWidth(int width) const
{
    const std::unique_ptr<QTextDocument> measured(document()->clone());
    measured->setDefaultFont(font());
    measured->setTextWidth(width);
    return static_cast<int>(std::ceil(measured->size().height()));
}

QSize WrappedText::sizeHint() const
{
    return {UsualWidth, heightForWidth(UsualWidth)};
}

QSize WrappedText::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

void WrappedText::wheelEvent(QWheelEvent *event)
{
    // There is nothing to scroll here, but around it.
    event->ignore();
}

void WrappedText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    if (event->type() == QEvent::LayoutDirectionChange)
        alignToLayout();
}

// As a label does, whatever the direction of the words.
void WrappedText::alignToLayout()
{
    selectAll();
    setAlignment(Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    moveCursor(QTextCursor::Start);
}

} // namespace roster
