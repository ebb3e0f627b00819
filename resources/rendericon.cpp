// SPDX-License-Identifier: MIT
// Draws one SVG file as PNG files: rendericon DRAWING [SIZE FILE]…

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char *argv[])
{
    QSvgRenderer drawing;
    if (argc < 4 || argc % 2 != 0 || !drawing.load(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "usage: rendericon DRAWING.svg [SIZE FILE.png]...\n");
        return 2;
    }
    for (int i = 2; i < argc; i += 2) {
        const int side = QByteArray(argv[i]).toInt();
        const QString file = QString::fromLocal8Bit(argv[i + 1]);
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        drawing.render(&painter);
        painter.end();
        if (!QDir().mkpath(QFileInfo(file).path()) || !image.save(file)) {
            std::fprintf(stderr, "cannot write %s\n", argv[i + 1]);
            return 1;
        }
    }
    return 0;
}
