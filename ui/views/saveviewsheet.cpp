// SPDX-License-Identifier: MIT
#include "ui/views/saveviewsheet.h"

#include "ui/views/savedviews.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QVBoxLayout>

namespace roster {

namespace {

constexpr int longestName = 80;

} // namespace

SaveViewSheet::SaveViewSheet(const Theme &theme, const SavedViews &views, const QString &summary,
                             QWidget *host)
    : TaskSheet(theme, QStringLiteral("saveViewSheet"), host, nullptr)
    , m_views(views)
    , m_edit(new TextField(theme, QStringLiteral("viewNameEdit"), tr("Name"), this))
    , m_field(new FormField(theme, QStringLiteral("viewNameField"), tr("&Name"), m_edit, this))
{
    setTitle(tr("Save view"));
    setSubtitle(summary);
    m_edit->setMaxLength(longestName);
    m_field->setHint(tr("Filters, text, columns, widths and order are saved. Views stay on this "
                        "computer."));
    body()->addWidget(m_field);
    addFooter(QStringLiteral("saveViewButton"), tr("&Save view"));
    setFirstFocus(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_field->clearProblem();
        updateButtons();
    });
    updateButtons();
}

QString SaveViewSheet::name() const
{
    return m_edit->text().simplified();
}

bool SaveViewSheet::canProceed() const
{
    return !name().isEmpty();
}

void SaveViewSheet::explain()
{
    m_field->setProblem(tr("Type a name for the view."));
    m_edit->setFocus(Qt::OtherFocusReason);
}

void SaveViewSheet::proceed()
{
    if (m_views.isNameTaken(name())) {
        m_field->setProblem(tr("There is a view of that name. Choose another one."));
        m_edit->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT named(name());
    dismiss();
}

} // namespace roster
