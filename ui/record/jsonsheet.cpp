// SPDX-License-Identifier: MIT
#include "ui/record/jsonsheet.h"

#include "ui/widgets/plainwords.h"

#include <QtCore/QJsonDocument>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 740;
constexpr int TextHeight = 460;
//! Laying out lines of a megabyte holds the window up; the whole of it can be copied.
constexpr qsizetype LongestLine = 2000;

//! Long values are cut for the screen.
QString shownLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        if (line.size() > LongestLine)
            line = line.left(LongestLine) + u'…';
    }
    return lines.join(u'\n');
}

} // namespace

JsonSheet::JsonSheet(const Theme &theme, const QString &who, const QByteArray &record,
                     QWidget *host)
    : TaskSheet(theme, u"jsonSheet"_s, host, nullptr)
    , m_whole(QString::fromUtf8(QJsonDocument::fromJson(record).toJson()))
    , m_text(new QPlainTextEdit(this))
{
    setCardWidth(CardWidth);
    setTitle(tr("The record as Intercom sent it"));
    setSubtitle(firstWords(who, 120));
    m_text->setObjectName(u"jsonText"_s);
    m_text->setAccessibleName(tr("JSON of the contact"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setMinimumHeight(TextHeight);
    m_text->setPlainText(shownLines(m_whole));
    body()->addWidget(m_text);
    addFooter(u"copyJsonButton"_s, tr("&Copy"));
    cancelButton()->setText(tr("Close"));
    setFirstFocus(m_text);
}

void JsonSheet::proceed()
{
    QGuiApplication::clipboard()->setText(m_whole);
    mainButton()->setText(tr("Copied"));
}

} // namespace roster
