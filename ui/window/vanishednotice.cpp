// SPDX-License-Identifier: MIT
#include "ui/window/vanishednotice.h"

#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "core/service/syncer.h"
#include "ui/archive/archivedview.h"
#include "ui/text/errortext.h"
#include "ui/widgets/bannerstack.h"
#include "ui/widgets/toaststack.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <utility>

namespace roster {

namespace {

const QString Key = QStringLiteral("vanished");
//! A sweep finds them one by one.
constexpr int SoonMs = 250;

} // namespace

VanishedNotice::VanishedNotice(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &VanishedNotice::read);
    const ContactService *service = &m_parts.session.contacts();
    connect(service, &ContactService::contactsVanished, this, &VanishedNotice::note);
    connect(service, &ContactService::vanishedChanged, &m_soon,
            [this] { m_soon.isActive() ? void() : m_soon.start(); });
    connect(&m_parts.session.syncer(), &Syncer::statusChanged, this, &VanishedNotice::followLook);
    connect(&m_parts.banners, &BannerStack::actionTriggered, this, [this](const QString &key) {
        if (key == Key)
            showFirst();
    });
    connect(&m_parts.archived, &ArchivedView::forgetRequested, this, &VanishedNotice::forget);
    read();
}

void VanishedNotice::look()
{
    m_isLooking = true;
    m_hasFound = false;
    m_parts.session.syncer().sweep();
}

void VanishedNotice::note(const QList<ContactId> &ids)
{
    for (const ContactId &id : ids)
        m_untold.insert(id);
    m_hasFound = true;
    if (!m_soon.isActive())
        m_soon.start();
}

void VanishedNotice::read()
{
    m_parts.session.contacts().vanished()->onFinished(
        this, [this](const Result<QList<VanishedContact>> &vanished) {
            if (vanished)
                take(*vanished);
        });
}

void VanishedNotice::take(const QList<VanishedContact> &vanished)
{
    m_parts.archived.setVanished(vanished);
    QList<VanishedContact> fresh;
    QSet<ContactId> still;
    for (const VanishedContact &contact : vanished) {
        if (!m_untold.contains(contact.id))
            continue;
        fresh.append(contact);
        still.insert(contact.id);
    }
    // One that came back or was forgotten is not told of.
    m_untold = still;
    fresh.isEmpty() ? m_parts.banners.remove(Key) : tell(fresh);
}

void VanishedNotice::tell(const QList<VanishedContact> &fresh)
{
    const VanishedContact &first = fresh.constFirst();
    m_first = first.id;
    const auto count = static_cast<int>(fresh.size());
    const QString name = first.label.isEmpty() ? first.email : first.label;
    const QString text =
        count > 1 ? tr("%Ln contacts are gone from Intercom: archived, deleted or merged "
                       "elsewhere.",
                       nullptr, count)
        : name.isEmpty()
            ? tr("1 contact is gone from Intercom: archived, deleted or merged elsewhere.")
            : tr("%1 is gone from Intercom: archived, deleted or merged elsewhere.").arg(name);
    const bool isNew = !m_parts.banners.banner(Key);
    Banner *banner = m_parts.banners.put(Key, Tone::Info, text, tr("Show"));
    if (!isNew)
        return;
    banner->setClosable(true);
    connect(banner, &Banner::closeRequested, this, &VanishedNotice::dismiss);
}

void VanishedNotice::dismiss()
{
    m_untold.clear();
    m_parts.banners.remove(Key);
}

void VanishedNotice::showFirst()
{
    const ContactId first = m_first;
    dismiss();
    Q_EMIT showRequested(first);
}

// Whoever asked is told when nothing was found; what was found tells itself.
void VanishedNotice::followLook(const SyncStatus &status)
{
    if (!m_isLooking || status.state == SyncStatus::State::Loading)
        return;
    m_isLooking = false;
    if (status.state == SyncStatus::State::UpToDate && !m_hasFound)
        m_parts.toasts.show(tr("No contact was deleted elsewhere."));
}

void VanishedNotice::forget(const QList<ContactId> &ids)
{
    m_parts.session.contacts().forgetVanished(ids)->onFinished(
        this, [this](const Result<int> &forgotten) {
            if (!forgotten)
                return void(m_parts.toasts.show(errorLine(forgotten.error(), Doing::Loading)));
            m_parts.toasts.show(*forgotten == 1
                                    ? tr("1 contact forgotten")
                                    : tr("%Ln contacts forgotten", nullptr, *forgotten));
        });
}

} // namespace roster
