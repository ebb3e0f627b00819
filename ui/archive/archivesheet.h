// SPDX-License-Identifier: MIT
#pragma once

#include "ui/archive/reviewsheet.h"

namespace roster {

class TextField;

//! Asks before many contacts are archived, and what to call the batch. Return does not archive.
class ArchiveSheet : public ReviewSheet
{
    Q_OBJECT

public:
    ArchiveSheet(const Theme &theme, const QList<BulkTarget> &targets, QWidget *host);

protected:
    QString name() const override;

private:
    TextField *m_name;
};

} // namespace roster
