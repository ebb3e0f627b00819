// SPDX-License-Identifier: MIT
#include "ui/theme/stylesheet.h"

#include "ui/theme/color.h"
#include "ui/theme/metrics.h"
#include "ui/theme/resources.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Values = QHash<QString, QString>;

void addColors(Values &values, const ThemeColors &colors)
{
    using enum ColorRole;
    const std::initializer_list<std::pair<QString, ColorRole>> names{
        {u"window"_s, Window},
        {u"surface"_s, Surface},
        {u"sidebar"_s, Sidebar},
        {u"field"_s, Field},
        {u"text"_s, Text},
        {u"muted"_s, Muted},
        {u"disabled"_s, Disabled},
        {u"line"_s, Line},
        {u"faintline"_s, FaintLine},
        {u"accent"_s, Accent},
        {u"accenthover"_s, AccentHover},
        {u"accentoff"_s, AccentOff},
        {u"onaccent"_s, OnAccent},
        {u"selection"_s, Selection},
        {u"selectiontext"_s, SelectionText},
        {u"danger"_s, Danger},
        {u"dangerground"_s, DangerGround},
        {u"dangerline"_s, DangerLine},
        {u"warningground"_s, WarningGround},
        {u"warningline"_s, WarningLine},
        {u"warningtext"_s, WarningText},
        {u"infoground"_s, InfoGround},
        {u"hover"_s, Hover},
        {u"pressed"_s, Pressed},
        {u"inverse"_s, Inverse},
        {u"inversetext"_s, InverseText},
        {u"inversemuted"_s, InverseMuted},
        {u"inverseline"_s, InverseLine},
        {u"inversehover"_s, InverseHover},
        {u"inverseaccent"_s, InverseAccent},
        {u"scroll"_s, Scroll}};
    for (const auto &[name, role] : names)
        values.insert(name, color::cssName(colors[role]));
}

void addSizes(Values &values, const TypeScale &type, int motionMs)
{
    const auto px = [](int size) { return u"%1px"_s.arg(size); };
    values.insert(u"px-small"_s, px(type.small.pixelSize()));
    values.insert(u"px-body"_s, px(type.bodyPx));
    values.insert(u"px-caption"_s, px(type.caption.pixelSize()));
    values.insert(u"px-card"_s, px(type.person.pixelSize()));
    values.insert(u"px-person"_s, px(type.person.pixelSize()));
    values.insert(u"px-sheettitle"_s, px(type.sheetTitle.pixelSize()));
    values.insert(u"px-pagetitle"_s, px(type.pageTitle.pixelSize()));
    values.insert(u"radius"_s, px(metrics::controlRadius));
    values.insert(u"sheetradius"_s, px(metrics::sheetRadius));
    values.insert(u"motion"_s, QString::number(motionMs));
}

QString sheetTemplate()
{
    initUiResources();
    QFile file(u":/roster/style/roster.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The style sheet is missing from the program's resources");
    return QString::fromUtf8(file.readAll());
}

} // namespace

QString styleSheet(const ThemeColors &colors, const TypeScale &type, int motionMs)
{
    static const QString text = sheetTemplate();
    static const QRegularExpression name(u"@([a-z-]+)"_s);
    Values values;
    addColors(values, colors);
    addSizes(values, type, motionMs);
    QString out;
    qsizetype done = 0;
    for (auto it = name.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const auto value = values.constFind(match.captured(1));
        if (value == values.cend())
            qFatal("The style sheet names an unknown role: %s", qPrintable(match.captured(0)));
        out += QStringView(text).mid(done, match.capturedStart() - done);
        out += *value;
        done = match.capturedEnd();
    }
    out += QStringView(text).mid(done);
    return out;
}

} // namespace roster
