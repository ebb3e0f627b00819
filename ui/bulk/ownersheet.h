// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tags/runsheet.h"

namespace roster {

//! Gives one or many contacts an owner: a teammate, or nobody.
class OwnerSheet : public RunSheet
{
    Q_OBJECT

public:
    OwnerSheet(const Theme &theme, Session &session, const QList<BulkTarget> &targets,
               QWidget *host);

protected:
    void proceed() override;

private:
    void fill();
};

} // namespace roster
