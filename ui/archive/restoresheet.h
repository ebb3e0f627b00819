// SPDX-License-Identifier: MIT
#pragma once

#include "ui/archive/reviewsheet.h"

namespace roster {

//! Asks before many contacts are restored.
class RestoreSheet : public ReviewSheet
{
    Q_OBJECT

public:
    RestoreSheet(const Theme &theme, const QList<BulkTarget> &targets, QWidget *host);
};

} // namespace roster
