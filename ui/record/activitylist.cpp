// SPDX-License-Identifier: MIT
#include "ui/record/activitylist.h"

#include "core/service/contactservice.h"
#include "core/service/lifecycleservice.h"
#include "core/service/session.h"
#include "ui/bulk/runwords.h"
#include "ui/record/activitytext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plainwords.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

ActivityList::ActivityList(const RecordListParts &parts, QWidget *parent)
    : ReadList(u"activityList"_s, parent)
    , m_parts(parts)
{
    // The journal has something new, about whomever.
    connect(&parts.session.contacts(), &ContactService::contactsStored, this,
            [this](const QList<ContactId> &ids) {
                if (ids.contains(contactId()))
                    readAgain();
            });
}

void ActivityList::read()
{
    if (LifecycleService *service = m_parts.session.lifecycle())
        follow(service->activity(contactId()),
               [this](const QList<ActivityEntry> &entries) { show(entries); });
    else
        showContent(nullptr, 0);
}

void ActivityList::show(const QList<ActivityEntry> &entries)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    auto *heading = new QLabel(tr("Done with Roster"), content);
    setKind(*heading, u"caption"_s);
    column->addWidget(heading);
    int number = 0;
    for (const ActivityEntry &entry : entries)
        column->addWidget(rowOf(entry, number++, content));
    showContent(content, static_cast<int>(entries.size()));
}

QWidget *ActivityList::rowOf(const ActivityEntry &entry, int number, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const QTimeZone zone(m_parts.session.identity().timeZone);
    const RunWords words =
        runWords(entry.action, m_parts.session.book(), zone.isValid() ? zone : QTimeZone::utc());
    auto *what = new QLabel(activityTitle(entry, words), row);
    what->setObjectName(u"activityTitle%1"_s.arg(number));
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    column->addWidget(what);
    const ToldMoment at = toldMoment(entry.at, m_parts.session);
    auto *facts = new ElidedLabel(u"activityFacts%1"_s.arg(number), row);
    facts->setFullText(activityFacts(entry, at.shortly));
    row->setToolTip(plainToolTip(at.exactly));
    setKind(*facts, u"muted"_s);
    column->addWidget(facts);
    return row;
}

} // namespace roster
