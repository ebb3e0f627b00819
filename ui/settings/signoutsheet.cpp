// SPDX-License-Identifier: MIT
#include "ui/settings/signoutsheet.h"

#include "core/domain/csv.h"
#include "core/domain/privatefile.h"
#include "core/service/session.h"
#include "ui/archive/journalexport.h"
#include "ui/prompts/prompts.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/radioline.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 520;
constexpr int ChoiceIndent = 24;

QString keepText(int count)
{
    if (count == 0)
        return SignOutSheet::tr("It has no archived contacts of this workspace.");
    return count == 1 ? SignOutSheet::tr("1 archived contact can still be found and restored once "
                                         "you connect again.")
                      : SignOutSheet::tr("%Ln archived contacts can still be found and restored "
                                         "once you connect again.",
                                         nullptr, count);
}

QString wipeText(int count)
{
    if (count == 0)
        return SignOutSheet::tr("No archived contact would be lost from sight.");
    const QString why =
        SignOutSheet::tr("Intercom can neither list nor search archived contacts. This cannot be "
                         "undone.");
    return (count == 1 ? SignOutSheet::tr("1 archived contact can then no longer be found: %1")
                       : SignOutSheet::tr("%Ln archived contacts can then no longer be found: %1",
                                          nullptr, count))
        .arg(why);
}

} // namespace

SignOutSheet::SignOutSheet(const Theme &theme, Session &session, Prompts &prompts, SignOut how,
                           QWidget *host)
    : TaskSheet(theme, u"signOutSheet"_s, host, &prompts)
    , m_session(session)
    , m_asking(prompts)
{
    setCardWidth(CardWidth);
    setTitle(tr("Sign out of %1?").arg(session.identity().name));
    body()->addWidget(makeText(
        u"signOutLabel"_s,
        tr("Roster forgets the access token and removes from this computer the contacts of this "
           "workspace, damaged copies of them that were set aside, and its saved views, since "
           "their filters may name customers. Nothing changes in Intercom.")));
    m_keep = makeRadioButton(u"keepJournalButton"_s,
                             tr("&Keep the archive journal on this computer"), this);
    m_keepText = makeText(u"keepJournalLabel"_s, tr("Counting…"));
    m_wipe = makeRadioButton(u"wipeJournalButton"_s, tr("&Wipe the archive journal too"), this);
    m_wipeText = makeText(u"wipeJournalLabel"_s, tr("Counting…"));
    addChoice(m_keep, m_keepText);
    addChoice(m_wipe, m_wipeText);
    (how == SignOut::WipeJournal ? m_wipe : m_keep)->setChecked(true);
    m_export = makeButton(u"exportJournalButton"_s, tr("&Export the journal…"), this);
    m_export->setEnabled(false);
    buttons().addLeading(m_export);
    addFooter(u"goOnButton"_s, tr("Sign &out"), Main::Danger);
    setFirstFocus(cancelButton());
    connect(m_wipe, &QRadioButton::toggled, this, &SignOutSheet::showChoice);
    connect(m_export, &QPushButton::clicked, this, &SignOutSheet::askForFile);
    showChoice();
    count();
}

QLabel *SignOutSheet::makeText(const QString &objectName, const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void SignOutSheet::addChoice(QRadioButton *button, QLabel *text)
{
    setKind(*text, u"muted"_s);
    text->setContentsMargins(ChoiceIndent, 0, 0, 0);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(button);
    column->addWidget(text);
    body()->addLayout(column);
}

void SignOutSheet::count()
{
    m_session.archive().archivedCount()->onFinished(
        this, [this](const Result<int> &count) { counted(count); });
}

void SignOutSheet::counted(const Result<int> &count)
{
    m_isCounted = true;
    if (count) {
        m_keepText->setText(keepText(*count));
        m_wipeText->setText(wipeText(*count));
        m_export->setEnabled(*count > 0);
    } else {
        m_keepText->setText(tr("It could not be read, so its contacts could not be counted."));
        m_wipeText->setText(tr("Whatever it holds can then no longer be found."));
    }
    for (QRadioButton *button : {m_keep, m_wipe})
        button->setAccessibleDescription((button == m_keep ? m_keepText : m_wipeText)->text());
    updateButtons();
}

SignOut SignOutSheet::how() const
{
    return m_wipe->isChecked() ? SignOut::WipeJournal : SignOut::KeepJournal;
}

void SignOutSheet::showChoice()
{
    const bool isWipe = how() == SignOut::WipeJournal;
    mainButton()->setText(isWipe ? tr("Sign out and wipe") : tr("Sign &out"));
    setKind(*mainButton(), isWipe ? u"danger"_s : u"primary"_s);
    mainButton()->setAccessibleName(mainButton()->text().remove(u'&'));
    updateButtons();
}

bool SignOutSheet::canProceed() const
{
    // Nobody wipes what they have not been told the size of.
    return m_isCounted || how() == SignOut::KeepJournal;
}

void SignOutSheet::proceed()
{
    const SignOut chosen = how();
    dismiss();
    Q_EMIT confirmed(chosen);
}

void SignOutSheet::askForFile()
{
    m_asking
        .chooseFileToSave(
            {tr("Export the archive journal"), u"roster-archived.csv"_s, tr("Tables (*.csv)")})
        ->onFinished(this, [this](const Result<QString> &path) {
            if (path && !path->isEmpty())
                exportTo(*path);
        });
}

void SignOutSheet::exportTo(const QString &path)
{
    OperationOf<QList<ArchiveBatch>> *reading = m_session.archive().archived({});
    reading->onFinished(this, [this, path](const Result<QList<ArchiveBatch>> &batches) {
        if (batches)
            write(path, *batches);
        else
            message().setMessage(Tone::Danger, tr("The archive journal could not be read."));
    });
}

void SignOutSheet::write(const QString &path, const QList<ArchiveBatch> &batches)
{
    const QString name = QFileInfo(path).fileName();
    const Result<Done> written = writePrivateFile(path, csvFile(journalRows(batches)));
    if (!written) {
        message().setMessage(Tone::Danger,
                             tr("“%1” could not be written: %2").arg(name, written.error().detail));
        return;
    }
    const int count = contactCount(batches);
    message().setMessage(Tone::Info,
                         (count == 1 ? tr("1 contact exported to “%1”.")
                                     : tr("%Ln contacts exported to “%1”.", nullptr, count))
                             .arg(name));
}

} // namespace roster
