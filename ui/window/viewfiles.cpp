// SPDX-License-Identifier: MIT
#include "ui/window/viewfiles.h"

#include "ui/prompts/prompts.h"
#include "ui/views/savedviews.h"
#include "ui/views/viewfile.h"
#include "ui/widgets/toaststack.h"

#include <QtCore/QFileInfo>

namespace roster {

namespace {

FileQuestion question(const QString &title)
{
    return {title, QStringLiteral("roster-views.json"), ViewFiles::tr("Saved views (*.json)")};
}

} // namespace

ViewFiles::ViewFiles(SavedViews &views, Prompts &prompts, ToastStack &toasts, QObject *parent)
    : QObject(parent)
    , m_views(views)
    , m_prompts(prompts)
    , m_toasts(toasts)
{
}

void ViewFiles::exportViews()
{
    if (m_views.all().isEmpty()) {
        m_toasts.show(tr("There are no saved views to export."));
        return;
    }
    m_prompts.chooseFileToSave(question(tr("Export views")))
        ->onFinished(this, [this](const Result<QString> &path) {
            if (path && !path->isEmpty())
                write(*path);
        });
}

void ViewFiles::importViews()
{
    m_prompts.chooseFileToOpen(question(tr("Import views")))
        ->onFinished(this, [this](const Result<QString> &path) {
            if (path && !path->isEmpty())
                read(*path);
        });
}

void ViewFiles::write(const QString &path)
{
    const Result<Done> written = writeViewFile(path, m_views.all());
    const QString name = QFileInfo(path).fileName();
    const auto count = static_cast<int>(m_views.all().size());
    if (!written)
        m_toasts.show(tr("“%1” could not be written: %2").arg(name, viewFileText(written.error())));
    else
        m_toasts.show((count == 1 ? tr("1 view exported to “%1”")
                                  : tr("%Ln views exported to “%1”", nullptr, count))
                          .arg(name));
}

void ViewFiles::read(const QString &path)
{
    const Result<QList<SavedView>> views = readViewFile(path);
    if (!views) {
        m_toasts.show(tr("“%1” could not be imported. %2")
                          .arg(QFileInfo(path).fileName(), viewFileText(views.error())));
        return;
    }
    const QList<QUuid> added = m_views.import(*views);
    if (added.isEmpty()) {
        m_toasts.show(views->isEmpty() ? tr("There are no views in the file.")
                                       : tr("Every view of the file is here already."));
        return;
    }
    const auto count = static_cast<int>(added.size());
    Toast *toast = m_toasts.show(
        count == 1 ? tr("1 view imported") : tr("%Ln views imported", nullptr, count), tr("Undo"));
    connect(toast, &Toast::actionTriggered, this, [this, added] {
        for (const QUuid &id : added)
            m_views.remove(id);
    });
}

} // namespace roster
