// SPDX-License-Identifier: MIT
#include "ui/companies/companysections.h"

#include "ui/text/jsontext.h"
#include "ui/text/reltime.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CompanySections)
};

RecordLine timeLine(const QString &label, std::optional<qint64> time, const RecordContext &context)
{
    if (!time)
        return {label, {}, {}};
    const QTimeZone zone(context.timeZone);
    const auto moment = [](qint64 at) { return QDateTime::fromSecsSinceEpoch(at, Qt::UTC); };
    return {label, RelTime::relative(moment(*time), moment(context.now)),
            RelTime::exact(moment(*time), zone.isValid() ? zone : QTimeZone::utc(), QLocale())};
}

template <class T>
RecordLine numberLine(const QString &label, const std::optional<T> &number)
{
    return {label, number ? jsonText(static_cast<double>(*number)) : QString(), {}};
}

template <class T>
QString namesOf(const QList<T> &things)
{
    QStringList names;
    for (const T &thing : things)
        names.append(thing.name.isEmpty() ? thing.id.text() : thing.name);
    return names.join(Words::tr(", ", "between names"));
}

RecordLine countLine(const QString &label, qsizetype count)
{
    return {label, count > 0 ? QLocale().toString(count) : QString(), {}};
}

} // namespace

QList<RecordLine> companyLines(const CompanyRecord &company, const RecordContext &context)
{
    return {
        {Words::tr("Company id"), company.companyId, {}},
        {Words::tr("Intercom id"), company.id.text(), {}},
        {Words::tr("Plan"), company.plan.isEmpty() ? company.planId : company.plan, {}},
        {Words::tr("Website"), company.website, {}},
        {Words::tr("Industry"), company.industry, {}},
        numberLine(Words::tr("Size"), company.size),
        {Words::tr("Spend"),
         company.monthlySpend ? Words::tr("%1 a month").arg(jsonText(*company.monthlySpend))
                              : QString(),
         {}},
        numberLine(Words::tr("People"), company.userCount),
        numberLine(Words::tr("Sessions"), company.sessionCount),
        timeLine(Words::tr("Last seen"), company.lastRequestAt, context),
        timeLine(Words::tr("Created"), company.createdAt, context),
        timeLine(Words::tr("Signed up"), company.remoteCreatedAt, context),
        timeLine(Words::tr("Updated"), company.updatedAt, context),
        {Words::tr("Segments"), namesOf(company.segments), {}},
        {Words::tr("Tags"), namesOf(company.tags), {}},
        countLine(Words::tr("Notes"), company.notes.size()),
        {Words::tr("Workspace"), company.appId, {}},
    };
}

RecordSection companyAttributes(const CompanyRecord &company, const RecordContext &context)
{
    RecordSection section{QStringLiteral("attributes"), Words::tr("Attributes"), {}};
    const QMap<QString, QJsonValue> &attributes = company.customAttributes;
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        const bool isDate = it->isDouble() && it.key().endsWith(QLatin1String("_at"));
        section.lines.append(isDate ? timeLine(it.key(), it->toInteger(), context)
                                    : RecordLine{it.key(), jsonText(it.value()), {}});
    }
    return section;
}

RecordSection companyRest(const CompanyRecord &company)
{
    RecordSection section{QStringLiteral("more"), Words::tr("More"), {}};
    const QJsonObject &members = company.unknownMembers;
    for (auto it = members.begin(); it != members.end(); ++it)
        section.lines.append({it.key(), jsonText(it.value()), {}});
    return section;
}

} // namespace roster
