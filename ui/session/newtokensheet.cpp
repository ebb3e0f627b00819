// SPDX-License-Identifier: MIT
#include "ui/session/newtokensheet.h"

#include "core/async/operationof.h"
#include "core/service/session.h"
#include "core/service/workspacegate.h"
#include "ui/session/tokentext.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/passwordfield.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

NewTokenSheet::NewTokenSheet(const Theme &theme, WorkspaceGate &gate, Session &session,
                             QWidget *host)
    : TaskSheet(theme, u"newTokenSheet"_s, host, nullptr)
    , m_gate(gate)
    , m_session(session)
    , m_token(new PasswordField(theme, u"tokenEdit"_s, tr("New access token"), this))
    , m_tokenField(new FormField(theme, u"tokenField"_s, tr("New access &token"), m_token, this))
{
    setTitle(tr("Intercom does not accept the token any more"));
    setSubtitle(tr("%1, %2. It may have expired or been replaced. Nothing is lost: what waits goes "
                   "on with a new token.",
                   "workspace, region")
                    .arg(session.identity().name, regionTitle(session.address().region)));
    m_tokenField->setHint(tr("It stays on this computer and is sent only to %1.")
                              .arg(session.address().baseUrl.host()));
    body()->addWidget(m_tokenField);
    addFooter(u"useTokenButton"_s, tr("&Use this token"));
    setFirstFocus(m_token);
    connect(m_token, &QLineEdit::textChanged, this, [this] {
        m_tokenField->clearProblem();
        message().clear();
        updateButtons();
    });
}

bool NewTokenSheet::canProceed() const
{
    return !tokenIn(m_token->text()).isEmpty();
}

void NewTokenSheet::explain()
{
    m_tokenField->setProblem(tr("Paste the workspace’s access token."));
    m_token->setFocus(Qt::OtherFocusReason);
}

void NewTokenSheet::proceed()
{
    const QByteArray token = tokenIn(m_token->text()).toUtf8();
    ConnectRequest request;
    request.address = m_session.address();
    request.token = token;
    OperationOf<WorkspaceIdentity> *testing = m_gate.test(request);
    hold(testing, tr("Testing the token"));
    testing->onFinished(
        this, [this, token](const Result<WorkspaceIdentity> &result) { tested(result, token); });
}

void NewTokenSheet::tested(const Result<WorkspaceIdentity> &result, const QByteArray &token)
{
    if (!result) {
        showError(result.error(), Doing::Connecting);
        return;
    }
    if (result->id != m_session.identity().id) {
        m_tokenField->setProblem(
            tr("This token belongs to another workspace: %1.").arg(result->name));
        return;
    }
    m_session.setToken(token);
    Q_EMIT tokenAccepted();
    dismiss();
}

} // namespace roster
