// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/subscriptionchoice.h"
#include "ui/record/readlist.h"
#include "ui/record/recordlistparts.h"

class QCheckBox;

namespace roster {

//! What a contact is sent: every subscription type of the workspace, with the contact's choice as
//! a box to tick. How the choice is asked for (opting in or out) stands under it.
class SubscriptionsList : public ReadList
{
    Q_OBJECT

public:
    SubscriptionsList(const RecordListParts &parts, QWidget *parent);

protected:
    void read() override;
    QString readingText() const override { return tr("Reading subscriptions…"); }
    QString nothingText() const override { return tr("The workspace has no subscription types"); }

private:
    void show(const QList<SubscriptionChoice> &choices);
    QWidget *rowOf(const SubscriptionChoice &choice, QWidget *parent);
    void choose(QCheckBox *box, const SubscriptionType &type);

    RecordListParts m_parts;
};

} // namespace roster
