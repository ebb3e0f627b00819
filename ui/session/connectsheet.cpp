// SPDX-License-Identifier: MIT
#include "ui/session/connectsheet.h"

#include "core/async/operationof.h"
#include "ui/session/tokentext.h"
#include "ui/text/fieldtext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/passwordfield.h"
#include "ui/widgets/radioline.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 480;

QString inRegion(Region region)
{
    switch (region) {
    case Region::UnitedStates:
        return ConnectSheet::tr("in the US");
    case Region::Europe:
        return ConnectSheet::tr("in the EU");
    case Region::Australia:
        return ConnectSheet::tr("in Australia");
    case Region::Sandbox:
    case Region::Custom:
        break;
    }
    return ConnectSheet::tr("elsewhere");
}

//! A button of which each press shows or hides the widget below it.
QPushButton *makeDisclosure(const QString &objectName, const QString &text, QWidget *shown,
                            QWidget *parent)
{
    QPushButton *button = makeLinkButton(objectName, text, parent);
    button->setCheckable(true);
    shown->hide();
    QObject::connect(button, &QPushButton::toggled, shown, &QWidget::setVisible);
    return button;
}

} // namespace

ConnectSheet::ConnectSheet(const Theme &theme, WorkspaceGate &gate, QWidget *host)
    : TaskSheet(theme, u"connectSheet"_s, host, nullptr)
    , m_theme(theme)
    , m_gate(gate)
{
    setCardWidth(CardWidth);
    setTitle(tr("Connect a workspace"));
    addRegion();
    addToken();
    placeMessage();
    addKeep();
    addStorage();
    addAdvanced();
    m_test = makeButton(u"testButton"_s, tr("&Test connection"), this);
    buttons().addLeading(m_test);
    connect(m_test, &QPushButton::clicked, this, &ConnectSheet::test);
    addFooter(u"connectNowButton"_s, tr("&Connect"));
    setFirstFocus(m_token);
    connect(&message(), &MessageStrip::actionTriggered, this, &ConnectSheet::switchRegion);
    requestEdited();
}

void ConnectSheet::addRegion()
{
    m_region = new SegmentedControl(m_theme, u"regionSegments"_s, tr("Region"), this);
    for (const Region region : {Region::UnitedStates, Region::Europe, Region::Australia})
        m_region->addChoice(regionCode(region), regionTitle(region));
    m_hostLabel = new QLabel(this);
    m_hostLabel->setObjectName(u"hostLabel"_s);
    setKind(*m_hostLabel, u"muted"_s);
    auto *field = new FormField(m_theme, u"regionField"_s, tr("&Region"), m_region, this);
    field->setBeside(m_hostLabel);
    body()->addWidget(field);
    connect(m_region, &SegmentedControl::currentChanged, this, &ConnectSheet::requestEdited);
}

void ConnectSheet::addToken()
{
    m_token = new PasswordField(m_theme, u"tokenEdit"_s, tr("Access token"), this);
    m_tokenField = new FormField(m_theme, u"tokenField"_s, tr("&Access token"), m_token, this);
    auto *help = new QLabel(tokenHelp(), this);
    help->setObjectName(u"tokenHelpLabel"_s);
    help->setTextFormat(Qt::PlainText);
    help->setWordWrap(true);
    setKind(*help, u"small"_s);
    body()->addWidget(m_tokenField);
    body()->addWidget(makeDisclosure(u"tokenHelpButton"_s, tr("&How do I get one?"), help, this), 0,
                      Qt::AlignLeft);
    body()->addWidget(help);
    connect(m_token, &QLineEdit::textChanged, this, &ConnectSheet::tokenEdited);
}

void ConnectSheet::addKeep()
{
    m_inKeychain = makeRadioButton(u"inKeychainButton"_s, tr("In this computer’s &keychain"), this);
    m_untilQuit = makeRadioButton(u"untilQuitButton"_s, tr("Only until I &quit"), this);
    auto *field =
        new FormField(m_theme, u"keepField"_s, tr("Keep the token"),
                      makeRadioLine(u"keepGroup"_s, {m_inKeychain, m_untilQuit}, this), this);
    body()->addWidget(field);
    const bool hasKeychain = m_gate.hasKeychain();
    m_inKeychain->setEnabled(hasKeychain);
    (hasKeychain ? m_inKeychain : m_untilQuit)->setChecked(true);
    if (!hasKeychain) {
        field->setHint(tr("No keychain answers on this computer, so Roster forgets the token when "
                          "it quits. It is never written to a file."));
    }
}

void ConnectSheet::addStorage()
{
    QRadioButton *keep =
        makeRadioButton(u"keepCopyButton"_s, tr("Keep a co&py on this computer"), this);
    m_sessionOnly = makeRadioButton(u"sessionOnlyButton"_s, tr("This sess&ion only"), this);
    keep->setChecked(true);
    auto *field =
        new FormField(m_theme, u"storageField"_s, tr("Contacts"),
                      makeRadioLine(u"storageGroup"_s, {keep, m_sessionOnly}, this), this);
    field->setHint(tr("With a copy, Roster starts at once and works offline. The archive journal "
                      "is kept either way."));
    body()->addWidget(field);
}

void ConnectSheet::addAdvanced()
{
    m_version = new ComboField(m_theme, u"versionCombo"_s, tr("API version"), this);
    for (int minor = 16; minor >= 7; --minor)
        m_version->addItem(u"2.%1"_s.arg(minor));
    m_version->setCurrentText(WorkspaceAddress().version);
    auto *field = new FormField(m_theme, u"versionField"_s, tr("API &version"), m_version, this);
    field->setHint(tr("Leave it as it is unless something else is asked for."));
    QPushButton *button = makeDisclosure(u"advancedButton"_s, tr("A&dvanced"), field, this);
    // The button comes before what it shows, on screen and by Tab.
    setTabOrder(button, m_version);
    body()->addWidget(button, 0, Qt::AlignLeft);
    body()->addWidget(field);
    connect(m_version, &QComboBox::currentTextChanged, this, &ConnectSheet::requestEdited);
}

void ConnectSheet::setAddress(const WorkspaceAddress &address)
{
    m_region->setCurrent(regionCode(address.region));
    m_version->setCurrentText(address.version);
    m_custom = address.region == Region::Custom ? address : WorkspaceAddress();
    m_region->setVisible(address.region != Region::Custom);
    requestEdited();
}

ConnectRequest ConnectSheet::request() const
{
    ConnectRequest request;
    if (m_custom.region == Region::Custom) {
        request.address = m_custom;
    } else {
        request.address.region = regionFromCode(m_region->current()).value_or(Region::UnitedStates);
        request.address.baseUrl = regionUrl(request.address.region);
    }
    request.address.version = m_version->currentText();
    request.token = tokenIn(m_token->text()).toUtf8();
    request.keepToken = m_inKeychain->isChecked();
    request.storage =
        m_sessionOnly->isChecked() ? StorageChoice::SessionOnly : StorageChoice::KeepCopy;
    return request;
}

bool ConnectSheet::canProceed() const
{
    return !tokenIn(m_token->text()).isEmpty();
}

void ConnectSheet::explain()
{
    m_tokenField->setProblem(tr("Paste the workspace’s access token."));
    m_token->setFocus(Qt::OtherFocusReason);
}

void ConnectSheet::test()
{
    if (isBusy())
        return;
    if (!canProceed()) {
        explain();
        return;
    }
    OperationOf<WorkspaceIdentity> *testing = m_gate.test(request());
    hold(testing, tr("Testing the connection"));
    testing->onFinished(this,
                        [this](const Result<WorkspaceIdentity> &result) { tested(result, false); });
}

void ConnectSheet::proceed()
{
    // A mismatch that was shown and not switched is meant.
    if (m_told) {
        connectNow();
        return;
    }
    OperationOf<WorkspaceIdentity> *testing = m_gate.test(request());
    hold(testing, tr("Connecting"));
    testing->onFinished(this,
                        [this](const Result<WorkspaceIdentity> &result) { tested(result, true); });
}

void ConnectSheet::tested(const Result<WorkspaceIdentity> &result, bool isToConnect)
{
    if (!result) {
        showFailure(result.error());
        return;
    }
    if (showMismatch(*result))
        return;
    if (isToConnect) {
        connectNow();
        return;
    }
    const QString owner = result->tokenOwner.name;
    message().setMessage(Tone::Info,
                         owner.isEmpty()
                             ? tr("It works: %1.").arg(result->name)
                             : tr("It works: %1, with the token of %2.").arg(result->name, owner));
}

void ConnectSheet::connectNow()
{
    OperationOf<WorkspaceIdentity> *connecting = m_gate.connectTo(request());
    hold(connecting, tr("Connecting"));
    connecting->onFinished(this, [this](const Result<WorkspaceIdentity> &result) {
        if (!result) {
            showFailure(result.error());
            return;
        }
        Q_EMIT connected(*result);
        dismiss();
    });
}

void ConnectSheet::showFailure(const ApiError &error)
{
    showError(error, Doing::Connecting);
    m_token->setInvalid(error.kind == ErrorKind::Unauthorized);
}

bool ConnectSheet::showMismatch(const WorkspaceIdentity &identity)
{
    const std::optional<Region> told = regionFromServer(identity.toldRegion);
    const Region chosen = request().address.region;
    if (!told || *told == chosen || chosen == Region::Custom)
        return false;
    m_told = told;
    message().setMessage(Tone::Warning, tr("This token belongs to %1 %2.", "workspace, in a region")
                                            .arg(identity.name, inRegion(*told)));
    message().setAction(tr("&Switch to %1").arg(regionTitle(*told)));
    return true;
}

void ConnectSheet::switchRegion()
{
    if (!m_told || isBusy())
        return;
    m_region->setCurrent(regionCode(*m_told));
    test();
}

void ConnectSheet::tokenEdited(const QString &text)
{
    // Pasted, not typed: show what will be used.
    const bool isPasted = text.size() > m_tokenLength + 1;
    m_tokenLength = text.size();
    if (const QString token = tokenIn(text); isPasted && token != text) {
        m_tokenLength = token.size();
        m_token->setText(token);
    }
    m_tokenField->clearProblem();
    requestEdited();
}

void ConnectSheet::requestEdited()
{
    m_told.reset();
    m_token->setInvalid(false);
    message().clear();
    const QUrl url = request().address.baseUrl;
    const QString host = url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
    m_hostLabel->setText(host);
    m_tokenField->setHint(tr("It stays on this computer and is sent only to %1.").arg(host));
    updateButtons();
}

} // namespace roster
