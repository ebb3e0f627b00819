// SPDX-License-Identifier: MIT
#include "app/sandbox/commandline.h"

#include <QCommandLineParser>
#include <QFile>
#include <QTimeZone>

#include <limits>

namespace roster {

namespace {

using Option = QCommandLineOption;

//! The options of the program; each is declared once, here.
struct Options
{
    Option port{QStringLiteral("port"), QStringLiteral("Listen on this port; 0 = any free one."),
                QStringLiteral("N"), QStringLiteral("0")};
    Option contacts{QStringLiteral("contacts"),
                    QStringLiteral("How many contacts a fresh workspace holds."),
                    QStringLiteral("N"), QStringLiteral("2000")};
    Option seed{QStringLiteral("seed"), QStringLiteral("Chooses the population."),
                QStringLiteral("N"), QStringLiteral("1")};
    Option database{QStringLiteral("database"),
                    QStringLiteral("Keep the workspace in this file (default: in memory)."),
                    QStringLiteral("FILE")};
    Option token{QStringLiteral("token"),
                 QStringLiteral("The access token (default: any non-empty one is accepted)."),
                 QStringLiteral("T")};
    Option region{QStringLiteral("region"), QStringLiteral("us, eu or au, as /me tells it."),
                  QStringLiteral("REGION"), QStringLiteral("us")};
    Option timezone{QStringLiteral("timezone"),
                    QStringLiteral("The workspace's time zone, as /me tells it."),
                    QStringLiteral("ZONE"), QStringLiteral("UTC")};
    Option now{QStringLiteral("now"),
               QStringLiteral(
                   "The moment the seeded dates are relative to, in Unix seconds (default: now)."),
               QStringLiteral("UNIX")};
    Option latency{QStringLiteral("latency-ms"),
                   QStringLiteral("Hold every answer back this long."), QStringLiteral("N"),
                   QStringLiteral("0")};
    Option searchLag{QStringLiteral("search-lag-ms"),
                     QStringLiteral("How long a write stays invisible to search."),
                     QStringLiteral("N"), QStringLiteral("0")};
    Option rateLimit{QStringLiteral("rate-limit"),
                     QStringLiteral("Calls in 10 seconds; 0 = no limit."), QStringLiteral("N"),
                     QStringLiteral("1667")};
    Option faults{QStringLiteral("faults"),
                  QStringLiteral("Let go wrong what this script (JSON) says."),
                  QStringLiteral("FILE")};
    Option log{QStringLiteral("log"),
               QStringLiteral("At the end, write what arrived to this file, a request a line: Unix"
                              " milliseconds, status answered, method, path."),
               QStringLiteral("FILE")};

    [[nodiscard]] QList<Option> all() const
    {
        return {port, contacts, seed,      database,  token,  region, timezone,
                now,  latency,  searchLag, rateLimit, faults, log};
    }
};

//! Reads the values; keeps the first problem it meets.
class Values
{
public:
    explicit Values(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    template <typename T>
    T number(const Option &option, qint64 most)
    {
        bool isNumber = false;
        const qint64 value = m_parser.value(option).toLongLong(&isNumber);
        if (!isNumber || value < 0 || value > most)
            complain(option, QStringLiteral("a whole number from 0 to %1").arg(most));
        return static_cast<T>(value);
    }

    QString region(const Option &option)
    {
        const QString value = m_parser.value(option).toLower();
        if (value != u"us" && value != u"eu" && value != u"au")
            complain(option, QStringLiteral("us, eu or au"));
        return value;
    }

    QByteArray timezone(const Option &option)
    {
        const QByteArray value = m_parser.value(option).toUtf8();
        if (!QTimeZone(value).isValid())
            complain(option, QStringLiteral("a time zone such as Europe/Dublin"));
        return value;
    }

    sandbox::FaultScript faults(const Option &option)
    {
        if (!m_parser.isSet(option))
            return {};
        QFile file(m_parser.value(option));
        if (!file.open(QIODevice::ReadOnly)) {
            fail(QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
            return {};
        }
        const sandbox::ParsedFaultScript parsed = sandbox::parseFaultScript(file.readAll());
        if (!parsed.error.isEmpty())
            fail(QStringLiteral("%1: %2").arg(file.fileName(), parsed.error));
        return parsed.script;
    }

    void fail(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    void complain(const Option &option, const QString &wanted)
    {
        fail(QStringLiteral("--%1 must be %2, not \"%3\"")
                 .arg(option.names().constFirst(), wanted, m_parser.value(option)));
    }

    const QCommandLineParser &m_parser;
    QString m_problem;
};

SandboxCommand refused(const QString &why)
{
    return {.what = SandboxCommand::What::Refuse, .options = {}, .text = why};
}

SandboxCommand readValues(const QCommandLineParser &parser, const Options &options)
{
    constexpr qint64 mostInt = std::numeric_limits<int>::max();
    Values values(parser);
    SandboxCommand command;
    sandbox::SandboxOptions &result = command.options;
    command.log = parser.value(options.log);
    result.keepsLog = !command.log.isEmpty();
    result.port = values.number<quint16>(options.port, 65535);
    result.token = parser.value(options.token).toUtf8();
    result.latencyMs = values.number<int>(options.latency, mostInt);
    result.rateLimit = values.number<int>(options.rateLimit, mostInt);
    result.faults = values.faults(options.faults);
    result.workspace.contacts = values.number<int>(options.contacts, 10'000'000);
    result.workspace.seed =
        values.number<quint32>(options.seed, std::numeric_limits<quint32>::max());
    result.workspace.database = parser.value(options.database);
    result.workspace.region = values.region(options.region);
    result.workspace.timezone = values.timezone(options.timezone);
    result.workspace.searchLagMs = values.number<int>(options.searchLag, mostInt);
    if (parser.isSet(options.now))
        result.workspace.now = values.number<qint64>(options.now, 253'402'300'799); // the year 9999
    if (parser.isSet(options.database) && result.workspace.database.isEmpty())
        values.fail(QStringLiteral("--database needs a file's name"));
    if (parser.isSet(options.log) && command.log.isEmpty())
        values.fail(QStringLiteral("--log needs a file's name"));
    return values.problem().isEmpty() ? command : refused(values.problem());
}

} // namespace

SandboxCommand parseSandboxCommand(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "An Intercom workspace on this machine, for trying things out. Serves 127.0.0.1 only."));
    const Option help = parser.addHelpOption();
    const Option version = parser.addVersionOption();
    parser.addOptions(options.all());

    if (!parser.parse(arguments))
        return refused(parser.errorText());
    if (parser.isSet(help))
        return {
            .what = SandboxCommand::What::PrintAndExit, .options = {}, .text = parser.helpText()};
    if (parser.isSet(version)) {
        return {.what = SandboxCommand::What::PrintAndExit,
                .options = {},
                .text = QStringLiteral("roster-sandbox " ROSTER_VERSION "\n")};
    }
    if (!parser.positionalArguments().isEmpty())
        return refused(QStringLiteral("Unexpected argument '%1'.")
                           .arg(parser.positionalArguments().constFirst()));
    return readValues(parser, options);
}

} // namespace roster
