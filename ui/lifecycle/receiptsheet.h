// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/receipt.h"
#include "ui/widgets/sheet.h"

#include <QtCore/QTimeZone>

namespace roster {

//! One receipt: what was done for good, to whom, when, by whose token; to read and to copy.
class ReceiptSheet : public Sheet
{
    Q_OBJECT

public:
    //! Times are shown in `zone`.
    ReceiptSheet(const Theme &theme, const Receipt &receipt, const QTimeZone &zone, QWidget *host);

private:
    void copy();

    Receipt m_receipt;
    QTimeZone m_zone;
};

} // namespace roster
