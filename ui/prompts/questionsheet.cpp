// SPDX-License-Identifier: MIT
#include "ui/prompts/questionsheet.h"

#include "ui/widgets/sheetbuttons.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

QuestionSheet::QuestionSheet(const Theme &theme, const QString &objectName, const Words &words,
                             QWidget *host)
    : Sheet(theme, objectName, host)
{
    setTitle(words.title);
    setAccessibleDescription(words.text);
    auto *text = new QLabel(words.text, this);
    text->setObjectName(u"questionLabel"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    body()->addWidget(text);
    QPushButton *keep = buttons().addSecondary(u"keepButton"_s, words.keep);
    QPushButton *goOn = buttons().addDanger(u"goOnButton"_s, words.goOn);
    setFirstFocus(keep);
    connect(keep, &QPushButton::clicked, this, [this] { answer(false); });
    connect(goOn, &QPushButton::clicked, this, [this] { answer(true); });
    connect(this, &Sheet::closeRequested, this, [this] { answer(false); });
    connect(this, &Sheet::dismissed, this, &QObject::deleteLater);
}

void QuestionSheet::answer(bool isConfirmed)
{
    if (m_isAnswered)
        return;
    m_isAnswered = true;
    Q_EMIT answered(isConfirmed);
    dismiss();
}

} // namespace roster
