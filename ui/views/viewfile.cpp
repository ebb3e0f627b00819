// SPDX-License-Identifier: MIT
#include "ui/views/viewfile.h"

#include "core/domain/privatefile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ViewFile)
};

//! Many thousand views; what is larger is something else.
constexpr qint64 mostBytes = 8 * 1024 * 1024;

} // namespace

Result<Done> writeViewFile(const QString &path, const QList<SavedView> &views)
{
    // Filters may name people.
    return writePrivateFile(path, savedViewsToJson(views));
}

Result<QList<SavedView>> readViewFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return ApiError::storage(file.errorString());
    const QByteArray json = file.read(mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return ApiError::storage(file.errorString());
    if (json.size() > mostBytes)
        return ApiError::protocol(QStringLiteral("format: too large"));
    return savedViewsFromJson(json);
}

QString viewFileText(const ApiError &error)
{
    if (error.kind == ErrorKind::Storage)
        return error.detail;
    if (error.detail.startsWith(QLatin1String("version:")))
        return Words::tr("A newer Roster wrote it.");
    if (error.detail.startsWith(QLatin1String("format:")))
        return Words::tr("It is no file of saved views.");
    return Words::tr("It is damaged or no file of saved views (%1).").arg(error.detail);
}

} // namespace roster
