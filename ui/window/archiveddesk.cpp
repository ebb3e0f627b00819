// SPDX-License-Identifier: MIT
#include "ui/window/archiveddesk.h"

#include "core/domain/filterdays.h"
#include "core/service/batchhistory.h"
#include "core/service/session.h"
#include "ui/archive/archivedgroups.h"
#include "ui/archive/archivedview.h"
#include "ui/archive/momenttext.h"
#include "ui/panel/contactpanel.h"
#include "ui/text/errortext.h"
#include "ui/window/contactcommands.h"

namespace roster {

ArchivedDesk::ArchivedDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    const BatchHistory *history = m_parts.session.batchHistory();
    m_parts.archived.setTodayOffered(history != nullptr);
    if (!history)
        return;
    connect(&m_parts.archived, &ArchivedView::contactShown, this, &ArchivedDesk::show);
    connect(&m_parts.archived, &ArchivedView::todayRequested, this, &ArchivedDesk::restoreToday);
}

void ArchivedDesk::show(const ArchivedContact &contact)
{
    m_entry = contact.entry;
    if (contact.entry == 0)
        return m_parts.panel.showNothing();
    const QTimeZone zone(m_parts.session.identity().timeZone);
    const QString moment = momentText(contact.archivedAt, m_parts.session.now(),
                                      zone.isValid() ? zone : QTimeZone::utc(), QLocale());
    m_parts.session.batchHistory()
        ->asItWas(contact.entry)
        ->onFinished(this, [this, moment, entry = contact.entry](const Result<Contact> &past) {
            if (entry != m_entry || !m_parts.archived.isVisible())
                return;
            if (past)
                m_parts.panel.showPast(*past, tr("As it was when archived · %1").arg(moment));
            else
                m_parts.panel.showNothing();
        });
}

void ArchivedDesk::restoreToday()
{
    const QByteArray zone = m_parts.session.identity().timeZone;
    const qint64 now = m_parts.session.now();
    m_parts.session.batchHistory()
        ->archivedBetween(startOfDay(dayAt(now, zone), zone), now + 1)
        ->onFinished(this, [this](const Result<QList<ArchivedContact>> &contacts) {
            if (!contacts)
                return m_parts.runs.say(errorLine(contacts.error(), Doing::Loading));
            Chosen chosen;
            for (const ArchivedContact &contact : *contacts)
                chosen.targets.append(targetOf(contact));
            if (chosen.isEmpty())
                m_parts.runs.say(tr("Nothing was archived today."));
            else
                m_parts.commands.restore(chosen);
        });
}

} // namespace roster
