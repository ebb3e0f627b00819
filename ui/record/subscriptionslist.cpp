// SPDX-License-Identifier: MIT
#include "ui/record/subscriptionslist.h"

#include "core/service/recordservice.h"
#include "core/service/session.h"
#include "ui/text/errortext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/plainwords.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

SubscriptionsList::SubscriptionsList(const RecordListParts &parts, QWidget *parent)
    : ReadList(u"subscriptionsList"_s, parent)
    , m_parts(parts)
{
}

void SubscriptionsList::read()
{
    if (RecordService *service = m_parts.session.records())
        follow(service->subscriptions(contactId()),
               [this](const QList<SubscriptionChoice> &choices) { show(choices); });
}

void SubscriptionsList::show(const QList<SubscriptionChoice> &choices)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (const SubscriptionChoice &choice : choices)
        column->addWidget(rowOf(choice, content));
    showContent(content, static_cast<int>(choices.size()));
}

QWidget *SubscriptionsList::rowOf(const SubscriptionChoice &choice, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QString name = firstWords(choice.type.name.simplified(), 80);
    if (name.isEmpty())
        name = choice.type.id.text();
    auto *box = new QCheckBox(row);
    box->setObjectName(u"subscription_%1Box"_s.arg(choice.type.id.text()));
    box->setText(QString(name).replace(u'&', u"&&"_s));
    box->setAccessibleName(tr("Subscribed to %1").arg(name));
    box->setChecked(choice.isSubscribed());
    box->setToolTip(plainToolTip(choice.type.description));
    column->addWidget(box);

    const bool isOptIn = choice.type.consent == SubscriptionType::Consent::OptIn;
    auto *consent =
        new QLabel(isOptIn ? tr("Sent only after opting in") : tr("Sent unless opted out"), row);
    consent->setContentsMargins(22, 0, 0, 0);
    setKind(*consent, u"small"_s);
    column->addWidget(consent);
    if (choice.type.state != SubscriptionType::State::Live) {
        consent->setText(tr("%1. Not in use any more.").arg(consent->text()));
        box->setEnabled(false);
    }
    connect(box, &QCheckBox::clicked, this, [this, box, type = choice.type] { choose(box, type); });
    return row;
}

void SubscriptionsList::choose(QCheckBox *box, const SubscriptionType &type)
{
    RecordService *service = m_parts.session.records();
    if (!service)
        return;
    clearProblem();
    const bool isSubscribed = box->isChecked();
    const bool isOptIn = type.consent == SubscriptionType::Consent::OptIn;
    // One choice at a time: a second press would overtake the first.
    box->setEnabled(false);
    service->choose(contactId(), type, isSubscribed == isOptIn)
        ->onFinished(box, [this, box, isSubscribed](const Result<SubscriptionType> &answer) {
            box->setEnabled(true);
            if (answer)
                return;
            if (answer.error().effect == Effect::Unknown)
                return readAgain();
            box->setChecked(!isSubscribed);
            showProblem(errorLine(answer.error(), Doing::ChoosingSubscription));
        });
}

} // namespace roster
