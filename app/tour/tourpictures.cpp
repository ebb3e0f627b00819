// SPDX-License-Identifier: MIT
#include "app/tour/tourpictures.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QSet>

namespace roster {

TourPictures::TourPictures(const QString &folder)
    : m_folder(folder)
{
    if (!m_folder.mkpath(QStringLiteral(".")))
        m_problem = QStringLiteral("cannot make the folder %1").arg(folder);
}

bool TourPictures::isBlank(const QImage &image)
{
    // A screen has words: some dozens of shades even when it is nearly empty.
    constexpr int FewestColours = 24;
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            colours.insert(image.pixel(x, y));
            if (colours.size() >= FewestColours)
                return false;
        }
    }
    return true;
}

void TourPictures::add(const QString &name, const QString &shows, const QImage &image)
{
    const QString file = name + QLatin1String(".png");
    if (isBlank(image))
        m_faults.append(QStringLiteral("%1 is blank").arg(file));
    const QImage plain = image.convertToFormat(QImage::Format_RGB32);
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(reinterpret_cast<const char *>(plain.constBits()), plain.sizeInBytes()),
        QCryptographicHash::Sha256);
    if (m_nameByContent.contains(hash))
        m_faults.append(
            QStringLiteral("%1 is the same as %2").arg(file, m_nameByContent.value(hash)));
    m_nameByContent.insert(hash, file);
    if (!plain.save(m_folder.filePath(file)))
        m_faults.append(QStringLiteral("%1 could not be written").arg(file));
    m_lines.append(QStringLiteral("| %1 | %2 |").arg(file, shows));
}

QStringList TourPictures::finish()
{
    QFile list(m_folder.filePath(QStringLiteral("tour.md")));
    const QString text = QStringLiteral("# Roster, screen by screen\n\n| picture | shows |\n"
                                        "| --- | --- |\n") +
                         m_lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    if (!list.open(QIODevice::WriteOnly) || list.write(text.toUtf8()) < 0)
        m_faults.append(QStringLiteral("tour.md could not be written"));
    return m_faults;
}

} // namespace roster
