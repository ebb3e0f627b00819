// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/appearance.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QString>

namespace roster {

//! The appearance settings of org.freedesktop.portal.Settings (namespace
//! org.freedesktop.appearance: color-scheme 0 none, 1 dark, 2 light; contrast 1 high;
//! reduced-motion 1 reduced), asked without blocking and followed by SettingChanged.
//! With no session bus or no portal it stays silent and knows nothing.
class PortalAppearance : public Appearance
{
    Q_OBJECT

public:
    //! Asks the session bus, where the environment names one.
    explicit PortalAppearance(QObject *parent = nullptr);
    //! Asks \a bus; for tests with a bus of their own.
    explicit PortalAppearance(const QDBusConnection &bus, QObject *parent = nullptr);

    //! Takes in one setting as the portal tells it; other namespaces and keys are ignored.
    void apply(const QString &nameSpace, const QString &key, const QVariant &value);

private Q_SLOTS:
    void takeSetting(const QString &nameSpace, const QString &key, const QDBusVariant &value);

private:
    void follow(QDBusConnection bus);
    void ask(const QDBusConnection &bus, const QString &key);
};

} // namespace roster
