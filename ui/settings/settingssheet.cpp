// SPDX-License-Identifier: MIT
#include "ui/settings/settingssheet.h"

#include "core/async/operationof.h"
#include "core/service/session.h"
#include "ui/prompts/prompts.h"
#include "ui/settings/settingsport.h"
#include "ui/text/fieldtext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 540;
constexpr int TitleWidth = 130;

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
    if (session)
        addWorkspace();
    addData();
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
    } else if (m_session) {
        QPushButton *out = makeDangerButton(u"signOutButton"_s, tr("Sign &out…"), this);
        buttons().addLeading(out);
        connect(out, &QPushButton::clicked, this, &SettingsSheet::askToSignOut);
    }
    QPushButton *close = buttons().addPrimary(u"closeButton"_s, tr("&Close"));
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);
}

void SettingsSheet::askToSignOut()
{
    m_session->archive().archivedCount()->onFinished(this, [this](const Result<int> &count) {
        const SignOutFacts facts{m_session->identity().name, count ? *count : 0};
        m_prompts.confirmSignOut(facts)->onFinished(this, [this](const Result<bool> &isConfirmed) {
            if (!isConfirmed || !*isConfirmed)
                return;
            dismiss();
            Q_EMIT signOutRequested();
        });
    });
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
