// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tags/runsheet.h"
#include "ui/tags/tagpresence.h"

namespace roster {

//! Removes one tag from one or many contacts: shows which tags they have, and on how many of them.
class RemoveTagSheet : public RunSheet
{
    Q_OBJECT

public:
    RemoveTagSheet(const Theme &theme, Session &session, const QList<BulkTarget> &targets,
                   QWidget *host);

protected:
    void proceed() override;

private:
    void fill(const SharedThings &shared);
};

} // namespace roster
