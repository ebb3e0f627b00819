// SPDX-License-Identifier: MIT
// roster-bench WHAT …: one measurement, as one line of JSON on standard output.
#include "app/parts/runtimedirectory.h"
#include "tests/bench/bulkmeasure.h"
#include "tests/bench/measures.h"
#include "tests/bench/plaintable.h"
#include "tests/bench/serialwalk.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace roster::bench;

namespace {

//! A one-letter, a two-letter, a rare and a vain search.
const QStringList Searches = {QStringLiteral("a"), QStringLiteral("so"), QStringLiteral("zsofia"),
                              QStringLiteral("qqqq")};

std::optional<QJsonObject> walked(const Place &place)
{
    const WalkEnd end = walkSerially(place.url, place.token);
    if (end.contacts == 0)
        return std::nullopt;
    return QJsonObject{{QStringLiteral("all"), end.ms},
                       {QStringLiteral("contacts"), end.contacts},
                       {QStringLiteral("requests"), end.requests}};
}

std::optional<QJsonObject> plain(const QString &file)
{
    QJsonArray samples;
    for (const PlainMeasure &measure : measurePlainTable(file, Searches)) {
        samples.append(QJsonObject{{QStringLiteral("name"), measure.name},
                                   {QStringLiteral("ms"), measure.ms},
                                   {QStringLiteral("rows"), measure.rows}});
    }
    if (samples.isEmpty())
        return std::nullopt;
    return QJsonObject{{QStringLiteral("samples"), samples}};
}

std::optional<QJsonObject> measure(const QStringList &arguments)
{
    const QString what = arguments.value(1);
    if (what == QLatin1String("plain"))
        return plain(arguments.value(2));
    // The token of a sandbox that lives for the measurement only.
    const Place place{arguments.value(3), QUrl(arguments.value(2)), "bench", arguments.value(5)};
    if (what == QLatin1String("walk"))
        return walked(place);
    if (what == QLatin1String("load"))
        return measureFirstLoad(place);
    if (what == QLatin1String("start"))
        return measureStart(place);
    if (what == QLatin1String("find"))
        return measureFind(place, Searches);
    if (what == QLatin1String("scroll"))
        return measureScroll(place);
    if (what == QLatin1String("bulk"))
        return measureBulk(place, arguments.value(4).toInt());
    return std::nullopt;
}

} // namespace

int main(int argc, char *argv[])
{
    roster::provideRuntimeDirectory();
    QApplication application(argc, argv);
    const auto seen = measure(QApplication::arguments());
    if (!seen) {
        std::fputs("roster-bench: usage: roster-bench walk URL | load URL PROFILE | start URL"
                   " PROFILE | find URL PROFILE | scroll URL PROFILE | bulk URL PROFILE CONTACTS"
                   " [CAFILE] | plain FILE; or what was measured did not happen in time\n",
                   stderr);
        return 1;
    }
    std::puts(QJsonDocument(*seen).toJson(QJsonDocument::Compact).constData());
    return 0;
}
