// SPDX-License-Identifier: MIT
#include "app/parts/settings.h"

#include "ui/views/savedviews.h"

#include <QtCore/QFile>

namespace roster {

namespace {

const QString AppearanceKey = QStringLiteral("appearance/colours");
const QString MotionKey = QStringLiteral("appearance/reducedMotion");
const QString PicturesKey = QStringLiteral("appearance/pictures");
const QString WorkspaceGroup = QStringLiteral("workspace");
const QString StateGroup = QStringLiteral("state/");
const QString SessionOnlyName = QStringLiteral("session");
const QString KeepCopyName = QStringLiteral("copy");

QString storageKey(Region region, const QString &workspaceId)
{
    // The id comes from the server; a slash would make a group of it.
    return QStringLiteral("storage/%1-%2")
        .arg(regionCode(region), QString::fromLatin1(QUrl::toPercentEncoding(workspaceId)));
}

QString modeName(Theme::Mode mode)
{
    switch (mode) {
    case Theme::Mode::Light:
        return QStringLiteral("light");
    case Theme::Mode::Dark:
        return QStringLiteral("dark");
    case Theme::Mode::FollowSystem:
        break;
    }
    return QStringLiteral("follow");
}

//! Saved views may name customers: the file is its owner's alone, and stays so when it is written.
QString protectedFile(const QString &path)
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    QFile file(path);
    if (file.exists())
        file.setPermissions(ownerOnly);
    else if (file.open(QIODevice::WriteOnly, ownerOnly))
        file.close();
    return path;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(protectedFile(file), QSettings::IniFormat)
{
}

Theme::Mode Settings::themeMode() const
{
    const QString name = m_store.value(AppearanceKey).toString();
    for (const Theme::Mode choice : {Theme::Mode::Light, Theme::Mode::Dark}) {
        if (name == modeName(choice))
            return choice;
    }
    return Theme::Mode::FollowSystem;
}

void Settings::setThemeMode(Theme::Mode mode)
{
    m_store.setValue(AppearanceKey, modeName(mode));
    Q_EMIT appearanceChanged();
}

bool Settings::hasReducedMotion() const
{
    return m_store.value(MotionKey, false).toBool();
}

void Settings::setReducedMotion(bool isReduced)
{
    m_store.setValue(MotionKey, isReduced);
    Q_EMIT appearanceChanged();
}

bool Settings::showsPictures() const
{
    return m_store.value(PicturesKey, true).toBool();
}

void Settings::setShowsPictures(bool isOn)
{
    m_store.setValue(PicturesKey, isOn);
    Q_EMIT showsPicturesChanged(isOn);
}

std::optional<RememberedWorkspace> Settings::lastWorkspace() const
{
    m_store.beginGroup(WorkspaceGroup);
    RememberedWorkspace workspace;
    const auto region = regionFromCode(m_store.value(QStringLiteral("region")).toString());
    workspace.id = m_store.value(QStringLiteral("id")).toString();
    workspace.name = m_store.value(QStringLiteral("name")).toString();
    workspace.address.version =
        m_store.value(QStringLiteral("version"), workspace.address.version).toString();
    const QString baseUrl = m_store.value(QStringLiteral("baseUrl")).toString();
    m_store.endGroup();
    if (!region)
        return std::nullopt;
    workspace.address.region = *region;
    workspace.address.baseUrl = *region == Region::Custom ? QUrl(baseUrl) : regionUrl(*region);
    return workspace;
}

void Settings::setLastWorkspace(const std::optional<RememberedWorkspace> &workspace)
{
    m_store.remove(WorkspaceGroup);
    if (!workspace)
        return;
    m_store.beginGroup(WorkspaceGroup);
    m_store.setValue(QStringLiteral("region"), regionCode(workspace->address.region));
    m_store.setValue(QStringLiteral("id"), workspace->id);
    m_store.setValue(QStringLiteral("name"), workspace->name);
    m_store.setValue(QStringLiteral("version"), workspace->address.version);
    if (workspace->address.region == Region::Custom)
        m_store.setValue(QStringLiteral("baseUrl"), workspace->address.baseUrl.toString());
    m_store.endGroup();
}

StorageChoice Settings::storageChoice(Region region, const QString &workspaceId) const
{
    const QString name = m_store.value(storageKey(region, workspaceId)).toString();
    return name == SessionOnlyName ? StorageChoice::SessionOnly : StorageChoice::KeepCopy;
}

void Settings::setStorageChoice(Region region, const QString &workspaceId, StorageChoice choice)
{
    m_store.setValue(storageKey(region, workspaceId),
                     choice == StorageChoice::SessionOnly ? SessionOnlyName : KeepCopyName);
    // Should the program crash next, the contacts must not be put on the disk again.
    m_store.sync();
}

void Settings::forgetWorkspace(Region region, const QString &workspaceId)
{
    m_store.remove(storageKey(region, workspaceId));
    for (const QString &name : savedViewsNames(workspaceId))
        m_store.remove(StateGroup + name);
    m_store.sync();
}

QByteArray Settings::state(const QString &name) const
{
    return m_store.value(StateGroup + name).toByteArray();
}

void Settings::setState(const QString &name, const QByteArray &state)
{
    m_store.setValue(StateGroup + name, state);
}

} // namespace roster
