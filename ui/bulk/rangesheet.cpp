// SPDX-License-Identifier: MIT
#include "ui/bulk/rangesheet.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/textfield.h"

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

std::optional<std::vector<RowSpan>> typedRows(const QString &typed, int rows)
{
    // Blanks around the dash belong to the range; elsewhere they part two.
    static const QRegularExpression dash(u"\\s*[-\u2013\u2014]\\s*"_s);
    static const QRegularExpression part(u"[,;\\s]+"_s);
    static const QRegularExpression range(u"^(\\d{1,9})(-(\\d{1,9})?)?$"_s);
    std::vector<RowSpan> spans;
    const QStringList parts = QString(typed).replace(dash, u"-"_s).split(part, Qt::SkipEmptyParts);
    for (const QString &each : parts) {
        const QRegularExpressionMatch match = range.match(each);
        if (!match.hasMatch())
            return std::nullopt;
        const int first = match.captured(1).toInt();
        const bool isRange = match.capturedLength(2) > 0;
        const int last = !isRange                      ? first
                         : match.capturedLength(3) > 0 ? match.captured(3).toInt()
                                                       : rows;
        if (first < 1 || last < first || last > rows)
            return std::nullopt;
        spans.push_back({first - 1, last - first + 1});
    }
    return spans.empty() ? std::nullopt : std::optional(spans);
}

RangeSheet::RangeSheet(const Theme &theme, int rows, QWidget *host)
    : TaskSheet(theme, u"rangeSheet"_s, host, nullptr)
    , m_rows(rows)
    , m_edit(new TextField(theme, u"rangeEdit"_s, tr("Rows"), this))
    , m_field(new FormField(theme, u"rangeField"_s, tr("&Rows"), m_edit, this))
{
    setTitle(tr("Select rows"));
    setSubtitle(tr("By their numbers, as the table shows them now: 1 is the first of %1.")
                    .arg(QLocale().toString(rows)));
    m_edit->setPlaceholderText(u"1-50, 80"_s);
    body()->addWidget(m_field);
    addFooter(u"selectRowsButton"_s, tr("&Select"));
    setFirstFocus(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_field->clearProblem();
        updateButtons();
    });
}

bool RangeSheet::canProceed() const
{
    return typedRows(m_edit->text(), m_rows).has_value();
}

void RangeSheet::explain()
{
    m_field->setProblem(tr("Numbers from 1 to %1, such as 1-50, 80.").arg(m_rows));
}

void RangeSheet::proceed()
{
    Q_EMIT rowsChosen(*typedRows(m_edit->text(), m_rows));
    dismiss();
}

} // namespace roster
