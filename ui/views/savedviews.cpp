// SPDX-License-Identifier: MIT
#include "ui/views/savedviews.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <utility>

namespace roster {

namespace {

const QString AsideSuffix = QStringLiteral("-aside");

} // namespace

QStringList savedViewsNames(const QString &workspaceId)
{
    const QString name = QStringLiteral("savedViews-") + workspaceId;
    return {name, name + AsideSuffix};
}

SavedViews::SavedViews(Keeping keeping, QObject *parent)
    : QObject(parent)
    , m_keeping(std::move(keeping))
{
    const QByteArray kept = m_keeping.read(m_keeping.name);
    if (kept.isEmpty())
        return;
    const Result<QList<SavedView>> views = savedViewsFromJson(kept);
    if (views) {
        m_views = *views;
        return;
    }
    m_wasSetAside = true;
    m_keeping.write(m_keeping.name + AsideSuffix, kept);
}

int SavedViews::indexOf(const QUuid &id) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(),
                                    [&id](const SavedView &view) { return view.id == id; });
    return found == m_views.end() ? -1 : static_cast<int>(found - m_views.begin());
}

std::optional<SavedView> SavedViews::view(const QUuid &id) const
{
    const int index = indexOf(id);
    return index < 0 ? std::nullopt : std::optional(m_views.at(index));
}

bool SavedViews::isNameTaken(const QString &name, const QUuid &except) const
{
    const QString wanted = name.simplified();
    return std::any_of(m_views.begin(), m_views.end(), [&](const SavedView &view) {
        return view.id != except && view.name.compare(wanted, Qt::CaseInsensitive) == 0;
    });
}

QString SavedViews::freeName(const QString &name) const
{
    QString free = name;
    for (int number = 2; isNameTaken(free); ++number)
        free = tr("%1 (%2)", "name, number").arg(name, QLocale().toString(number));
    return free;
}

QUuid SavedViews::add(SavedView view, int index)
{
    if (view.id.isNull())
        view.id = QUuid::createUuid();
    const QUuid id = view.id;
    const bool isInside = index >= 0 && index < m_views.size();
    m_views.insert(isInside ? index : m_views.size(), std::move(view));
    keep();
    return id;
}

void SavedViews::replace(const SavedView &view)
{
    const int index = indexOf(view.id);
    if (index < 0 || m_views.at(index) == view)
        return;
    m_views[index] = view;
    keep();
}

bool SavedViews::rename(const QUuid &id, const QString &name)
{
    const int index = indexOf(id);
    const QString wanted = name.simplified();
    if (index < 0 || wanted.isEmpty() || isNameTaken(wanted, id))
        return false;
    if (m_views.at(index).name == wanted)
        return true;
    m_views[index].name = wanted;
    keep();
    return true;
}

void SavedViews::move(const QUuid &id, int index)
{
    const int from = indexOf(id);
    const int to = std::clamp(index, 0, std::max(static_cast<int>(m_views.size()) - 1, 0));
    if (from < 0 || from == to)
        return;
    m_views.move(from, to);
    keep();
}

void SavedViews::remove(const QUuid &id)
{
    if (m_views.removeIf([&id](const SavedView &view) { return view.id == id; }) > 0)
        keep();
}

QList<QUuid> SavedViews::import(const QList<SavedView> &views)
{
    QList<QUuid> added;
    for (SavedView view : views) {
        const auto own = this->view(view.id);
        if (own && *own == view)
            continue;
        if (own)
            view.id = QUuid::createUuid();
        view.name = freeName(view.name.simplified());
        added.append(view.id);
        m_views.append(std::move(view));
    }
    if (!added.isEmpty())
        keep();
    return added;
}

void SavedViews::keep()
{
    m_keeping.write(m_keeping.name, savedViewsToJson(m_views));
    Q_EMIT changed();
}

} // namespace roster
