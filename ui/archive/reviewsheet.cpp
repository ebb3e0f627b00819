// SPDX-License-Identifier: MIT
#include "ui/archive/reviewsheet.h"

#include "ui/archive/targetlist.h"
#include "ui/text/fieldtext.h"
#include "ui/theme/kind.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 620;

int countOf(const QList<BulkTarget> &targets, Role role)
{
    return static_cast<int>(std::count_if(targets.begin(), targets.end(),
                                          [role](const auto &each) { return each.role == role; }));
}

} // namespace

ReviewSheet::ReviewSheet(const Theme &theme, const QString &objectName,
                         const QList<BulkTarget> &targets, QWidget *host)
    : TaskSheet(theme, objectName, host, nullptr)
    , m_theme(theme)
    , m_targets(targets)
{
    setCardWidth(CardWidth);
}

void ReviewSheet::addReview(const QString &sentence)
{
    auto *count = new QLabel(QLocale().toString(m_targets.size()), this);
    auto *text = new QLabel(sentence, this);
    const QString split = roleSplit(countOf(m_targets, Role::User), countOf(m_targets, Role::Lead));
    auto *roles = new QLabel(tr("· %1", "a further fact").arg(split), this);
    QFont bold = m_theme.type().body;
    bold.setWeight(QFont::DemiBold);
    count->setFont(bold);
    setKind(*roles, u"muted"_s);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(24, 0, 0, 0);
    line->setSpacing(10);
    line->addWidget(count);
    line->addWidget(text);
    line->addWidget(roles);
    line->addStretch(1);
    body()->addLayout(line);
    body()->addWidget(new TargetList(m_theme, m_targets, this));
}

void ReviewSheet::proceed()
{
    Q_EMIT confirmed(m_targets, name());
    dismiss();
}

} // namespace roster
