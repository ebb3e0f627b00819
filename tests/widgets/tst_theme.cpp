// SPDX-License-Identifier: MIT
// Where light and dark come from, and what a change of theme reaches.
#include "tests/widgets/stage.h"
#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/theme/portalappearance.h"
#include "ui/theme/resources.h"
#include "ui/theme/stylesheet.h"

#include <QDBusVariant>
#include <QLabel>
#include <QMetaEnum>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using Scheme = Appearance::Scheme;
using Mode = Theme::Mode;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modeAndSystem_data();
    void modeAndSystem();
    void followsTheSystemLive();
    void aChosenModeIgnoresTheSystem();
    void sameModeTellsNothing();
    void highContrastWins();
    void reducedMotionOfEither();
    void paletteAndSheetAreSet();
    void widgetsAreRestyled();
    void largerTypeScalesAll();
    void styleSheetIsFilled();
    void everyIconIsDrawn();
    void iconsFollowTheTheme();
    void arrowsAreMirrored();
    void portalSettings_data();
    void portalSettings();
    void portalValuesInVariants();
};

void TestTheme::modeAndSystem_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<bool>("isDark");
    // The offscreen platform's own palette is a light one.
    QTest::newRow("follow, unknown") << Mode::FollowSystem << Scheme::Unknown << false;
    QTest::newRow("follow, light") << Mode::FollowSystem << Scheme::Light << false;
    QTest::newRow("follow, dark") << Mode::FollowSystem << Scheme::Dark << true;
    QTest::newRow("light, dark") << Mode::Light << Scheme::Dark << false;
    QTest::newRow("light, light") << Mode::Light << Scheme::Light << false;
    QTest::newRow("dark, light") << Mode::Dark << Scheme::Light << true;
    QTest::newRow("dark, unknown") << Mode::Dark << Scheme::Unknown << true;
}

void TestTheme::modeAndSystem()
{
    QFETCH(Mode, mode);
    QFETCH(Scheme, scheme);
    ToldAppearance appearance;
    appearance.setScheme(scheme);
    Theme theme(*qApp, appearance);
    QCOMPARE(theme.mode(), Mode::FollowSystem);
    theme.setMode(mode);
    QTEST(theme.isDark(), "isDark");
    QCOMPARE(theme.color(ColorRole::Window),
             (theme.isDark() ? ThemeColors::dark() : ThemeColors::light())[ColorRole::Window]);
}

void TestTheme::followsTheSystemLive()
{
    ToldAppearance appearance;
    Theme theme(*qApp, appearance);
    QSignalSpy changed(&theme, &Theme::changed);
    appearance.setScheme(Scheme::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.isDark());
    appearance.setScheme(Scheme::Dark);
    QCOMPARE(changed.count(), 1);
    appearance.setScheme(Scheme::Unknown);
    QVERIFY(!theme.isDark());
}

void TestTheme::aChosenModeIgnoresTheSystem()
{
    ToldAppearance appearance;
    Theme theme(*qApp, appearance);
    theme.setMode(Mode::Light);
    appearance.setScheme(Scheme::Dark);
    QVERIFY(!theme.isDark());
    theme.setMode(Mode::FollowSystem);
    QVERIFY(theme.isDark());
}

void TestTheme::sameModeTellsNothing()
{
    ToldAppearance appearance;
    Theme theme(*qApp, appearance);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(Mode::FollowSystem);
    QCOMPARE(changed.count(), 0);
    theme.setMode(Mode::Dark);
    theme.setMode(Mode::Dark);
    QCOMPARE(changed.count(), 1);
}

void TestTheme::highContrastWins()
{
    ToldAppearance appearance;
    Theme theme(*qApp, appearance);
    theme.setMode(Mode::Dark);
    appearance.setHighContrast(true);
    QVERIFY(theme.colors().isHighContrast());
    QCOMPARE(theme.color(ColorRole::Window), QColor(Qt::black));
    QCOMPARE(theme.color(ColorRole::Text), QColor(Qt::white));
    theme.setMode(Mode::Light);
    QCOMPARE(theme.color(ColorRole::Window), QColor(Qt::white));
    QCOMPARE(theme.hue(3).border, QColor(Qt::black));
    appearance.setHighContrast(false);
    QVERIFY(!theme.colors().isHighContrast());
}

void TestTheme::reducedMotionOfEither()
{
    ToldAppearance appearance;
    Theme theme(*qApp, appearance);
    QVERIFY(theme.motionMs() > 0 && theme.motionMs() < 150);
    appearance.setReducedMotion(true);
    QVERIFY(theme.reducedMotion());
    QCOMPARE(theme.motionMs(), 0);
    theme.setReducedMotion(true);
    appearance.setReducedMotion(false);
    QCOMPARE(theme.motionMs(), 0);
    theme.setReducedMotion(false);
    QCOMPARE(theme.motionMs(), metrics::motionMs);
}

void TestTheme::paletteAndSheetAreSet()
{
    ToldAppearance appearance;
    Theme theme(*qApp, appearance);
    theme.setMode(Mode::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(ColorRole::Window));
    QCOMPARE(QApplication::palette().color(QPalette::Highlight), theme.color(ColorRole::Selection));
    QVERIFY(qApp->styleSheet().contains(theme.color(ColorRole::Danger).name()));
    theme.setMode(Mode::Light);
    QVERIFY(!qApp->styleSheet().contains(ThemeColors::dark()[ColorRole::Danger].name()));
}

void TestTheme::widgetsAreRestyled()
{
    WidgetStage stage;
    auto *button = new QPushButton(&stage.window());
    setKind(*button, u"primary"_s);
    WidgetStage::placed(button)->resize(80, 30);
    for (const Mode mode : {Mode::Light, Mode::Dark, Mode::Light}) {
        stage.theme().setMode(mode);
        QCOMPARE(button->grab().toImage().pixelColor(40, 5).rgb(),
                 stage.theme().color(ColorRole::Accent).rgb());
    }
    setKind(*button, u"danger"_s);
    QCOMPARE(button->grab().toImage().pixelColor(40, 5).rgb(),
             stage.theme().color(ColorRole::Surface).rgb());
}

void TestTheme::largerTypeScalesAll()
{
    WidgetStage stage;
    auto *label = new QLabel(u"Grace"_s, &stage.window());
    setKind(*label, u"sheetTitle"_s);
    WidgetStage::placed(label);
    QCOMPARE(label->font().pixelSize(), 18);
    QFont large = QApplication::font();
    large.setPixelSize(20);
    stage.theme().setBodyFont(large);
    QCOMPARE(label->font().pixelSize(), 25);
    QCOMPARE(stage.theme().type().caption.pixelSize(), 18);
    QCOMPARE(stage.theme().type().person.pixelSize(), 24);
}

void TestTheme::styleSheetIsFilled()
{
    const TypeScale type = TypeScale::from(QApplication::font());
    for (const ThemeColors &colors : {ThemeColors::light(), ThemeColors::dark()}) {
        const QString sheet = styleSheet(colors, type, 120);
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(sheet.contains(u"widget-animation-duration: 120"_s));
    }
}

void TestTheme::everyIconIsDrawn()
{
    const QMetaEnum names = QMetaEnum::fromType<Icons::Name>();
    QVERIFY(names.keyCount() > 30);
    QSet<QByteArray> seen;
    for (int i = 0; i < names.keyCount(); ++i) {
        const auto name = static_cast<Icons::Name>(names.value(i));
        const QImage image = Icons::pixmap(name, Qt::red, 16, 2).toImage();
        QCOMPARE(image.size(), QSize(32, 32));
        const QByteArray bits(reinterpret_cast<const char *>(image.constBits()),
                              image.sizeInBytes());
        QVERIFY2(bits.count('\0') < bits.size(), names.key(i));
        QVERIFY2(!seen.contains(bits), names.key(i));
        seen.insert(bits);
    }
    QVERIFY(!appIcon().pixmap(64, 64).isNull());
}

void TestTheme::iconsFollowTheTheme()
{
    WidgetStage stage;
    const QIcon icon = stage.theme().icon(Icons::Check);
    const QImage light = icon.pixmap(QSize(16, 16), 1).toImage();
    stage.theme().setMode(Mode::Dark);
    const QImage dark = icon.pixmap(QSize(16, 16), 1).toImage();
    QVERIFY(light != dark);
    QVERIFY(icon.pixmap(QSize(16, 16), 1, QIcon::Disabled).toImage() != dark);
}

void TestTheme::arrowsAreMirrored()
{
    const auto difference = [](const QImage &a, const QImage &b) {
        int sum = 0;
        for (int y = 0; y < 16; ++y) {
            for (int x = 0; x < 16; ++x)
                sum += qAbs(qAlpha(a.pixel(x, y)) - qAlpha(b.pixel(x, y)));
        }
        return sum;
    };
    const QImage right = Icons::pixmap(Icons::ChevronRight, Qt::black, 16, 1).toImage();
    const QImage check = Icons::pixmap(Icons::Check, Qt::black, 16, 1).toImage();
    const RightToLeft guard;
    const QImage left = Icons::pixmap(Icons::ChevronRight, Qt::black, 16, 1).toImage();
    QVERIFY(difference(left, right.mirrored(true, false)) * 4 < difference(left, right));
    QCOMPARE(Icons::pixmap(Icons::Check, Qt::black, 16, 1).toImage(), check);
}

void TestTheme::portalSettings_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<bool>("contrast");
    QTest::addColumn<bool>("still");
    QTest::newRow("dark") << u"color-scheme"_s << QVariant(1U) << Scheme::Dark << false << false;
    QTest::newRow("light") << u"color-scheme"_s << QVariant(2U) << Scheme::Light << false << false;
    QTest::newRow("none") << u"color-scheme"_s << QVariant(0U) << Scheme::Unknown << false << false;
    QTest::newRow("new") << u"color-scheme"_s << QVariant(9U) << Scheme::Unknown << false << false;
    QTest::newRow("contrast") << u"contrast"_s << QVariant(1U) << Scheme::Unknown << true << false;
    QTest::newRow("still") << u"reduced-motion"_s << QVariant(1U) << Scheme::Unknown << false
                           << true;
    QTest::newRow("no number") << u"color-scheme"_s << QVariant(u"dark"_s) << Scheme::Unknown
                               << false << false;
    QTest::newRow("other key") << u"accent-color"_s << QVariant(1U) << Scheme::Unknown << false
                               << false;
}

void TestTheme::portalSettings()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    // No bus is named where tests run, so nothing but apply() speaks.
    PortalAppearance portal;
    portal.apply(u"org.gnome.desktop"_s, key, value);
    QCOMPARE(portal.scheme(), Scheme::Unknown);
    portal.apply(u"org.freedesktop.appearance"_s, key, value);
    QTEST(portal.scheme(), "scheme");
    QTEST(portal.wantsHighContrast(), "contrast");
    QTEST(portal.wantsReducedMotion(), "still");
}

void TestTheme::portalValuesInVariants()
{
    PortalAppearance portal;
    const QVariant once = QVariant::fromValue(QDBusVariant(1U));
    portal.apply(u"org.freedesktop.appearance"_s, u"color-scheme"_s,
                 QVariant::fromValue(QDBusVariant(once)));
    QCOMPARE(portal.scheme(), Scheme::Dark);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
