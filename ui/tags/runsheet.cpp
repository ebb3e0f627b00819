// SPDX-License-Identifier: MIT
#include "ui/tags/runsheet.h"

#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "ui/tags/picker.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace roster {

RunSheet::RunSheet(const Theme &theme, const QString &objectName, Session &session,
                   const QList<BulkTarget> &targets, QWidget *host)
    : TaskSheet(theme, objectName, host, nullptr)
    , m_session(session)
    , m_targets(targets)
{
}

void RunSheet::usePicker(Picker *picker)
{
    m_picker = picker;
    body()->addWidget(picker);
    setFirstFocus(picker->field());
    connect(picker, &Picker::changed, this, [this] { updateButtons(); });
    connect(picker, &Picker::confirmed, this, [this] { mainButton()->click(); });
}

QString RunSheet::targetsText() const
{
    if (m_targets.size() == 1) {
        const BulkTarget &only = m_targets.constFirst();
        return only.label.isEmpty() ? tr("One contact") : only.label;
    }
    return tr("%Ln contacts", nullptr, static_cast<int>(m_targets.size()));
}

QList<ContactId> RunSheet::targetIds() const
{
    QList<ContactId> ids;
    for (const BulkTarget &target : m_targets)
        ids.append(target.id);
    return ids;
}

void RunSheet::go(const BulkAction &action, const QString &what)
{
    if (m_targets.size() == 1)
        return follow(m_session.contacts().runBulk(action, m_targets), what);
    Q_EMIT actionChosen(action);
    dismiss();
}

void RunSheet::follow(BulkRun *run, const QString &what)
{
    const Doing doing = doingOf(run->action().kind);
    run->onFinished(this,
                    [this, doing](const Result<BulkReport> &result) { settled(result, doing); });
    hold(run, what);
    Q_EMIT runStarted(run);
}

void RunSheet::settled(const Result<BulkReport> &result, Doing doing)
{
    if (!result) {
        showError(result.error(), doing);
        return;
    }
    for (const BulkOutcome &outcome : result->settled) {
        if (!outcome.result) {
            showError(outcome.result.error(), doing);
            return;
        }
    }
    if (result->untouched.isEmpty())
        dismiss();
}

bool RunSheet::canProceed() const
{
    return m_picker && !m_picker->pickedName().isEmpty();
}

} // namespace roster
