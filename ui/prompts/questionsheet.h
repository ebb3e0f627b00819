// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/sheet.h"

namespace roster {

//! A question before something is lost. The keyboard starts on the button that loses nothing.
class QuestionSheet : public Sheet
{
    Q_OBJECT

public:
    struct Words
    {
        QString title;
        QString text;
        //! The button that keeps everything as it is: "Keep editing".
        QString keep;
        //! The button that goes on: "Discard".
        QString goOn;
    };

    QuestionSheet(const Theme &theme, const QString &objectName, const Words &words, QWidget *host);

Q_SIGNALS:
    //! Exactly once, before dismissed(): true for the button that goes on.
    void answered(bool isConfirmed);

private:
    void answer(bool isConfirmed);

    bool m_isAnswered = false;
};

} // namespace roster
