// SPDX-License-Identifier: MIT
#include "ui/widgets/wrappedtext.h"

#include "ui/theme/kind.h"

#include <QtGui/QWheelEvent>

#include <cmath>

namespace roster {

namespace {

constexpr int LongWord = 20;

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
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    setPlainText(text);
    fitHeight();
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

void WrappedText::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fitHeight();
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
        fitHeight();
}

void WrappedText::fitHeight()
{
    const int height = static_cast<int>(std::ceil(document()->size().height()));
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

} // namespace roster
