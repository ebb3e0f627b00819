// SPDX-License-Identifier: MIT
#include "core/service/avatarloader.h"
#include "tests/net/rawserver.h"
#include "tests/widgets/stage.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/avatarimage.h"
#include "ui/widgets/avatarpictures.h"

#include <QtCore/QBuffer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace roster {

using roster::test::RawRequest;
using roster::test::RawServer;

namespace {

QByteArray encoded(const QSize &size, const char *format, const QColor &colour = Qt::red)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

//! Pictures in place of initials.
class AvatarPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesWhatIsAPicture_data();
    void decodesWhatIsAPicture();
    void cropsToTheMiddle();
    void showsInitialsUntilThePictureIsThere();
    void showsTheLastPerson();
    void goesWithTheSetting();
    void brokenPicturesLeaveTheInitials();
};

void AvatarPicturesTest::decodesWhatIsAPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isPicture");
    QTest::newRow("png") << encoded({80, 80}, "PNG") << true;
    QTest::newRow("one pixel") << encoded({1, 1}, "PNG") << true;
    QTest::newRow("jpeg") << encoded({80, 60}, "JPG") << true;
    QTest::newRow("long") << encoded({2048, 1}, "PNG") << true;
    QTest::newRow("the largest") << encoded({2048, 2048}, "PNG") << true;
    QTest::newRow("wider") << encoded({2049, 1}, "PNG") << false;
    QTest::newRow("higher") << encoded({1, 2049}, "PNG") << false;
    QTest::newRow("bmp") << encoded({80, 80}, "BMP") << false;
    QTest::newRow("xpm") << encoded({8, 8}, "XPM") << false;
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' "
                                       "height='9'/>")
                         << false;
    QTest::newRow("cut off") << encoded({80, 80}, "PNG").left(40) << false;
    QTest::newRow("only its head") << encoded({80, 80}, "PNG").left(8) << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void AvatarPicturesTest::decodesWhatIsAPicture()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isPicture);
    const QImage image = avatarImage(bytes);
    QCOMPARE(!image.isNull(), isPicture);
    if (isPicture)
        QCOMPARE(image.size(), QSize(avatarImageSide, avatarImageSide));
}

void AvatarPicturesTest::cropsToTheMiddle()
{
    QImage wide(300, 100, QImage::Format_RGB32);
    wide.fill(Qt::blue);
    for (int x = 100; x < 200; ++x) {
        for (int y = 0; y < 100; ++y)
            wide.setPixelColor(x, y, Qt::green);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    wide.save(&buffer, "PNG");
    const QImage image = avatarImage(bytes);
    QCOMPARE(image.pixelColor(4, 64), QColor(Qt::green));
    QCOMPARE(image.pixelColor(124, 64), QColor(Qt::green));
}

//! A server of pictures by the name of their colour, a loader of them, and an avatar.
struct Gallery
{
    Gallery()
    {
        AvatarLoader::Options options;
        options.allowsLoopback = true;
        loader = std::make_unique<AvatarLoader>(options);
        pictures = std::make_unique<AvatarPictures>(*loader);
        avatar = std::make_unique<Avatar>(stage.theme(), u"avatar"_s);
        avatar->setPerson(u"Ada Lovelace"_s, {}, u"1"_s);
    }

    QUrl url(const QString &colour) const
    {
        QUrl address = server.url();
        address.setPath(u'/' + colour);
        return address;
    }
    QColor middle() const
    {
        const QImage image = avatar->grab().toImage();
        return image.pixelColor(image.width() / 2, image.height() / 2);
    }

    test::WidgetStage stage;
    RawServer server{[](QTcpSocket &socket, const RawRequest &request) {
        const QString colour = QString::fromLatin1(request.line.split(' ').value(1).mid(1));
        QByteArray bytes = encoded({64, 64}, "PNG", QColor(colour));
        if (colour == u"broken"_s)
            bytes.truncate(60);
        socket.write(RawServer::answer(200, bytes));
    }};
    std::unique_ptr<AvatarLoader> loader;
    std::unique_ptr<AvatarPictures> pictures;
    std::unique_ptr<Avatar> avatar;
};

void AvatarPicturesTest::showsInitialsUntilThePictureIsThere()
{
    Gallery gallery;
    gallery.avatar->showPicture(gallery.pictures.get(), gallery.url(u"red"_s));
    QVERIFY(!gallery.avatar->hasPicture());
    QVERIFY(gallery.middle() != QColor(Qt::red));
    QTRY_VERIFY(gallery.avatar->hasPicture());
    QCOMPARE(gallery.middle(), QColor(Qt::red));
    // A circle: the corner is what lies behind.
    QVERIFY(gallery.avatar->grab().toImage().pixelColor(1, 1) != QColor(Qt::red));
    // Once there, at once.
    gallery.avatar->showPicture(gallery.pictures.get(), {});
    QVERIFY(!gallery.avatar->hasPicture());
    gallery.avatar->showPicture(gallery.pictures.get(), gallery.url(u"red"_s));
    QVERIFY(gallery.avatar->hasPicture());
    QCOMPARE(gallery.server.count(), 1);
}

void AvatarPicturesTest::showsTheLastPerson()
{
    Gallery gallery;
    gallery.avatar->showPicture(gallery.pictures.get(), gallery.url(u"red"_s));
    gallery.avatar->showPicture(gallery.pictures.get(), gallery.url(u"blue"_s));
    QSignalSpy changed(gallery.pictures.get(), &AvatarPictures::changed);
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(gallery.middle(), QColor(Qt::blue));
    gallery.avatar->showPicture(nullptr, gallery.url(u"blue"_s));
    QVERIFY(!gallery.avatar->hasPicture());
}

void AvatarPicturesTest::goesWithTheSetting()
{
    Gallery gallery;
    gallery.avatar->showPicture(gallery.pictures.get(), gallery.url(u"red"_s));
    QTRY_VERIFY(gallery.avatar->hasPicture());
    gallery.loader->setEnabled(false);
    QVERIFY(!gallery.avatar->hasPicture());
    gallery.loader->setEnabled(true);
    QTRY_VERIFY(gallery.avatar->hasPicture());
}

void AvatarPicturesTest::brokenPicturesLeaveTheInitials()
{
    Gallery gallery;
    QSignalSpy ready(gallery.loader.get(), &AvatarLoader::ready);
    gallery.avatar->showPicture(gallery.pictures.get(), gallery.url(u"broken"_s));
    QTRY_COMPARE(ready.size(), 1);
    gallery.pictures->want(gallery.url(u"red"_s));
    QSignalSpy changed(gallery.pictures.get(), &AvatarPictures::changed);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!gallery.avatar->hasPicture());
    // Its owner may go first.
    gallery.pictures.reset();
    gallery.avatar->showPicture(nullptr, {});
    QVERIFY(!gallery.avatar->hasPicture());
}

} // namespace roster

QTEST_MAIN(roster::AvatarPicturesTest)
#include "tst_avatarpictures.moc"
