// SPDX-License-Identifier: MIT
#include "tests/widgets/gallerypages.h"

#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/passwordfield.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster::test {

QVBoxLayout *galleryColumn(QWidget &window)
{
    auto *frame = new QFrame(&window);
    setKind(*frame, u"surface"_s);
    frame->setGeometry(window.rect());
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(14);
    frame->show();
    return layout;
}

QLabel *galleryLabel(const QString &kind, const QString &text, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    setKind(*made, kind);
    return made;
}

namespace {

QHBoxLayout *row(QVBoxLayout *column)
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    column->addLayout(layout);
    return layout;
}

} // namespace

void galleryControls(QWidget &window, Theme &theme)
{
    QVBoxLayout *all = galleryColumn(window);
    QWidget *on = all->parentWidget();
    QHBoxLayout *line = row(all);
    QPushButton *focused = makePrimaryButton(u"a"_s, u"New contact"_s, on);
    QPushButton *off = makePrimaryButton(u"b"_s, u"Create contact"_s, on);
    off->setEnabled(false);
    QPushButton *plainOff = makeButton(u"d"_s, u"Disabled"_s, on);
    plainOff->setEnabled(false);
    for (QPushButton *button :
         {focused, off, makeButton(u"c"_s, u"Archive"_s, on), plainOff,
          makeQuietButton(u"e"_s, u"Keep all theirs"_s, on),
          makeDangerButton(u"f"_s, u"Delete for good"_s, on), makeLinkButton(u"g"_s, u"Add"_s, on)})
        line->addWidget(button);
    line->addWidget(makeIconButton(theme, u"h"_s, Icons::More, u"More"_s, on));
    line->addStretch(1);
    line = row(all);
    auto *segments = new SegmentedControl(theme, u"region"_s, u"Region"_s, on);
    for (const auto &id : {u"US"_s, u"EU"_s, u"AU"_s})
        segments->addChoice(id, id);
    segments->setCurrent(u"EU"_s);
    line->addWidget(segments);
    line->addWidget(galleryLabel(u"muted"_s, u"api.eu.intercom.io"_s, on));
    line->addStretch(1);
    line = row(all);
    for (const bool checked : {true, false}) {
        auto *box = new QCheckBox(checked ? u"Checked"_s : u"Not checked"_s, on);
        box->setChecked(checked);
        auto *radio = new QRadioButton(checked ? u"In the keychain"_s : u"Until I quit"_s, on);
        radio->setAutoExclusive(false);
        radio->setChecked(checked);
        line->addWidget(box);
        line->addWidget(radio);
    }
    auto *partly = new QCheckBox(u"Partly"_s, on);
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    line->addWidget(partly);
    line->addStretch(1);
    for (const auto &kind : {u"pageTitle"_s, u"sheetTitle"_s, u"person"_s, u"strong"_s, u"muted"_s,
                             u"small"_s, u"caption"_s, u"label"_s, u"problem"_s})
        all->addWidget(galleryLabel(kind, u"Grace Hopper · "_s + kind, on));
    line = row(all);
    for (const auto &text : {u"EU"_s, u"SANDBOX"_s, u"Ctrl F"_s})
        line->addWidget(galleryLabel(u"badge"_s, text, on));
    line->addStretch(1);
    auto *progress = new QProgressBar(on);
    progress->setTextVisible(false);
    progress->setValue(21);
    all->addWidget(progress);
    all->addStretch(1);
    focused->setFocus(Qt::TabFocusReason);
}

void galleryFields(QWidget &window, Theme &theme)
{
    QVBoxLayout *all = galleryColumn(window);
    QWidget *on = all->parentWidget();
    auto *search = new SearchBox(theme, u"searchBox"_s, u"Search 12,408 contacts"_s, on);
    search->setShortcutHint(QKeySequence(u"Ctrl+F"_s));
    all->addWidget(search);
    auto *searching = new SearchBox(theme, u"searchBox2"_s, u"Search"_s, on);
    searching->setText(u"grace"_s);
    all->addWidget(searching);
    auto *focused = new TextField(theme, u"nameEdit"_s, u"Name"_s, on);
    focused->setText(u"Evelyn Boyd"_s);
    all->addWidget(new FormField(theme, u"nameField"_s, u"Name"_s, focused, on));
    auto *phone = new TextField(theme, u"phoneEdit"_s, u"Phone"_s, on);
    phone->setPlaceholderText(u"+44 20 7946 0958"_s);
    auto *hinted = new FormField(theme, u"phoneField"_s, u"Phone"_s, phone, on);
    hinted->setHint(u"With the country's code"_s);
    all->addWidget(hinted);
    auto *email = new TextField(theme, u"emailEdit"_s, u"Email"_s, on);
    email->setText(u"evelyn.boyd@fisk.example"_s);
    auto *taken = new FormField(theme, u"emailField"_s, u"Email"_s, email, on);
    taken->setProblem(u"An archived contact has this email: Evelyn Boyd, archived 3 weeks ago."_s,
                      {{u"restore"_s, u"Restore"_s}, {u"look"_s, u"Look first"_s}});
    all->addWidget(taken);
    auto *token = new PasswordField(theme, u"tokenEdit"_s, u"Access token"_s, on);
    token->setText(u"not-a-real-token"_s);
    all->addWidget(new FormField(theme, u"tokenField"_s, u"Access token"_s, token, on));
    auto *owner = new ComboField(theme, u"ownerCombo"_s, u"Owner"_s, on);
    owner->addItems({u"No owner"_s, u"Priya Nair"_s});
    all->addWidget(new FormField(theme, u"ownerField"_s, u"Owner"_s, owner, on));
    auto *off = new TextField(theme, u"offEdit"_s, u"External id"_s, on);
    off->setText(u"70"_s);
    off->setEnabled(false);
    all->addWidget(new FormField(theme, u"offField"_s, u"External id"_s, off, on));
    all->addStretch(1);
    focused->setFocus(Qt::TabFocusReason);
}

void galleryChips(QWidget &window, Theme &theme)
{
    QVBoxLayout *all = galleryColumn(window);
    QWidget *on = all->parentWidget();
    const QStringList tags{u"VIP"_s,         u"Beta"_s,       u"Partner"_s,    u"EU"_s,
                           u"Trial"_s,       u"Webinar"_s,    u"Enterprise"_s, u"Press"_s,
                           u"R&D"_s,         u"Churn risk"_s, u"مهم"_s,        u"顧客"_s,
                           u"🦄 Unicorn"_s};
    for (const bool removable : {false, true}) {
        auto *flow = new FlowLayout(nullptr, 4, 4);
        for (qsizetype i = 0; i < tags.size(); ++i) {
            auto *chip = new Chip(theme, u"tagChip%1"_s.arg(i), tags[i], static_cast<int>(i), on);
            chip->setRemovable(removable);
            flow->addWidget(chip);
            if (removable && i == 1)
                chip->setFocus(Qt::TabFocusReason);
        }
        all->addLayout(flow);
    }
    QHBoxLayout *line = row(all);
    auto *role = new FilterChip(theme, u"roleChip"_s, u"Role is any"_s, on);
    auto *seen = new FilterChip(theme, u"seenChip"_s, u"Seen in the last year"_s, on);
    seen->setRemovable(true);
    auto *owner = new FilterChip(theme, u"ownerChip"_s, u"Owner is Mei"_s, on);
    owner->setRemovable(true);
    owner->setOn(false);
    auto *add = new FilterChip(theme, u"addChip"_s, u"+ Filter"_s, on);
    add->setAdds(true);
    for (FilterChip *chip : {role, seen, owner, add})
        line->addWidget(chip);
    line->addStretch(1);
    const QStringList names{
        u"Katherine Johnson"_s, u"محمد الخوارزمي"_s, u"小林 誠"_s, u"Σωκράτης"_s,
        u"👩‍🚀 Ride"_s,  u"José Saramago"_s,  u""_s};
    for (const int side : {24, 44}) {
        line = row(all);
        for (const QString &name : names) {
            auto *avatar = new Avatar(theme, u"avatar"_s, side, on);
            avatar->setPerson(name, {}, name);
            line->addWidget(avatar);
        }
        line->addStretch(1);
    }
    all->addStretch(1);
}

} // namespace roster::test
