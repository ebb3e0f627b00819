// SPDX-License-Identifier: MIT
#include "ui/widgets/textfield.h"

#include "ui/theme/kind.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPalette>
#include <QStyle>

namespace roster {

namespace {

constexpr int edge = 8;

} // namespace

TextField::TextField(const Theme &theme, const QString &objectName, const QString &accessibleName,
                     QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
}

void TextField::setInvalid(bool invalid)
{
    setStyleFlag(*this, "invalid", invalid);
}

void TextField::setLeading(QWidget *widget)
{
    m_leading = widget;
    widget->setParent(this);
    widget->show();
    placeInner();
}

void TextField::setTrailing(QWidget *widget)
{
    m_trailing = widget;
    widget->setParent(this);
    widget->show();
    placeInner();
}

void TextField::placeInner()
{
    const auto width = [](const QWidget *w) {
        return w && !w->isHidden() ? w->sizeHint().width() : 0;
    };
    const auto place = [this](QWidget *w, int x) {
        if (!w || w->isHidden())
            return;
        const QSize size = w->sizeHint().boundedTo(QSize(this->width(), height() - 4));
        const QRect at(QPoint(x, (height() - size.height()) / 2), size);
        w->setGeometry(QStyle::visualRect(layoutDirection(), rect(), at));
    };
    const int leading = width(m_leading);
    const int trailing = width(m_trailing);
    place(m_leading, edge + 2);
    place(m_trailing, this->width() - trailing - edge);
    const int start = leading > 0 ? leading + 6 : 0;
    const int end = trailing > 0 ? trailing + 4 : 0;
    if (isRightToLeft())
        setTextMargins(end, 0, start, 0);
    else
        setTextMargins(start, 0, end, 0);
}

void TextField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeInner();
}

void TextField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange)
        placeInner();
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        colourPlaceholder();
}

// A style sheet that colours the words gives the placeholder half of their strength, too little to
// be read; Qt 6.4 has no property for it.
void TextField::colourPlaceholder()
{
    const QColor muted = m_theme.color(ColorRole::Muted);
    QPalette colours = palette();
    if (colours.color(QPalette::Active, QPalette::PlaceholderText) == muted)
        return;
    colours.setColor(QPalette::PlaceholderText, muted);
    setPalette(colours);
}

} // namespace roster
