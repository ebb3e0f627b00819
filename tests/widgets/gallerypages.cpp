// SPDX-License-Identifier: MIT
#include "tests/widgets/gallerypages.h"

#include "ui/theme/theme.h"
#include "ui/widgets/bannerstack.h"
#include "ui/widgets/busyindicator.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/selectionbar.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/sheetbuttons.h"
#include "ui/widgets/skeletonoverlay.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/toaststack.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QMetaEnum>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

void notices(QWidget &window, Theme &theme)
{
    auto *banners = new BannerStack(theme, u"banners"_s, &window);
    banners->put(
        u"sandbox"_s, Tone::Warning,
        u"Sandbox · a made-up workspace on this computer. Nothing here reaches Intercom."_s,
        u"Reset"_s);
    banners->put(u"token"_s, Tone::Danger, u"Intercom no longer accepts the access token."_s,
                 u"Enter a new one"_s);
    banners->put(u"update"_s, Tone::Info, u"Shown as of 14:02. You are offline."_s)
        ->setClosable(true);
    banners->setGeometry(0, 0, window.width(), banners->sizeHint().height());
    auto *strips = new QWidget(&window);
    auto *all = new QVBoxLayout(strips);
    auto *mismatch = new MessageStrip(theme, u"mismatch"_s, strips);
    mismatch->setMessage(Tone::Warning, u"This token belongs to Acme Support in the US."_s);
    mismatch->setAction(u"Switch to US"_s);
    auto *failed = new MessageStrip(theme, u"failed"_s, strips);
    failed->setMessage(Tone::Danger, u"Intercom could not save the contact. Nothing was changed; "
                                     "try again in a minute, or look at the details."_s);
    failed->setDetails(u"500 server_error\nRequest 000k1q7b3c"_s);
    strips->findChild<QPushButton *>(u"failedDetailsButton"_s)->click();
    auto *info = new MessageStrip(theme, u"info"_s, strips);
    info->setMessage(Tone::Info, u"The answer takes longer than usual."_s);
    for (MessageStrip *strip : {mismatch, failed, info})
        all->addWidget(strip);
    strips->setGeometry(100, 110, 480, 200);
    strips->show();
    auto *toasts = new ToastStack(theme, u"toasts"_s, &window);
    toasts->show(u"Archived Ada Lovelace"_s, u"Undo"_s);
    toasts->show(u"Copied"_s);
    toasts->show(u"Tag “Enterprise” removed from 14 contacts; 2 of them did not have it any more, "
                 "and one was archived meanwhile"_s,
                 u"Undo"_s);
    auto *bar = new SelectionBar(theme, u"selectionBar"_s, &window);
    bar->setText(u"6 selected"_s);
    for (const auto &name : {u"Archive"_s, u"Tag"_s, u"Company"_s, u"Export"_s}) {
        auto *action = new QAction(name, bar);
        action->setObjectName(name);
        bar->addAction(action);
    }
    bar->setBottomInset(300);
    bar->show();
}

void sheet(QWidget &window, Theme &theme)
{
    QVBoxLayout *all = galleryColumn(window);
    all->addWidget(galleryLabel(u"person"_s, u"Grace Hopper"_s, all->parentWidget()));
    all->addStretch(1);
    auto *made = new Sheet(theme, u"newContactSheet"_s, &window);
    made->setTitle(u"New contact"_s);
    made->setSubtitle(u"in Acme Support, EU"_s);
    auto *role = new SegmentedControl(theme, u"role"_s, u"Role"_s, made);
    role->addChoice(u"user"_s, u"User"_s);
    role->addChoice(u"lead"_s, u"Lead"_s);
    made->body()->addWidget(new FormField(theme, u"roleField"_s, u"Role"_s, role));
    auto *email = new TextField(theme, u"emailEdit"_s, {});
    email->setText(u"evelyn.boyd@fisk.example"_s);
    auto *taken = new FormField(theme, u"emailField"_s, u"Email"_s, email);
    taken->setProblem(u"An archived contact has this email: Evelyn Boyd, archived 3 weeks ago."_s,
                      {{u"restore"_s, u"Restore"_s}, {u"look"_s, u"Look first"_s}});
    made->body()->addWidget(taken);
    for (const auto &name : {u"Name"_s, u"Phone"_s, u"External id"_s})
        made->body()->addWidget(new FormField(theme, name + u"Field"_s, name,
                                              new TextField(theme, name + u"Edit"_s, {})));
    auto *owner = new ComboField(theme, u"ownerCombo"_s, {});
    owner->addItem(u"No owner"_s);
    made->body()->addWidget(new FormField(theme, u"ownerField"_s, u"Owner"_s, owner));
    made->buttons().addSecondary(u"cancelButton"_s, u"Cancel"_s);
    made->buttons().addPrimary(u"createButton"_s, u"Create contact"_s)->setEnabled(false);
    made->buttons().setNote(u"About 1 s"_s);
    made->open();
}

void states(QWidget &window, Theme &theme)
{
    auto *skeleton = new SkeletonOverlay(theme, u"skeleton"_s, &window);
    skeleton->setGeometry(0, 0, window.width(), 34 * 6);
    skeleton->show();
    auto *empty = new EmptyState(theme, u"empty"_s, &window);
    empty->setContent(Icons::Search, u"No contact is like that"_s,
                      u"Three conditions narrow the list: role, tag and the words you typed."_s);
    empty->addButton(u"clearButton"_s, u"Clear filters"_s);
    empty->setGeometry(0, 34 * 6, window.width(), window.height() - 34 * 6);
    empty->show();
    auto *busy = new BusyIndicator(theme, u"busy"_s, &window);
    busy->setBusy(true, u"Testing"_s);
    busy->move(20, window.height() - 40);
    busy->show();
}

void icons(QWidget &window, Theme &theme)
{
    QVBoxLayout *all = galleryColumn(window);
    auto *grid = new QGridLayout;
    const QMetaEnum names = QMetaEnum::fromType<Icons::Name>();
    for (int i = 0; i < names.keyCount(); ++i) {
        auto *button = new QToolButton(all->parentWidget());
        button->setIcon(theme.icon(static_cast<Icons::Name>(names.value(i))));
        button->setText(QString::fromLatin1(names.key(i)));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setEnabled(i % 7 != 6);
        grid->addWidget(button, i / 5, i % 5);
    }
    all->addLayout(grid);
    all->addStretch(1);
}

} // namespace

QList<GalleryPage> galleryPages()
{
    return {{u"controls"_s, {900, 540}, galleryControls},
            {u"fields"_s, {560, 780}, galleryFields},
            {u"chips"_s, {700, 320}, galleryChips},
            {u"notices"_s, {820, 640}, notices},
            {u"sheet"_s, {1280, 768}, sheet},
            {u"sheet-low"_s, {640, 420}, sheet},
            {u"states"_s, {760, 520}, states},
            {u"icons"_s, {760, 360}, icons}};
}

} // namespace roster::test
