// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/storagestate.h"
#include "core/domain/workspace.h"
#include "ui/theme/theme.h"

#include <QtCore/QObject>
#include <QtCore/QSettings>

#include <optional>

namespace roster {

//! The workspace to reopen at the next start. No secret is part of it.
struct RememberedWorkspace
{
    WorkspaceAddress address;
    QString id;
    QString name;

    friend bool operator==(const RememberedWorkspace &, const RememberedWorkspace &) = default;
};

//! Typed settings over an INI file: one key, one type, one default. UI thread.
class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &file, QObject *parent = nullptr);

    Theme::Mode themeMode() const;
    void setThemeMode(Theme::Mode mode);
    bool hasReducedMotion() const;
    void setReducedMotion(bool isReduced);

    //! Pictures of contacts are fetched and shown; so they are until it is switched off.
    bool showsPictures() const;
    void setShowsPictures(bool isOn);

    std::optional<RememberedWorkspace> lastWorkspace() const;
    void setLastWorkspace(const std::optional<RememberedWorkspace> &workspace);

    //! Where the contacts of that workspace are kept; KeepCopy until something else was chosen.
    StorageChoice storageChoice(Region region, const QString &workspaceId) const;
    void setStorageChoice(Region region, const QString &workspaceId, StorageChoice choice);
    //! Removes what is kept of that workspace alone: the choice, and its saved views.
    void forgetWorkspace(Region region, const QString &workspaceId);

    //! Opaque states of windows, headers and splitters, by name.
    QByteArray state(const QString &name) const;
    void setState(const QString &name, const QByteArray &state);

Q_SIGNALS:
    void appearanceChanged();
    void showsPicturesChanged(bool isOn);

private:
    mutable QSettings m_store;
};

} // namespace roster
