// SPDX-License-Identifier: MIT
#include "ui/help/aboutsheet.h"

#include "ui/theme/kind.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

AboutSheet::AboutSheet(const Theme &theme, QWidget *host)
    : Sheet(theme, u"aboutSheet"_s, host)
{
    setTitle(tr("Roster"));
    setSubtitle(
        tr("Version %1, with Qt %2").arg(QLatin1String(ROSTER_VERSION), QLatin1String(qVersion())));
    const QStringList texts{
        tr("Browse, edit and archive the contacts of a workspace. Works with Intercom; not made or "
           "endorsed by Intercom."),
        tr("Free software under the MIT licence. Roster sends nothing to anyone but the workspace "
           "you connect.")};
    for (const QString &text : texts) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        body()->addWidget(label);
    }
    QPushButton *close = buttons().addPrimary(u"closeButton"_s, tr("&Close"));
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::closeRequested, this, &Sheet::dismiss);
    connect(this, &Sheet::dismissed, this, &QObject::deleteLater);
}

} // namespace roster
