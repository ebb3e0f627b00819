// SPDX-License-Identifier: MIT
#include "app/tour/connectscenes.h"

#include "app/tour/toursteps.h"

namespace roster {

namespace {

WorkspaceIdentity identityIn(const QString &region)
{
    WorkspaceIdentity identity;
    identity.id = QStringLiteral("tour");
    identity.name = QStringLiteral("Acme Support");
    identity.toldRegion = region;
    identity.timeZone = QByteArrayLiteral("UTC");
    identity.tokenOwner = {AdminId(QStringLiteral("1")), QStringLiteral("Priya Nair"), {}};
    return identity;
}

ApiError failure(ErrorKind kind, int status = 0, const QString &code = {},
                 const QString &message = {})
{
    ApiError error;
    error.kind = kind;
    error.httpStatus = status;
    error.code = code;
    error.message = message;
    if (status > 0)
        error.requestId = QStringLiteral("005jsrmatie9k4jdebg0");
    return error;
}

//! Presses Test connection with this answer to come, and waits for its words.
TourStep testScene(TourStage &stage, const QString &name, const QString &shows,
                   const Result<WorkspaceIdentity> &answer)
{
    return {QStringLiteral("connect-") + name, shows,
            [&stage, answer] {
                stage.gate().setAnswer(answer);
                stage.hand().click(QStringLiteral("testButton"));
            },
            [&stage] {
                return stage.hand().sees(QStringLiteral("messageStrip")) &&
                       stage.hand().sees(QStringLiteral("testButton"));
            }};
}

} // namespace

std::deque<TourStep> connectScenes(TourStage &stage)
{
    TourHand &hand = stage.hand();
    std::deque<TourStep> scenes;
    scenes.push_back({QStringLiteral("first-run"), QStringLiteral("First run: two equal doors"),
                      [] {}, [&hand] { return hand.sees(QStringLiteral("openSandboxButton")); }});
    scenes.push_back({QStringLiteral("connect"), QStringLiteral("Connect a workspace, empty"),
                      [&hand] { hand.click(QStringLiteral("connectButton")); },
                      [&hand] { return hand.sees(QStringLiteral("tokenEdit")); }});
    scenes.push_back({QStringLiteral("connect-testing"),
                      QStringLiteral("Connect: the token is being tested"),
                      [&stage, &hand] {
                          hand.fill(QStringLiteral("tokenEdit"),
                                    QStringLiteral("dG9rOnRvdXJfdG9rZW5fZm9yX3BpY3R1cmVz"));
                          stage.gate().setAnswer(std::nullopt);
                          hand.click(QStringLiteral("testButton"));
                      },
                      [&hand] { return hand.sees(QStringLiteral("busyIndicator")); }});
    scenes.push_back(silently([&hand] { hand.click(QStringLiteral("cancelButton")); },
                              [&hand] { return hand.sees(QStringLiteral("testButton")); }));
    const QString connect = QStringLiteral("Connect: ");
    scenes.push_back(testScene(stage, QStringLiteral("wrong-token"),
                               connect + QStringLiteral("the token is not accepted (401)"),
                               failure(ErrorKind::Unauthorized, 401, QStringLiteral("unauthorized"),
                                       QStringLiteral("Access Token Invalid"))));
    scenes.push_back(testScene(stage, QStringLiteral("forbidden"),
                               connect + QStringLiteral("the token lacks a permission (403)"),
                               failure(ErrorKind::Forbidden, 403, QStringLiteral("forbidden"),
                                       QStringLiteral("You do not have the required scope"))));
    scenes.push_back(testScene(stage, QStringLiteral("other-region"),
                               connect + QStringLiteral("the token belongs to another region"),
                               identityIn(QStringLiteral("EU"))));
    scenes.push_back(testScene(stage, QStringLiteral("no-name"),
                               connect + QStringLiteral("the host's name is not found (DNS)"),
                               failure(ErrorKind::NameNotFound)));
    scenes.push_back(testScene(stage, QStringLiteral("tls"),
                               connect + QStringLiteral("the certificate cannot be trusted (TLS)"),
                               failure(ErrorKind::Tls)));
    scenes.push_back(testScene(stage, QStringLiteral("timeout"),
                               connect + QStringLiteral("no answer in time"),
                               failure(ErrorKind::Timeout)));
    scenes.push_back(testScene(stage, QStringLiteral("offline"),
                               connect + QStringLiteral("no connection"),
                               failure(ErrorKind::Offline)));
    scenes.push_back(testScene(stage, QStringLiteral("works"),
                               connect + QStringLiteral("the test worked"),
                               identityIn(QStringLiteral("US"))));
    scenes.push_back(silently([&hand] { hand.key(Qt::Key_Escape); },
                              [&hand] { return !hand.sees(QStringLiteral("tokenEdit")); }));
    return scenes;
}

} // namespace roster
