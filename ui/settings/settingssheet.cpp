// SPDX-License-Identifier: MIT
#include "ui/settings/settingssheet.h"

#include "core/async/operationof.h"
#include "core/service/session.h"
#include "ui/prompts/prompts.h"
#include "ui/settings/settingsport.h"
#include "ui/text/fieldtext.h"
#include "ui/text/storagetext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 580;
constexpr int TitleWidth = 130;
const QString KeepCopyId = u"copy"_s;
const QString SessionOnlyId = u"session"_s;

QString modeId(Theme::Mode mode)
{
    switch (mode) {
    case Theme::Mode::FollowSystem:
        return u"follow"_s;
    case Theme::Mode::Light:
        return u"light"_s;
    case Theme::Mode::Dark:
        break;
    }
    return u"dark"_s;
}

Theme::Mode modeOf(const QString &id)
{
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        if (modeId(mode) == id)
            return mode;
    }
    return Theme::Mode::FollowSystem;
}

//! Where the contacts are and how much room they take.
QString copyText(const StorageState &storage)
{
    const QString size =
        QLocale().formattedDataSize(storage.contactsBytes, 1, QLocale::DataSizeTraditionalFormat);
    return storage.isCopyKept()
               ? SettingsSheet::tr("%1 in %2", "size, file")
                     .arg(size, QDir::toNativeSeparators(storage.contactsFile))
               : SettingsSheet::tr("%1, kept in memory until you quit", "size").arg(size);
}

QString ownerText(const Admin &owner)
{
    if (owner.email.isEmpty())
        return owner.name;
    return SettingsSheet::tr("%1 (%2)", "name, email").arg(owner.name, owner.email);
}

} // namespace

SettingsSheet::SettingsSheet(const Theme &theme, SettingsPort &port, Prompts &prompts,
                             Session *session, QWidget *host)
    : Sheet(theme, u"settingsSheet"_s, host)
    , m_theme(theme)
    , m_port(port)
    , m_prompts(prompts)
    , m_session(session)
{
    setCardWidth(CardWidth);
    setTitle(tr("Settings"));
    addAppearance();
    addPictures();
    if (session) {
        addWorkspace();
        addStorage();
    }
    addData();
    if (session)
        addSignOut();
    addActions();
    connect(this, &Sheet::closeRequested, this, &Sheet::dismiss);
    connect(this, &Sheet::dismissed, this, &QObject::deleteLater);
}

void SettingsSheet::addAppearance()
{
    m_appearance = new SegmentedControl(m_theme, u"appearanceSegments"_s, tr("Appearance"), this);
    m_appearance->addChoice(modeId(Theme::Mode::FollowSystem), tr("As the system"));
    m_appearance->addChoice(modeId(Theme::Mode::Light), tr("Light"));
    m_appearance->addChoice(modeId(Theme::Mode::Dark), tr("Dark"));
    m_appearance->setCurrent(modeId(m_port.themeMode()));
    body()->addWidget(
        new FormField(m_theme, u"appearanceField"_s, tr("&Appearance"), m_appearance, this));
    m_motion = new QCheckBox(tr("Reduce &motion"), this);
    m_motion->setObjectName(u"motionCheck"_s);
    m_motion->setAccessibleName(tr("Reduce motion"));
    m_motion->setChecked(m_port.isMotionReduced());
    body()->addWidget(m_motion);
    connect(m_appearance, &SegmentedControl::currentChanged, this,
            [this](const QString &id) { m_port.setThemeMode(modeOf(id)); });
    connect(m_motion, &QCheckBox::toggled, this,
            [this](bool isOn) { m_port.setMotionReduced(isOn); });
}

void SettingsSheet::addPictures()
{
    m_pictures = new QCheckBox(tr("Show &pictures of contacts"), this);
    m_pictures->setObjectName(u"picturesCheck"_s);
    m_pictures->setAccessibleName(tr("Show pictures of contacts"));
    const QString what = tr("They are fetched from the addresses in the contacts’ records, without "
                            "your token, for the contacts that you look at.");
    m_pictures->setAccessibleDescription(what);
    m_pictures->setToolTip(what);
    m_pictures->setChecked(m_port.showsPictures());
    body()->addWidget(m_pictures);
    connect(m_pictures, &QCheckBox::toggled, this,
            [this](bool isOn) { m_port.setShowsPictures(isOn); });
}

void SettingsSheet::addWorkspace()
{
    const WorkspaceIdentity &identity = m_session->identity();
    const WorkspaceAddress &address = m_session->address();
    addFact(tr("Workspace"), u"workspaceFact"_s, identity.name);
    addFact(tr("Region"), u"regionFact"_s,
            tr("%1, %2", "region, host").arg(regionTitle(address.region), address.baseUrl.host()));
    addFact(tr("Token of"), u"ownerFact"_s, ownerText(identity.tokenOwner));
    QString kept = m_session->isTokenKept() ? tr("Kept in this computer’s keychain")
                                            : tr("Only until you quit; it is in no file");
    if (m_session->isSandbox())
        kept = tr("None is needed for the sandbox");
    addFact(tr("Access token"), u"tokenFact"_s, kept);
    addFact(tr("API version"), u"versionFact"_s, address.version);
}

void SettingsSheet::addStorage()
{
    const StorageState storage = m_session->storage();
    m_storage = new SegmentedControl(m_theme, u"storageSegments"_s, tr("Contacts"), this);
    m_storage->addChoice(KeepCopyId, tr("Keep a copy on this computer"));
    m_storage->addChoice(SessionOnlyId, tr("This session only"));
    m_storage->setCurrent(storage.choice == StorageChoice::KeepCopy ? KeepCopyId : SessionOnlyId);
    auto *field = new FormField(m_theme, u"storageField"_s, tr("Con&tacts"), m_storage, this);
    field->setHint(tr("Without a copy, every start loads the contacts anew. The archive journal is "
                      "kept either way."));
    body()->addWidget(field);
    connect(m_storage, &SegmentedControl::currentChanged, this, &SettingsSheet::requestStorage);
    addFact(tr("Contacts take"), u"copyFact"_s, copyText(storage));
    addFact(tr("Archive journal"), u"journalFact"_s,
            storage.canArchive() ? QDir::toNativeSeparators(storage.journalFile)
                                 : archiveRefusal());
}

void SettingsSheet::addSignOut()
{
    auto *line = new QHBoxLayout;
    QPushButton *out = makeButton(u"signOutButton"_s, tr("Sign &out…"), this);
    QPushButton *wipe = makeDangerButton(u"wipeButton"_s, tr("Sign out and &wipe…"), this);
    line->addWidget(out);
    line->addWidget(wipe);
    line->addStretch(1);
    body()->addLayout(line);
    // Below what is known, not below what it is called; its place tells how far things stand apart.
    line->insertSpacing(0, TitleWidth + line->spacing());
    connect(out, &QPushButton::clicked, this, [this] { requestSignOut(SignOut::KeepJournal); });
    connect(wipe, &QPushButton::clicked, this, [this] { requestSignOut(SignOut::WipeJournal); });
}

void SettingsSheet::requestStorage(const QString &choice)
{
    dismiss();
    Q_EMIT storageChangeRequested(choice == KeepCopyId ? StorageChoice::KeepCopy
                                                       : StorageChoice::SessionOnly);
}

void SettingsSheet::addData()
{
    addFact(tr("Data folder"), u"dataFact"_s, m_port.dataPath());
    addFact(tr("Roster"), u"programFact"_s, tr("Version %1").arg(QLatin1String(ROSTER_VERSION)));
}

void SettingsSheet::addFact(const QString &title, const QString &objectName, const QString &text)
{
    auto *line = new QHBoxLayout;
    auto *caption = new QLabel(title, this);
    setKind(*caption, u"muted"_s);
    caption->setFixedWidth(TitleWidth);
    caption->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *value = new QLabel(text, this);
    value->setObjectName(objectName);
    value->setAccessibleName(tr("%1: %2", "title: fact").arg(title, text));
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(caption);
    line->addWidget(value, 1);
    body()->addLayout(line);
}

void SettingsSheet::addActions()
{
    if (m_session && m_session->isSandbox()) {
        QPushButton *reset = makeDangerButton(u"resetSandboxButton"_s, tr("&Reset sandbox…"), this);
        buttons().addLeading(reset);
        connect(reset, &QPushButton::clicked, this, &SettingsSheet::askToResetSandbox);
    }
    QPushButton *close = buttons().addPrimary(u"closeButton"_s, tr("&Close"));
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);
}

void SettingsSheet::requestSignOut(SignOut how)
{
    dismiss();
    Q_EMIT signOutRequested(how);
}

void SettingsSheet::askToResetSandbox()
{
    m_prompts.confirmResetSandbox()->onFinished(this, [this](const Result<bool> &isConfirmed) {
        if (!isConfirmed || !*isConfirmed)
            return;
        dismiss();
        Q_EMIT resetSandboxRequested();
    });
}

} // namespace roster
