// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tags/runsheet.h"

namespace roster {

//! Adds one tag, existing or new, to one or many contacts.
class AddTagSheet : public RunSheet
{
    Q_OBJECT

public:
    AddTagSheet(const Theme &theme, Session &session, const QList<BulkTarget> &targets,
                QWidget *host);

protected:
    void proceed() override;

private:
    void fill();
    void addTag(const TagId &tag);
    void createTag(const QString &name);
};

} // namespace roster
