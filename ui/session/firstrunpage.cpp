// SPDX-License-Identifier: MIT
#include "ui/session/firstrunpage.h"

#include "ui/text/fieldtext.h"
#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/messagestrip.h"

#include <QtWidgets/QFrame>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int PageWidth = 720;
constexpr int DoorGap = 20;
constexpr int DoorPadding = 26;

QLabel *label(const QString &text, const QString &kind, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    setKind(*made, kind);
    return made;
}

} // namespace

FirstRunPage::FirstRunPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_sandbox(makePrimaryButton(u"openSandboxButton"_s, tr("Open the &sandbox"), this))
    , m_connect(makeButton(u"connectButton"_s, tr("&Connect…"), this))
    , m_message(new MessageStrip(theme, u"firstRunMessage"_s, this))
{
    setObjectName(u"firstRunPage"_s);
    QLabel *title = label(tr("Welcome to Roster"), u"pageTitle"_s, this);
    QLabel *text = label(tr("Browse, edit and archive the contacts of an Intercom workspace."),
                         u"muted"_s, this);
    title->setAlignment(Qt::AlignCenter);
    text->setAlignment(Qt::AlignCenter);

    auto *doors = new QHBoxLayout;
    doors->setSpacing(DoorGap);
    doors->addWidget(makeDoor(theme, u"sandboxDoor"_s,
                              {{tr("SANDBOX")},
                               tr("Try the sandbox"),
                               tr("A workspace that lives on this computer, with 2,000 made-up "
                                  "people. No account, no network, nothing to break."),
                               m_sandbox}),
                     1);
    doors->addWidget(makeDoor(theme, u"connectDoor"_s,
                              {{regionTitle(Region::UnitedStates), regionTitle(Region::Europe),
                                regionTitle(Region::Australia)},
                               tr("Connect a workspace"),
                               tr("You need an access token. It stays in this computer’s keychain "
                                  "and is sent only to the region you choose."),
                               m_connect}),
                     1);

    auto *page = new QWidget(this);
    page->setMaximumWidth(PageWidth);
    page->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addSpacing(2);
    column->addWidget(text);
    column->addSpacing(26);
    column->addLayout(doors);
    column->addSpacing(12);
    column->addWidget(m_message);
    auto *outer = new QGridLayout(this);
    outer->setContentsMargins(16, 16, 16, 16);
    outer->setRowStretch(0, 1);
    outer->addWidget(page, 1, 1);
    outer->setColumnStretch(0, 1);
    outer->setColumnStretch(1, 100);
    outer->setColumnStretch(2, 1);
    outer->setRowStretch(2, 2);
    connect(m_sandbox, &QPushButton::clicked, this, &FirstRunPage::sandboxRequested);
    connect(m_connect, &QPushButton::clicked, this, &FirstRunPage::connectRequested);
}

void FirstRunPage::setBusy(bool isBusy)
{
    m_sandbox->setEnabled(!isBusy);
    m_connect->setEnabled(!isBusy);
}

QWidget *FirstRunPage::makeDoor(const Theme &theme, const QString &objectName, const Door &door)
{
    auto *card = new QFrame(this);
    card->setObjectName(objectName);
    setKind(*card, u"card"_s);
    auto *badges = new QHBoxLayout;
    badges->setSpacing(4);
    for (const QString &text : door.badges) {
        QLabel *badge = label(text, u"badge"_s, card);
        badge->setWordWrap(false);
        badges->addWidget(badge);
    }
    badges->addStretch(1);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(DoorPadding, DoorPadding + 2, DoorPadding, DoorPadding);
    column->setSpacing(0);
    column->addLayout(badges);
    column->addSpacing(10);
    QLabel *title = label(door.title, u"cardTitle"_s, card);
    QFont font = theme.type().person;
    title->setFont(font);
    column->addWidget(title);
    column->addSpacing(4);
    column->addWidget(label(door.text, u"muted"_s, card));
    column->addStretch(1);
    column->addSpacing(16);
    door.button->setParent(card);
    column->addWidget(door.button, 0, Qt::AlignLeft);
    return card;
}

} // namespace roster
