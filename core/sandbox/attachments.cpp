// SPDX-License-Identifier: MIT
#include "core/sandbox/attachments.h"

#include "core/sandbox/avatars.h"
#include "core/sandbox/ids.h"

#include <QStringList>

#include <array>

namespace roster::sandbox::attachments {

using namespace Qt::StringLiterals;

namespace {

constexpr auto folder = "/attachments/"_L1;
constexpr int pictureSide = 120; // as avatars draw it

struct Kind
{
    QString name;
    QByteArray contentType;
    QByteArray (*make)(qint64 part);
};

QByteArray picture(qint64 part)
{
    return avatars::picture(avatars::pathOf(QString::number(part, 16))).value_or(QByteArray());
}

// One empty page; readers want the table of offsets to be right.
QByteArray document(qint64 part)
{
    const QByteArray title = "Sandbox file " + QByteArray::number(part);
    const QByteArrayList objects{
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>", "<</Title(" + title + ")>>"};
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray offsets;
    int number = 0;
    for (const QByteArray &object : objects) {
        offsets += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(++number) + " 0 obj" + object + "endobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + "xref\n0 5\n0000000000 65535 f \n" + offsets +
           "trailer<</Size 5/Root 1 0 R/Info 4 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray table(qint64 part)
{
    QByteArray csv = "id;name;at\r\n";
    for (qint64 row = 1; row <= 5 + part % 40; ++row)
        csv +=
            QByteArray::number(part + row) + ";\"Row " + QByteArray::number(row) + "\";12:00\r\n";
    return csv;
}

QByteArray log(qint64 part)
{
    QByteArray text;
    for (qint64 line = 1; line <= 20 + part % 500; ++line)
        text += "12:00:" + QByteArray::number(line % 60).rightJustified(2, '0') + " step " +
                QByteArray::number(line) + " of the export\n";
    return text;
}

QByteArray nothing(qint64)
{
    return {};
}

// Names are what strangers call their files, whatever a file system thinks of them.
const std::array<Kind, kinds> &all()
{
    static const std::array<Kind, kinds> list{{
        {u"screenshot.png"_s, "image/png", picture},
        {u"invoice-2024-118.pdf"_s, "application/pdf", document},
        {u"export.csv"_s, "text/csv", table},
        {u"log.txt"_s, "text/plain", log},
        {u"Übersicht März.pdf"_s, "application/pdf", document},
        {u"صورة الشاشة.png"_s, "image/png", picture},
        {u"invoice\u202Efdp.exe"_s, "application/octet-stream", log},
        {u"../../.bashrc"_s, "text/plain", log},
        {u"a very long name of a file "_s.repeated(9) + u".txt"_s, "text/plain", log},
        {u"README"_s, "application/octet-stream", table},
        {u"empty.txt"_s, "text/plain", nothing},
    }};
    return list;
}

QString safe(const QString &name)
{
    QString plain;
    for (const QChar c : name) {
        const bool isFine = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.');
        plain += isFine ? c : QChar(u'-');
    }
    while (plain.startsWith(u'.') || plain.startsWith(u'-'))
        plain.remove(0, 1);
    return plain;
}

} // namespace

QJsonObject json(qint64 part, int kind, const QString &baseUrl)
{
    const Kind &what = all().at(static_cast<size_t>(kind % kinds));
    const QByteArray bytes = what.make(part);
    const QString path = folder + QString::number(part) + u'/' + QString::number(kind % kinds) +
                         u'/' + safe(what.name);
    QJsonObject o{{u"type"_s, u"upload"_s},
                  {u"name"_s, what.name},
                  {u"url"_s, QString(baseUrl + path)},
                  {u"content_type"_s, QString::fromLatin1(what.contentType)},
                  {u"filesize"_s, bytes.size()}};
    if (what.contentType == "image/png") {
        o.insert(u"width"_s, pictureSide);
        o.insert(u"height"_s, pictureSide);
    }
    return o;
}

bool isFilePath(QStringView path)
{
    return path.startsWith(folder);
}

std::optional<File> file(const QString &path)
{
    if (!isFilePath(path))
        return std::nullopt;
    const QStringList steps = path.mid(folder.size()).split(u'/');
    if (steps.size() != 3)
        return std::nullopt;
    const auto part = ids::decimal(steps.at(0));
    const auto kind = ids::decimal(steps.at(1));
    if (!part || *part < 1 || !kind || *kind < 0 || *kind >= kinds)
        return std::nullopt;
    const Kind &what = all().at(static_cast<size_t>(*kind));
    if (steps.at(2) != safe(what.name))
        return std::nullopt;
    return File{what.make(*part), what.contentType, steps.at(2)};
}

} // namespace roster::sandbox::attachments
