// SPDX-License-Identifier: MIT
#pragma once

#include "ui/prompts/prompts.h"
#include "ui/prompts/questionsheet.h"

#include <QtCore/QPointer>

namespace roster {

//! Asks in sheets over a window.
class WidgetPrompts : public QObject, public Prompts
{
    Q_OBJECT

public:
    //! Sheets lie over `host`; both `theme` and `host` outlive this.
    WidgetPrompts(const Theme &theme, QWidget &host, QObject *parent);

    OperationOf<bool> *confirmDiscard(const QString &title) override;
    OperationOf<bool> *confirmResetSandbox() override;
    OperationOf<QString> *chooseFileToOpen(const FileQuestion &question) override;
    OperationOf<QString> *chooseFileToSave(const FileQuestion &question) override;

private:
    OperationOf<QString> *choose(const FileQuestion &question, bool isToSave);
    OperationOf<bool> *ask(const QString &objectName, const QuestionSheet::Words &words);

    const Theme &m_theme;
    QWidget &m_host;
};

} // namespace roster
