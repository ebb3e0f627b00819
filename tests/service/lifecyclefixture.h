// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"
#include "core/service/contactservice.h"
#include "core/service/lifecycleservice.h"
#include "tests/support/sessionfixture.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

namespace roster::test {

inline const QString EachContact = QStringLiteral("/contacts/*");
inline const QString MergePath = QStringLiteral("/contacts/merge");

//! A session with a few contacts, and what tests of LifecycleService ask all the time.
class LifecycleFixture
{
public:
    explicit LifecycleFixture(const QString &version = QStringLiteral("2.13"),
                              StatementHook *hook = nullptr)
        : m_session(SessionOptions{.contacts = 8,
                                   .speed = 20,
                                   .timeout = std::chrono::milliseconds(400),
                                   .hook = hook,
                                   .version = version})
    {
    }

    SessionFixture *operator->() { return &m_session; }
    LifecycleService &life() { return *m_session->lifecycle(); }

    BulkTarget anyone() { return m_session.targets(1).constFirst(); }
    //! A new contact, made elsewhere and read since.
    BulkTarget made(const QByteArray &body)
    {
        const QByteArray answer = m_session.ask("POST", QStringLiteral("/contacts"), body);
        const ContactId id(QJsonDocument::fromJson(answer)[u"id"].toString());
        if (!SessionFixture::resultOf(m_session.service().fetch(id)))
            qFatal("a new contact cannot be read");
        m_session.sandbox()->clearSeen();
        return SessionFixture::target(m_session.stored(id));
    }
    BulkTarget lead() { return made(R"({"role":"lead","name":"Lea","email":"lea@x.example"})"); }
    BulkTarget user() { return made(R"({"role":"user","email":"uma@x.example"})"); }
    QByteArray askAbout(const QByteArray &method, const ContactId &id, const QByteArray &body = {})
    {
        return m_session.ask(method, QStringLiteral("/contacts/") + id.text(), body);
    }

    QList<Receipt> receipts() { return *SessionFixture::resultOf(life().receipts()); }
    QList<VanishedContact> vanished()
    {
        return *SessionFixture::resultOf(m_session.service().vanished());
    }

private:
    SessionFixture m_session;
};

//! The same fault, but the sandbox does what was asked.
inline sandbox::FaultRule done(sandbox::FaultRule rule)
{
    rule.applied = true;
    return rule;
}

//! Rows of what can be lost of one request that `method` and `path` name; `reads` is how often the
//! contact is read before it. `sent` tells how often the request is made then, `state` how it must
//! end: certainly done (Applied), certainly not (NotApplied), or open (Unknown).
inline void addLosses(const QByteArray &method, const QString &path, bool isRepeatable, int reads)
{
    QTest::addColumn<QList<sandbox::FaultRule>>("faults");
    QTest::addColumn<int>("sent");
    QTest::addColumn<JournalState>("state");
    using sandbox::FaultAction;
    using enum JournalState;
    constexpr int always = 99;
    const auto row = [](const char *name, const QList<sandbox::FaultRule> &faults, int sent,
                        JournalState state) { QTest::newRow(name) << faults << sent << state; };
    const auto one = [&](FaultAction action, int times = 1) {
        return fault(method, path, action, 1, times);
    };
    const JournalState again = isRepeatable ? Applied : NotApplied;
    const int twice = isRepeatable ? 2 : 1;
    row("closed after", {one(FaultAction::CloseAfter)}, twice, Applied);
    row("closed before", {one(FaultAction::CloseBefore)}, twice, again);
    row("silence", {one(FaultAction::Hang)}, twice, again);
    row("silence, but done", {done(one(FaultAction::Hang))}, twice, Applied);
    row("502", {statusFault(method, path, 502)}, twice, again);
    row("502, but done", {done(statusFault(method, path, 502))}, twice, Applied);
    row("cut", {one(FaultAction::CutBody)}, twice, Applied);
    row("no JSON", {one(FaultAction::InvalidJson)}, 1, Applied);
    row("wrong types", {one(FaultAction::WrongType)}, 1, Applied);
    row("empty", {one(FaultAction::Empty)}, 1, Applied);
    if (isRepeatable) {
        // Four tries of one request, and one more once the contact is known as gone.
        row("always closed after", {one(FaultAction::CloseAfter, 4)}, 5, Applied);
        row("always closed before", {one(FaultAction::CloseBefore, 4)}, 4, NotApplied);
    }
    const auto blind = fault("GET", EachContact, FaultAction::CloseBefore, reads + 1, always);
    row("nobody can tell", {one(FaultAction::CloseAfter, always), blind}, isRepeatable ? 4 : 1,
        Unknown);
}

} // namespace roster::test
