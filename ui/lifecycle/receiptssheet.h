// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/receipt.h"
#include "ui/prompts/tasksheet.h"

#include <functional>

namespace roster {

class LifecyclePort;
class Picker;

//! What was deleted, blocked and merged for good in this workspace, the latest first: pick one and
//! see its receipt.
class ReceiptsSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! `moment` words Unix seconds. `port` outlives the sheet.
    ReceiptsSheet(const Theme &theme, LifecyclePort &port, std::function<QString(qint64)> moment,
                  QWidget *host);

    Picker &picker() { return *m_picker; }

Q_SIGNALS:
    //! Show this one. The sheet is closing.
    void receiptChosen(const roster::Receipt &receipt);

protected:
    bool canProceed() const override;
    void proceed() override;

private:
    void load();
    void fill(const QList<Receipt> &receipts);

    LifecyclePort &m_port;
    std::function<QString(qint64)> m_moment;
    QList<Receipt> m_receipts;
    Picker *m_picker;
};

} // namespace roster
