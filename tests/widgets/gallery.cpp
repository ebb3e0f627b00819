// SPDX-License-Identifier: MIT
// gallery DIR [SCALE]: writes a PNG of every page, light and dark, left to right and right to
// left. Fails when a picture is of one colour only or is the same as another one.
#include "tests/widgets/gallerypages.h"

#include "ui/theme/appearance.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QSet>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

bool isOfOneColour(const QImage &image)
{
    const QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            if (image.pixel(x, y) != first)
                return false;
        }
    }
    return true;
}

QImage picture(const roster::test::GalleryPage &page, roster::Theme &theme)
{
    QWidget window;
    window.resize(page.size);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        std::fprintf(stderr, "%s did not get the keyboard\n", qPrintable(page.name));
    page.fill(window, theme);
    // What is laid out in a later turn of the event loop is laid out now.
    QCoreApplication::sendPostedEvents();
    return window.grab().toImage();
}

int drawAll(const QDir &dir, roster::Theme &theme)
{
    using roster::Theme;
    QSet<QByteArray> seen;
    int bad = 0;
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(direction);
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            theme.setMode(mode);
            for (const auto &page : roster::test::galleryPages()) {
                const QString name = page.name + (mode == Theme::Mode::Dark ? u"-dark"_s : u""_s) +
                                     (direction == Qt::RightToLeft ? u"-rtl"_s : u""_s) + u".png"_s;
                const QImage image = picture(page, theme);
                const auto bits = QByteArrayView(image.constBits(), image.sizeInBytes());
                QCryptographicHash hash(QCryptographicHash::Sha1);
                hash.addData(bits);
                const bool isNew = !seen.contains(hash.result());
                seen.insert(hash.result());
                if (isNew && !isOfOneColour(image) && image.save(dir.filePath(name)))
                    continue;
                std::fprintf(stderr, "%s is blank, a duplicate or not to be written\n",
                             qPrintable(name));
                ++bad;
            }
        }
    }
    std::printf("%d pictures in %s\n", int(seen.size()), qPrintable(dir.path()));
    return bad == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: gallery DIR [SCALE]\n");
        return 2;
    }
    if (argc > 2)
        qputenv("QT_SCALE_FACTOR", argv[2]);
    QApplication app(argc, argv);
    const QDir dir(QString::fromLocal8Bit(argv[1]));
    if (!dir.mkpath(u"."_s))
        return 2;
    roster::Appearance nothingKnown;
    roster::Theme theme(app, nothingKnown);
    // Pictures stand still, and in the drawings' size of type.
    theme.setReducedMotion(true);
    QFont font = QApplication::font();
    font.setPixelSize(13);
    theme.setBodyFont(font);
    return drawAll(dir, theme);
}
