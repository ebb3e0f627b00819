// SPDX-License-Identifier: MIT
// Every widget of ui/widgets is made, named and drawn, in both looks and both directions.
#include "tests/widgets/stage.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/bannerstack.h"
#include "ui/widgets/busyindicator.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choicecell.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/comparegrid.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/elidedlink.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/passwordfield.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/selectionbar.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/sheetbuttons.h"
#include "ui/widgets/skeletonoverlay.h"
#include "ui/widgets/toaststack.h"
#include "ui/widgets/wrappedtext.h"

#include <QAction>
#include <QDir>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <functional>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

using Make = std::function<QWidget *(const Theme &, QWidget *)>;

QWidget *made(SegmentedControl *control)
{
    control->addChoice(u"user"_s, u"User"_s);
    control->addChoice(u"lead"_s, u"Lead"_s);
    return control;
}

QWidget *made(Sheet *sheet)
{
    sheet->setTitle(u"New contact"_s);
    sheet->body()->addWidget(new QLabel(u"Name"_s));
    sheet->buttons().addPrimary(u"create"_s, u"Create"_s);
    sheet->open();
    return sheet;
}

QWidget *made(SelectionBar *bar)
{
    bar->setText(u"6 selected"_s);
    bar->addAction(new QAction(u"Archive"_s, bar));
    return bar;
}

QWidget *made(ToastStack *stack)
{
    stack->show(u"Archived Ada Lovelace"_s, u"Undo"_s);
    return stack;
}

//! By class name; each with content, so that there is something to draw.
std::map<QString, Make> makers()
{
    using T = const Theme &;
    using P = QWidget *;
    std::map<QString, Make> all;
    all[u"Avatar"_s] = [](T t, P p) -> P {
        auto *w = new Avatar(t, u"w"_s, 44, p);
        w->setPerson(u"Grace Hopper"_s, {}, u"1"_s);
        return w;
    };
    all[u"Banner"_s] = [](T t, P p) -> P {
        auto *w = new Banner(t, u"w"_s, p);
        w->setMessage(Tone::Warning, u"Offline"_s);
        w->setAction(u"Try again"_s);
        return w;
    };
    all[u"BannerStack"_s] = [](T t, P p) -> P {
        auto *w = new BannerStack(t, u"w"_s, p);
        w->put(u"offline"_s, Tone::Danger, u"Offline"_s, u"Try again"_s);
        return w;
    };
    all[u"BusyIndicator"_s] = [](T t, P p) -> P {
        auto *w = new BusyIndicator(t, u"w"_s, p);
        w->setBusy(true, u"Testing"_s);
        return w;
    };
    all[u"Chip"_s] = [](T t, P p) -> P {
        auto *w = new Chip(t, u"w"_s, u"VIP"_s, 1, p);
        w->setRemovable(true);
        return w;
    };
    all[u"ChoiceCell"_s] = [](T t, P p) -> P {
        auto *w = new ChoiceCell(t, u"w"_s, u"Phone, theirs"_s, p);
        w->setValue(u"+1 212 555 0199"_s, false);
        w->setChecked(true);
        return w;
    };
    all[u"CompareGrid"_s] = [](T, P p) -> P {
        auto *w = new CompareGrid(u"w"_s, {u"Lead"_s, u"User"_s}, p);
        w->addRow(u"Phone"_s, {nullptr, CompareGrid::readOnlyCell(u"c"_s, u"Phone, user"_s,
                                                                  u"+1 212"_s, false, w)});
        return w;
    };
    all[u"ComboField"_s] = [](T t, P p) -> P {
        auto *w = new ComboField(t, u"w"_s, u"Owner"_s, p);
        w->addItem(u"No owner"_s);
        return w;
    };
    all[u"ElidedLabel"_s] = [](T, P p) -> P {
        auto *w = new ElidedLabel(u"w"_s, p);
        w->setFullText(u"Grace Hopper"_s);
        return w;
    };
    all[u"ElidedLink"_s] = [](T, P p) -> P {
        auto *w = new ElidedLink(u"w"_s, p);
        w->setFullText(u"Kestrel Analytics"_s);
        return w;
    };
    all[u"EmptyState"_s] = [](T t, P p) -> P {
        auto *w = new EmptyState(t, u"w"_s, p);
        w->setContent(Icons::Search, u"No contact is like that"_s, u"Try fewer words."_s);
        w->addButton(u"clear"_s, u"Clear filters"_s);
        return w;
    };
    all[u"FilterChip"_s] = [](T t, P p) -> P {
        auto *w = new FilterChip(t, u"w"_s, u"Role is any"_s, p);
        w->setRemovable(true);
        return w;
    };
    all[u"FormField"_s] = [](T t, P p) -> P {
        auto *w = new FormField(t, u"w"_s, u"Email"_s, new PasswordField(t, u"e"_s, {}), p);
        w->setProblem(u"Taken."_s);
        return w;
    };
    all[u"MessageStrip"_s] = [](T t, P p) -> P {
        auto *w = new MessageStrip(t, u"w"_s, p);
        w->setMessage(Tone::Danger, u"Could not save."_s);
        w->setAction(u"Try again"_s);
        return w;
    };
    all[u"PasswordField"_s] = [](T t, P p) -> P {
        return new PasswordField(t, u"w"_s, u"Access token"_s, p);
    };
    all[u"SearchBox"_s] = [](T t, P p) -> P {
        return new SearchBox(t, u"w"_s, u"Search contacts"_s, p);
    };
    all[u"SegmentedControl"_s] = [](T t, P p) -> P {
        return made(new SegmentedControl(t, u"w"_s, u"Role"_s, p));
    };
    all[u"SelectionBar"_s] = [](T t, P p) -> P { return made(new SelectionBar(t, u"w"_s, p)); };
    all[u"Sheet"_s] = [](T t, P p) -> P { return made(new Sheet(t, u"w"_s, p)); };
    all[u"SheetButtons"_s] = [](T, P p) -> P {
        auto *w = new SheetButtons(u"w"_s, p);
        w->addDanger(u"delete"_s, u"Discard"_s);
        w->setNote(u"About 1 s"_s);
        return w;
    };
    all[u"SkeletonOverlay"_s] = [](T t, P p) -> P {
        auto *w = new SkeletonOverlay(t, u"w"_s, p);
        w->setColumns({200, 150, 80});
        w->resize(500, 200);
        return w;
    };
    all[u"TextField"_s] = [](T t, P p) -> P {
        auto *w = new TextField(t, u"w"_s, u"Name"_s, p);
        w->setText(u"Grace"_s);
        w->setTrailing(new QLabel(u"x"_s));
        return w;
    };
    all[u"Toast"_s] = [](T t, P p) -> P {
        return new Toast(t, u"Archived Ada"_s, u"Undo"_s, new TimerCountdown, p);
    };
    all[u"WrappedText"_s] = [](T, P p) -> P {
        return new WrappedText(u"w"_s, u"grace.hopper@navy.example"_s, p);
    };
    all[u"ToastStack"_s] = [](T t, P p) -> P { return made(new ToastStack(t, u"w"_s, p)); };
    return all;
}

QSet<QRgb> coloursOf(const QImage &image)
{
    QSet<QRgb> found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found.insert(image.pixel(x, y));
    }
    return found;
}

} // namespace

class TestEveryWidget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneIsForgotten();
    void isDrawnEverywhere_data();
    void isDrawnEverywhere();
};

//! A widget that is added to the folder is added to the table above.
void TestEveryWidget::noneIsForgotten()
{
    const QDir folder(QString::fromLatin1(ROSTER_WIDGETS));
    static const QRegularExpression widget(
        u"^class (\\w+) : public (?!QObject|QLayout|Countdown)"_s,
        QRegularExpression::MultilineOption);
    QStringList found;
    for (const QString &name : folder.entryList({u"*.h"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (auto it = widget.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();)
            found << it.next().captured(1);
    }
    // Only a base, with a protected constructor.
    QCOMPARE(found.removeAll(u"ChipBase"_s), 1);
    // Heard, not seen.
    QCOMPARE(found.removeAll(u"LiveRegion"_s), 1);
    QStringList made;
    for (const auto &[name, make] : makers())
        made << name;
    found.sort();
    QCOMPARE(made, found);
}

void TestEveryWidget::isDrawnEverywhere_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &[name, make] : makers())
        QTest::newRow(qPrintable(name)) << name;
}

void TestEveryWidget::isDrawnEverywhere()
{
    QFETCH(QString, name);
    QList<QImage> pictures;
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QGuiApplication::setLayoutDirection(direction);
            WidgetStage stage;
            stage.theme().setReducedMotion(true);
            stage.theme().setMode(mode);
            QWidget *widget = makers().at(name)(stage.theme(), &stage.window());
            QVERIFY(!widget->objectName().isEmpty());
            QCOMPARE(widget->layoutDirection(), direction);
            if (name != u"Sheet"_s && name != u"SkeletonOverlay"_s)
                widget->resize(qMax(widget->sizeHint().width() + 80, 100),
                               widget->sizeHint().height());
            widget->show();
            QCoreApplication::sendPostedEvents();
            const QImage image = widget->grab().toImage();
            QVERIFY(image.width() > 10 && image.height() > 10);
            QVERIFY2(coloursOf(image).size() > 2, "nothing is drawn");
            pictures << image;
        }
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY2(pictures[0] != pictures[2], "light and dark look the same");
    // These are alike from both sides, or follow their words alone.
    const QStringList symmetric{u"Avatar"_s, u"BusyIndicator"_s, u"EmptyState"_s, u"ElidedLabel"_s};
    QCOMPARE(pictures[0] == pictures[1], symmetric.contains(name));
    QCOMPARE(pictures[2] == pictures[3], symmetric.contains(name));
}

QTEST_MAIN(TestEveryWidget)
#include "tst_everywidget.moc"
