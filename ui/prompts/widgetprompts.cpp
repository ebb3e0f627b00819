// SPDX-License-Identifier: MIT
#include "ui/prompts/widgetprompts.h"

#include <QtWidgets/QFileDialog>

using namespace Qt::StringLiterals;

namespace roster {

WidgetPrompts::WidgetPrompts(const Theme &theme, QWidget &host, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_host(host)
{
}

OperationOf<bool> *WidgetPrompts::confirmDiscard(const QString &title)
{
    return ask(u"discardSheet"_s,
               {tr("Discard what you typed?"),
                tr("“%1” has changes that were not saved.", "title of a sheet").arg(title),
                tr("&Keep editing"), tr("&Discard")});
}

OperationOf<bool> *WidgetPrompts::confirmResetSandbox()
{
    return ask(u"resetSandboxSheet"_s,
               {tr("Reset the sandbox?"),
                tr("Its made-up people come back as they were at first. Whatever was changed, "
                   "created or archived in the sandbox is lost. Real workspaces are not touched."),
                tr("&Keep it"), tr("&Reset sandbox")});
}

OperationOf<QString> *WidgetPrompts::chooseFileToOpen(const FileQuestion &question)
{
    return choose(question, false);
}

OperationOf<QString> *WidgetPrompts::chooseFileToSave(const FileQuestion &question)
{
    return choose(question, true);
}

OperationOf<QString> *WidgetPrompts::choose(const FileQuestion &question, bool isToSave)
{
    auto *answer = new OperationOf<QString>(this);
    auto *dialog = new QFileDialog(&m_host, question.title, QString(), question.filter);
    dialog->setObjectName(u"fileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(isToSave ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(isToSave ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(question.name.section(u'.', -1));
    if (isToSave)
        dialog->selectFile(question.name);
    connect(dialog, &QFileDialog::fileSelected, answer,
            [answer](const QString &path) { answer->settle(path); });
    connect(dialog, &QObject::destroyed, answer, [answer] { answer->settle(QString()); });
    answer->setCanceller([dialog = QPointer<QFileDialog>(dialog)] {
        if (dialog)
            dialog->close();
    });
    dialog->open();
    return answer;
}

OperationOf<bool> *WidgetPrompts::ask(const QString &objectName, const QuestionSheet::Words &words)
{
    auto *answer = new OperationOf<bool>(this);
    auto *sheet = new QuestionSheet(m_theme, objectName, words, &m_host);
    connect(sheet, &QuestionSheet::answered, answer,
            [answer](bool isConfirmed) { answer->settle(isConfirmed); });
    // Whoever asked may give up; a window that goes takes the question along.
    answer->setCanceller([sheet = QPointer<QuestionSheet>(sheet)] {
        if (sheet)
            sheet->dismiss();
    });
    connect(sheet, &QObject::destroyed, answer, [answer] { answer->settle(false); });
    sheet->open();
    return answer;
}

} // namespace roster
