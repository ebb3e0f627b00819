// SPDX-License-Identifier: MIT
#include "ui/theme/portalappearance.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearance = QStringLiteral("org.freedesktop.appearance");
constexpr int answerMs = 2000;

// Without an address libdbus would try to start a bus by itself, slowly and with words on
// standard error; so look first.
bool sessionBusIsNamed()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s);
}

//! Read() answers a variant in a variant, ReadOne() and the signal one level less.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

PortalAppearance::PortalAppearance(QObject *parent)
    : Appearance(parent)
{
    if (sessionBusIsNamed())
        follow(QDBusConnection::sessionBus());
}

PortalAppearance::PortalAppearance(const QDBusConnection &bus, QObject *parent)
    : Appearance(parent)
{
    follow(bus);
}

void PortalAppearance::follow(QDBusConnection bus)
{
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    for (const auto &key : {u"color-scheme"_s, u"contrast"_s, u"reduced-motion"_s})
        ask(bus, key);
}

void PortalAppearance::ask(const QDBusConnection &bus, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    call.setArguments({appearance, key});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, answerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, key](QDBusPendingCallWatcher *done) {
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (!reply.isError())
                    apply(appearance, key, QVariant::fromValue(reply.value()));
                done->deleteLater();
            });
}

void PortalAppearance::takeSetting(const QString &nameSpace, const QString &key,
                                   const QDBusVariant &value)
{
    apply(nameSpace, key, value.variant());
}

void PortalAppearance::apply(const QString &nameSpace, const QString &key, const QVariant &value)
{
    if (nameSpace != appearance)
        return;
    bool isNumber = false;
    const uint number = unwrapped(value).toUInt(&isNumber);
    if (!isNumber)
        return;
    if (key == "color-scheme"_L1)
        setScheme(number == 1 ? Scheme::Dark : number == 2 ? Scheme::Light : Scheme::Unknown);
    else if (key == "contrast"_L1)
        setHighContrast(number == 1);
    else if (key == "reduced-motion"_L1)
        setReducedMotion(number == 1);
}

} // namespace roster
