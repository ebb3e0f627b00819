// SPDX-License-Identifier: MIT
#include "tests/bench/plaintable.h"

#include "tests/bench/turning.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QSortFilterProxyModel>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlQueryModel>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

namespace roster::bench {

namespace {

const QString Columns = QStringLiteral(
    "SELECT name, email, phone, role, tags_text, companies_text, owner_text, external_id,"
    " created_at, signed_up_at, last_seen_at, updated_at FROM contacts");

//! As Roster calls the columns above.
const QStringList Titles = {
    QStringLiteral("Name"),      QStringLiteral("Email"),       QStringLiteral("Phone"),
    QStringLiteral("Role"),      QStringLiteral("Tags"),        QStringLiteral("Company"),
    QStringLiteral("Owner"),     QStringLiteral("External id"), QStringLiteral("Created"),
    QStringLiteral("Signed up"), QStringLiteral("Last seen"),   QStringLiteral("Updated")};

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QTableView *makeView(QAbstractItemModel &model)
{
    auto *view = new QTableView;
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->setModel(&model);
    view->resize(1280, 800);
    view->show();
    turn(1);
    return view;
}

//! All of the answer, as a proxy needs it.
void ask(QSqlQueryModel &model, const QString &text)
{
    QSqlQuery query(QSqlDatabase::database(QStringLiteral("plain")));
    query.prepare(Columns + QStringLiteral(" WHERE search_text LIKE ? ORDER BY last_seen_at DESC"));
    query.addBindValue(QLatin1Char('%') + text + QLatin1Char('%'));
    query.exec();
    model.setQuery(std::move(query));
    while (model.canFetchMore())
        model.fetchMore();
}

PlainMeasure measureSearch(QSqlQueryModel &model, QTableView &view, const QString &text)
{
    QElapsedTimer timer;
    timer.start();
    ask(model, text);
    view.viewport()->repaint();
    return {QStringLiteral("search \"%1\"").arg(text), since(timer), model.rowCount()};
}

PlainMeasure measureSort(QSortFilterProxyModel &proxy, QTableView &view, int column)
{
    QElapsedTimer timer;
    timer.start();
    proxy.sort(column, Qt::AscendingOrder);
    view.viewport()->repaint();
    return {QStringLiteral("sort by %1 up").arg(Titles.at(column)), since(timer), proxy.rowCount()};
}

} // namespace

QList<PlainMeasure> measurePlainTable(const QString &file, const QStringList &searches)
{
    QList<PlainMeasure> measures;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("plain"));
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        if (!database.open())
            return {};
        QSqlQueryModel model;
        QSortFilterProxyModel proxy;
        const std::unique_ptr<QTableView> plain(makeView(model));
        for (const QString &text : searches)
            measures.append(measureSearch(model, *plain, text));
        ask(model, QString());
        proxy.setSourceModel(&model);
        const std::unique_ptr<QTableView> sorted(makeView(proxy));
        for (int column = 0; column < model.columnCount(); ++column)
            measures.append(measureSort(proxy, *sorted, column));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("plain"));
    return measures;
}

} // namespace roster::bench
