// SPDX-License-Identifier: MIT
// The banners say what state the session is in, and each button does what it says.
#include "core/service/session.h"
#include "core/service/syncer.h"
#include "tests/support/sessionfixture.h"
#include "tests/widgets/stage.h"
#include "ui/widgets/bannerstack.h"
#include "ui/window/statebanners.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;
using State = Reachability::State;

namespace {

//! A session that says what the test says; what works on contacts is the fixture's.
class ToldSession final : public Session
{
public:
    explicit ToldSession(WorkspaceSession &real)
        : m_real(real)
    {
    }

    const WorkspaceAddress &address() const override { return told.address; }
    const WorkspaceIdentity &identity() const override { return told.identity; }
    bool isSandbox() const override { return told.address.region == Region::Sandbox; }
    bool isTokenKept() const override { return true; }
    qint64 now() const override { return m_real.now(); }
    ContactService &contacts() override { return m_real.contacts(); }
    Syncer &syncer() override { return m_real.syncer(); }
    UndoHistory &undoHistory() override { return m_real.undoHistory(); }
    ContactBook &book() override { return m_real.book(); }
    ArchiveBook &archive() override { return m_real.archive(); }
    Reachability reachability() const override { return told.reachability; }
    void retryNow() override { ++retries; }
    void setToken(const QByteArray &) override {}

    void setReachability(const Reachability &now)
    {
        told.reachability = now;
        Q_EMIT reachabilityChanged(now);
    }

    struct
    {
        WorkspaceAddress address;
        WorkspaceIdentity identity;
        Reachability reachability;
    } told;
    int retries = 0;

private:
    WorkspaceSession &m_real;
};

} // namespace

class TestStateBanners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void allIsWell();
    void sandboxAndReset();
    void offlineAndTryAgain();
    void tokenAndEnterANewOne();
    void limitedAndWhen();
    void anotherRegion_data();
    void anotherRegion();
    void aFailedRefresh();
    void failuresWithBannersOfTheirOwn_data();
    void failuresWithBannersOfTheirOwn();
    void oneStateAtATime();
    void noSessionNoBanners();

private:
    QStringList shown() const
    {
        QStringList keys;
        for (const auto &key :
             {u"token"_s, u"sync"_s, u"sandbox"_s, u"offline"_s, u"limited"_s, u"region"_s}) {
            if (m_stack->banner(key))
                keys << key;
        }
        return keys;
    }
    void click(const QString &key)
    {
        QPushButton *button = m_stack->banner(key)->actionButton();
        QTRY_VERIFY(button->width() > 20);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<WidgetStage> m_stage;
    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<ToldSession> m_session;
    BannerStack *m_stack = nullptr;
    StateBanners *m_banners = nullptr;
};

void TestStateBanners::init()
{
    m_stage = std::make_unique<WidgetStage>();
    SessionOptions options;
    options.contacts = 5;
    options.speed = 50;
    m_fixture = std::make_unique<SessionFixture>(options);
    m_session = std::make_unique<ToldSession>(m_fixture->session());
    auto *column = new QVBoxLayout(&m_stage->window());
    m_stack = new BannerStack(m_stage->theme(), u"banners"_s);
    column->addWidget(m_stack);
    column->addStretch(1);
    m_banners = new StateBanners(*m_stack, &m_stage->window());
}

void TestStateBanners::cleanup()
{
    m_stage.reset();
    m_session.reset();
    m_fixture.reset();
}

void TestStateBanners::allIsWell()
{
    m_banners->setSession(m_session.get());
    QCOMPARE(shown(), QStringList());
    QVERIFY(m_stack->isHidden());
}

void TestStateBanners::sandboxAndReset()
{
    m_session->told.address.region = Region::Sandbox;
    m_session->told.identity.toldRegion = u"EU"_s;
    m_banners->setSession(m_session.get());
    QCOMPARE(shown(), QStringList({u"sandbox"_s}));
    QCOMPARE(m_stack->banner(u"sandbox"_s)->tone(), Tone::Warning);
    QVERIFY(m_stack->banner(u"sandbox"_s)->text().startsWith(u"Sandbox · a made-up workspace"_s));
    QSignalSpy reset(m_banners, &StateBanners::resetSandboxRequested);
    click(u"sandbox"_s);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(shown(), QStringList({u"sandbox"_s}));
}

void TestStateBanners::offlineAndTryAgain()
{
    m_session->told.reachability = {State::Offline, {}};
    m_banners->setSession(m_session.get());
    QCOMPARE(shown(), QStringList({u"offline"_s}));
    QVERIFY(m_stack->banner(u"offline"_s)->text().startsWith(u"Offline"_s));
    QSignalSpy status(&m_fixture->session().syncer(), &Syncer::statusChanged);
    click(u"offline"_s);
    QCOMPARE(m_session->retries, 1);
    QVERIFY(!status.isEmpty());
    QCOMPARE(m_session->syncer().status().state, SyncStatus::State::Loading);
    m_session->setReachability({});
    QCOMPARE(shown(), QStringList());
}

void TestStateBanners::tokenAndEnterANewOne()
{
    m_banners->setSession(m_session.get());
    m_session->setReachability({State::Unauthorized, {}});
    QCOMPARE(shown(), QStringList({u"token"_s}));
    QCOMPARE(m_stack->banner(u"token"_s)->tone(), Tone::Danger);
    QSignalSpy asked(m_banners, &StateBanners::newTokenRequested);
    click(u"token"_s);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(m_session->retries, 0);
}

void TestStateBanners::limitedAndWhen()
{
    m_banners->setSession(m_session.get());
    const QDateTime until = QDateTime::currentDateTimeUtc().addSecs(75);
    m_session->setReachability({State::Limited, until});
    QCOMPARE(shown(), QStringList({u"limited"_s}));
    const Banner *banner = m_stack->banner(u"limited"_s);
    QVERIFY(banner->text().contains(until.toLocalTime().time().toString(u"HH:mm:ss"_s)));
    QVERIFY(banner->actionButton()->isHidden());
    m_session->setReachability({State::Limited, {}});
    QVERIFY(m_stack->banner(u"limited"_s)->text().endsWith(u"goes on by itself."_s));
    m_session->setReachability({});
    QCOMPARE(shown(), QStringList());
}

void TestStateBanners::anotherRegion_data()
{
    QTest::addColumn<Region>("chosen");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("button");
    QTest::addColumn<Region>("other");
    using enum Region;
    QTest::newRow("US, told EU") << UnitedStates << u"EU"_s << u"Switch to EU"_s << Europe;
    QTest::newRow("EU, told US") << Europe << u"US"_s << u"Switch to US"_s << UnitedStates;
    QTest::newRow("EU, told Australia")
        << Europe << u"Australia"_s << u"Switch to AU"_s << Australia;
    QTest::newRow("the same") << Europe << u"Europe"_s << QString() << Europe;
    QTest::newRow("unknown") << Europe << u"Mars"_s << QString() << Europe;
    QTest::newRow("not told") << Europe << QString() << QString() << Europe;
    QTest::newRow("own address") << Custom << u"US"_s << QString() << Custom;
}

void TestStateBanners::anotherRegion()
{
    QFETCH(Region, chosen);
    QFETCH(QString, told);
    QFETCH(QString, button);
    QFETCH(Region, other);
    m_session->told.address.region = chosen;
    m_session->told.identity.toldRegion = told;
    m_session->told.identity.name = u"Acme %2 Support"_s;
    m_banners->setSession(m_session.get());
    QCOMPARE(shown(), button.isEmpty() ? QStringList() : QStringList({u"region"_s}));
    QCOMPARE(StateBanners::toldElsewhere(*m_session).has_value(), !button.isEmpty());
    if (button.isEmpty())
        return;
    QVERIFY(m_stack->banner(u"region"_s)->text().startsWith(u"Acme %2 Support is in "_s));
    QCOMPARE(m_stack->banner(u"region"_s)->actionButton()->text(), button);
    QSignalSpy asked(m_banners, &StateBanners::switchRegionRequested);
    click(u"region"_s);
    QCOMPARE(asked.count(), 1);
    QVERIFY(asked.at(0).at(0).value<Region>() == other);
}

void TestStateBanners::aFailedRefresh()
{
    m_banners->setSession(m_session.get());
    m_fixture->setFaults({statusFault("POST", u"/contacts/search"_s, 500, 1, 100),
                          statusFault("GET", u"/contacts"_s, 500, 1, 100)});
    QVERIFY(!m_fixture->refresh());
    QCOMPARE(shown(), QStringList({u"sync"_s}));
    QCOMPARE(m_stack->banner(u"sync"_s)->tone(), Tone::Danger);
    QVERIFY(m_stack->banner(u"sync"_s)->text().size() > 20);
    m_fixture->setFaults({});
    QSignalSpy status(&m_fixture->session().syncer(), &Syncer::statusChanged);
    click(u"sync"_s);
    QCOMPARE(shown(), QStringList());
    QTRY_COMPARE(m_session->syncer().status().state, SyncStatus::State::UpToDate);
    QCOMPARE(shown(), QStringList());
}

void TestStateBanners::failuresWithBannersOfTheirOwn_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("offline") << ErrorKind::Offline;
    QTest::newRow("token") << ErrorKind::Unauthorized;
    QTest::newRow("cancelled") << ErrorKind::Cancelled;
}

void TestStateBanners::failuresWithBannersOfTheirOwn()
{
    QFETCH(ErrorKind, kind);
    m_banners->setSession(m_session.get());
    SyncStatus failed;
    failed.state = SyncStatus::State::Failed;
    failed.error = ApiError();
    Q_EMIT m_session->syncer().statusChanged(failed);
    QCOMPARE(shown(), QStringList({u"sync"_s}));
    failed.error->kind = kind;
    Q_EMIT m_session->syncer().statusChanged(failed);
    QCOMPARE(shown(), QStringList());
}

void TestStateBanners::oneStateAtATime()
{
    m_session->told.address.region = Region::Sandbox;
    m_banners->setSession(m_session.get());
    m_session->setReachability({State::Offline, {}});
    m_session->setReachability({State::Unauthorized, {}});
    QCOMPARE(shown(), QStringList({u"token"_s, u"sandbox"_s}));
    m_session->setReachability({State::Limited, {}});
    QCOMPARE(shown(), QStringList({u"sandbox"_s, u"limited"_s}));
    m_session->setReachability({});
    QCOMPARE(shown(), QStringList({u"sandbox"_s}));
}

void TestStateBanners::noSessionNoBanners()
{
    m_session->told.address.region = Region::Sandbox;
    m_session->told.reachability = {State::Offline, {}};
    m_banners->setSession(m_session.get());
    QCOMPARE(shown().size(), 2);
    m_banners->setSession(nullptr);
    QCOMPARE(shown(), QStringList());
}

QTEST_MAIN(TestStateBanners)
#include "tst_statebanners.moc"
