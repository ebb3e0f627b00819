// SPDX-License-Identifier: MIT
#include "tests/bench/measures.h"

#include "core/service/syncer.h"
#include "tests/bench/heartbeat.h"
#include "tests/bench/paintwatch.h"
#include "tests/bench/turning.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/contacts/contacttableview.h"
#include "ui/widgets/searchbox.h"
#include "ui/window/contactsview.h"
#include "ui/window/workspacebar.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

namespace roster::bench {

namespace {

constexpr int Patience = 3'600'000;
constexpr int OneAnswer = 60'000;
constexpr int ScrollFrames = 600;
constexpr int FrameMs = 16;
constexpr int RestMs = 1000;

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QJsonObject sample(const QString &name, double ms, int rows)
{
    return {
        {QStringLiteral("name"), name}, {QStringLiteral("ms"), ms}, {QStringLiteral("rows"), rows}};
}

//! What was begun comes to its end, so that the next thing is measured alone.
void rest()
{
    turn(RestMs);
}

//! Types `text` key by key; each key's answer is one sample.
bool measureSearch(BenchStage &stage, const QString &text, QJsonArray &samples)
{
    PaintWatch watch(stage.table());
    SearchBox &box = stage.page().bar().search();
    box.setFocus();
    for (const QChar letter : text) {
        watch.arm();
        QTest::keyClick(&box, letter.toLatin1());
        const auto took = watch.wait(OneAnswer);
        if (!took)
            return false;
        samples.append(sample(QStringLiteral("search \"%1\"").arg(box.text()), *took,
                              stage.table().model()->rowCount()));
    }
    watch.arm();
    box.clear();
    return watch.wait(OneAnswer).has_value();
}

bool measureSort(BenchStage &stage, int column, QJsonArray &samples)
{
    PaintWatch watch(stage.table());
    QAbstractItemModel *model = stage.table().model();
    const QString name = model->headerData(column, Qt::Horizontal).toString();
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        watch.arm();
        stage.table().sortByColumn(column, order);
        const auto took = watch.wait(OneAnswer);
        if (!took)
            return false;
        const QString arrow =
            order == Qt::AscendingOrder ? QStringLiteral(" up") : QStringLiteral(" down");
        samples.append(sample(QStringLiteral("sort by ") + name + arrow, *took, model->rowCount()));
    }
    return true;
}

} // namespace

std::optional<QJsonObject> measureFirstLoad(const Place &place)
{
    BenchStage stage(place);
    QElapsedTimer timer;
    timer.start();
    if (!stage.connectToSandbox())
        return std::nullopt;
    const double connected = since(timer);
    if (!stage.waitForPage())
        return std::nullopt;
    PaintWatch watch(stage.table());
    watch.armForRows();
    if (!watch.wait(OneAnswer))
        return std::nullopt;
    const double firstRows = since(timer) - connected;
    if (!stage.waitForContacts(Patience))
        return std::nullopt;
    const double all = since(timer);
    if (!stage.waitUntilLoaded(Patience))
        return std::nullopt;
    const double completed = since(timer);
    rest();
    return QJsonObject{{QStringLiteral("connected"), connected},
                       {QStringLiteral("firstRows"), firstRows},
                       {QStringLiteral("all"), all},
                       {QStringLiteral("completed"), completed},
                       {QStringLiteral("contacts"), stage.table().model()->rowCount()},
                       {QStringLiteral("resident"), residentMiB()}};
}

std::optional<QJsonObject> measureStart(const Place &place)
{
    BenchStage stage(place);
    if (!stage.reopen())
        return std::nullopt;
    PaintWatch watch(stage.table());
    watch.armForRows();
    if (!watch.wait(OneAnswer))
        return std::nullopt;
    return QJsonObject{{QStringLiteral("rows"), stage.table().model()->rowCount()}};
}

std::optional<QJsonObject> measureFind(const Place &place, const QStringList &searches)
{
    BenchStage stage(place);
    QElapsedTimer timer;
    timer.start();
    if (!stage.reopen() || !stage.waitForIndex(Patience))
        return std::nullopt;
    const double indexed = since(timer);
    if (!stage.waitUntilLoaded(Patience))
        return std::nullopt;
    rest();
    QJsonArray samples;
    for (const QString &text : searches) {
        if (!measureSearch(stage, text, samples))
            return std::nullopt;
    }
    for (int column = 0; column < stage.table().model()->columnCount(); ++column) {
        if (!measureSort(stage, column, samples))
            return std::nullopt;
    }
    return QJsonObject{{QStringLiteral("samples"), samples},
                       {QStringLiteral("indexed"), indexed},
                       {QStringLiteral("contacts"), stage.table().model()->rowCount()},
                       {QStringLiteral("resident"), residentMiB()}};
}

std::optional<QJsonObject> measureScroll(const Place &place)
{
    BenchStage stage(place);
    if (!stage.reopen() || !stage.waitUntilLoaded(Patience))
        return std::nullopt;
    rest();
    stage.session().syncer().refresh();
    QScrollBar *bar = stage.table().verticalScrollBar();
    Heartbeat heart;
    heart.start();
    for (int frame = 0; frame <= ScrollFrames; ++frame) {
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * frame / ScrollFrames));
        turn(FrameMs);
        heart.nextFrame();
    }
    heart.stop();
    QJsonArray frames;
    for (const double gap : heart.frames())
        frames.append(gap);
    return QJsonObject{{QStringLiteral("p99"), percentile(heart.frames(), 0.99)},
                       {QStringLiteral("longest"), percentile(heart.frames(), 1)},
                       {QStringLiteral("frames"), frames},
                       {QStringLiteral("contacts"), stage.table().model()->rowCount()}};
}

} // namespace roster::bench
