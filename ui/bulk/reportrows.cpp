// SPDX-License-Identifier: MIT
#include "ui/bulk/reportrows.h"

#include "ui/text/errortext.h"

namespace roster {

namespace {

QString resultName(const BulkOutcome &outcome)
{
    if (outcome.result)
        return outcome.wasSo ? QStringLiteral("was so already") : QStringLiteral("done");
    return outcome.result.error().effect == Effect::NotApplied ? QStringLiteral("failed")
                                                               : QStringLiteral("not certain");
}

QStringList headOf(const BulkTarget &target)
{
    return {target.id.text(), target.label, target.email, roleName(target.role)};
}

} // namespace

QList<QStringList> reportRows(BulkAction::Kind kind, const BulkReport &report)
{
    // Names of columns and results are for programs too, so they are not translated.
    QList<QStringList> rows{{QStringLiteral("contact_id"), QStringLiteral("name"),
                             QStringLiteral("email"), QStringLiteral("role"),
                             QStringLiteral("result"), QStringLiteral("reason"),
                             QStringLiteral("http_status"), QStringLiteral("request_id")}};
    for (const BulkOutcome &outcome : report.settled) {
        QStringList row = headOf(outcome.target) + QStringList{resultName(outcome)};
        if (outcome.result) {
            row += QStringList{{}, {}, {}};
        } else {
            const ApiError &error = outcome.result.error();
            row += QStringList{errorText(error, doingOf(kind)).sentence,
                               error.httpStatus > 0 ? QString::number(error.httpStatus) : QString(),
                               error.requestId};
        }
        rows.append(row);
    }
    for (const BulkTarget &target : report.untouched)
        rows.append(headOf(target) + QStringList{QStringLiteral("untouched"), {}, {}, {}});
    return rows;
}

} // namespace roster
