// SPDX-License-Identifier: MIT
// Draws sidebar, filter bar and table as they stand in the window to PNG files, for people to hold
// beside the drawings. Usage: contactpictures DIR
#include "tests/support/memorybook.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contactselection.h"
#include "ui/contacts/contacttableview.h"
#include "ui/contacts/filterbar.h"
#include "ui/contacts/sidebar.h"
#include "ui/theme/appearance.h"
#include "ui/theme/metrics.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme.h"
#include "ui/widgets/skeletonoverlay.h"

#include <QtCore/QDir>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace roster;

namespace {

constexpr qint64 now = 1'763'700'000;
constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

struct Sample
{
    const char16_t *name;
    const char16_t *email;
    QList<int> tags;
    QList<int> companies;
    int owner;
    qint64 seenAgo;
    bool isLead = false;
};

void fillDirectory(MemoryBook &book)
{
    const char16_t *tags[] = {u"Enterprise", u"VIP",   u"Beta",    u"Press",     u"Partner",
                              u"EU",         u"Trial", u"Webinar", u"Churn risk"};
    for (int i = 0; i < 9; ++i)
        book.addTag(QStringLiteral("tag%1").arg(i), QString::fromUtf16(tags[i]));
    const char16_t *companies[] = {
        u"NASA", u"Acme",      u"MGM",       u"Navy",      u"Columbia", u"House of Wisdom",
        u"MIT",  u"Göttingen", u"Bletchley", u"Remington", u"ACM"};
    for (int i = 0; i < 11; ++i)
        book.addCompany(QStringLiteral("company%1").arg(i), QString::fromUtf16(companies[i]));
    book.addAdmin(QStringLiteral("1"), QStringLiteral("Tomás Vega"));
    book.addAdmin(QStringLiteral("2"), QStringLiteral("Priya Nair"));
    book.addAdmin(QStringLiteral("3"), QStringLiteral("Mei Tan"));
}

const QList<Sample> &samples()
{
    static const QList<Sample> all{
        {u"Katherine Johnson", u"kj+orbit@nasa.example", {0}, {0}, 1, 240},
        {u"Ada Lovelace", u"ada@analytical.example", {1, 2}, {1}, 2, 2 * hour},
        {u"Hedy Lamarr", u"hedy@spread.example", {2, 3}, {2}, 1, 5 * hour},
        {u"Mary Jackson", u"mary.jackson@nasa.example", {0}, {0}, 1, 9 * hour},
        {u"Grace Hopper", u"grace.hopper@navy.example", {1, 4, 2, 5}, {3, 9, 10}, 2, day},
        {u"Dorothy Vaughan", u"dorothy@nasa.example", {0, 1}, {0}, 1, day + 1},
        {u"Chien-Shiung Wu", u"wu@columbia.example", {5}, {4}, 3, 2 * day},
        {u"محمد الخوارزمي", u"khwarizmi@algebra.example", {6}, {5}, 0, 3 * day},
        {u"Barbara Liskov", u"liskov@mit.example", {2}, {6}, 3, 4 * day},
        {u"Rosalind Franklin", u"rosalind@kcl.example", {1, 5}, {5}, 3, 6 * day},
        {u"Emmy Noether", u"emmy@ring.example", {7}, {7}, 0, 8 * day, true},
        {u"Alan Turing", u"alan@bletchley.example", {1}, {8}, 2, 12 * day},
        {u"Linus Pauling", u"linus.pauling@caltech.example", {}, {6}, 3, 31 * day},
        {u"小林 誠", u"kobayashi@kek.example", {5}, {}, 0, 40 * day},
        {u"José Saramago", u"jose@azinhaga.example", {6}, {}, 0, 62 * day, true},
        {u"👩🏽‍🚀 Nova", u"nova@moon.example", {}, {3}, 0, 95 * day, true},
        {u"Σωκράτης", u"socrates@agora.example", {8}, {8}, 0, 335 * day},
        {nullptr, u"lead-5519@unknown.example", {}, {}, 0, 0, true},
    };
    return all;
}

void fillPeople(MemoryBook &book)
{
    int serial = 0;
    for (const Sample &sample : samples()) {
        ContactRow row;
        row.id = ContactId(QStringLiteral("63a07ddf05a32042dffac9%1").arg(++serial));
        row.name = sample.name ? QString::fromUtf16(sample.name) : QString();
        row.email = QString::fromUtf16(sample.email);
        row.role = sample.isLead ? Role::Lead : Role::User;
        for (const int tag : sample.tags)
            row.tags.items.append(TagId(QStringLiteral("tag%1").arg(tag)));
        row.tags.total = static_cast<int>(row.tags.items.size());
        for (const int company : sample.companies)
            row.companies.items.append(CompanyId(QStringLiteral("company%1").arg(company)));
        row.companies.total = static_cast<int>(row.companies.items.size());
        if (sample.owner)
            row.owner = AdminId(QString::number(sample.owner));
        if (sample.seenAgo)
            row.lastSeenAt = now - sample.seenAgo;
        row.createdAt = now - 400 * day;
        book.put(row);
    }
}

//! The middle and left of the window, at the drawing's size.
class Scene : public QWidget
{
    Q_OBJECT

public:
    explicit Scene(const Theme &theme)
    {
        fillDirectory(m_book);
        fillPeople(m_book);
        m_model = new ContactTableModel(
            m_book, [] { return now; }, this);
        m_selection = new ContactSelection(*m_model, this);
        m_sidebar = new Sidebar(theme, m_book, this);
        m_filters = new FilterBar(theme, m_book, this);
        m_table = new ContactTableView(theme, *m_model, *m_selection, this);
        m_skeleton = new SkeletonOverlay(theme, QStringLiteral("skeleton"), this);
        m_skeleton->hide();
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        m_sidebar->setFixedWidth(metrics::sidebarWidth);
        row->addWidget(m_sidebar);
        auto *middle = new QVBoxLayout;
        middle->setSpacing(0);
        middle->addWidget(m_filters);
        middle->addWidget(m_table, 1);
        row->addLayout(middle, 1);
        m_book.counts()->onFinished(
            this, [this](const Result<ContactCounts> &counts) { m_sidebar->setCounts(*counts); });
        m_sidebar->setArchivedCount(37);
        m_model->refresh();
        resize(1280 - metrics::panelWidth, 716);
    }

    MemoryBook m_book;
    ContactTableModel *m_model;
    ContactSelection *m_selection;
    Sidebar *m_sidebar;
    FilterBar *m_filters;
    ContactTableView *m_table;
    SkeletonOverlay *m_skeleton;
};

void settle()
{
    for (int i = 0; i < 4; ++i)
        QApplication::processEvents();
}

void mouse(QWidget *target, QEvent::Type type, QPoint at, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, target->mapToGlobal(at), Qt::LeftButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

void shoot(const Theme &theme, const QDir &dir, const QString &suffix)
{
    Scene scene(theme);
    scene.show();
    settle();
    scene.m_filters->setResultCount(12408);
    const auto save = [&](const QString &name) {
        settle();
        scene.grab().save(dir.filePath(name + suffix + QStringLiteral(".png")));
    };
    scene.m_selection->selectOnly(4);
    save(QStringLiteral("one"));
    ContactQuery filter;
    filter.setRole(Role::Lead);
    filter.setTag(TagId(QStringLiteral("tag1")));
    filter.setOwner(AdminId(QStringLiteral("2")));
    scene.m_filters->setFilter(filter);
    QWidget *port = scene.m_table->viewport();
    mouse(port, QEvent::MouseButtonPress, {120, 210}, Qt::LeftButton);
    mouse(port, QEvent::MouseMove, {300, 300}, Qt::LeftButton);
    mouse(port, QEvent::MouseMove, {480, 400}, Qt::LeftButton);
    save(QStringLiteral("band"));
    mouse(port, QEvent::MouseButtonRelease, {480, 400}, Qt::NoButton);
    scene.m_filters->clear();
    scene.m_table->setFocus(Qt::TabFocusReason);
    for (const ContactColumn column :
         {ContactColumn::Phone, ContactColumn::CreatedAt, ContactColumn::ExternalId})
        scene.m_table->contactHeader()->setColumnShown(columnOf(column), true);
    scene.resize(1600, 500);
    save(QStringLiteral("wide"));
    scene.resize(700, 500);
    save(QStringLiteral("narrow"));
    scene.m_table->setOverlay(scene.m_skeleton);
    save(QStringLiteral("skeleton"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    initUiResources();
    Appearance appearance;
    Theme theme(app, appearance);
    const QDir dir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    dir.mkpath(QStringLiteral("."));
    theme.setMode(Theme::Mode::Light);
    shoot(theme, dir, QStringLiteral("-light"));
    theme.setMode(Theme::Mode::Dark);
    shoot(theme, dir, QStringLiteral("-dark"));
    theme.setMode(Theme::Mode::Light);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    shoot(theme, dir, QStringLiteral("-mirrored"));
    return 0;
}

#include "contactpictures.moc"
