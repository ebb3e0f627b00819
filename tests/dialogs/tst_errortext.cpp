// SPDX-License-Identifier: MIT
#include "core/service/batchhistory.h"
#include "core/service/updatecontact.h"
#include "ui/text/errortext.h"
#include "ui/text/fieldtext.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace roster {

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsEveryStatus_data();
    void wordsEveryStatus();
    void tellsConnectionFailuresApart();
    void saysWhatBecameOfTheWrite_data();
    void saysWhatBecameOfTheWrite();
    void keepsDetailsForSupport();
    void tellsHowLongToWait();
    void showsTheServersWordsAsDetailOnly();
    void namesEveryField();
    void wordsEveryProblem();
    void splitsRoles();
};

namespace {

ApiError errorOf(ErrorKind kind, int status = 0, const QString &code = {})
{
    ApiError error;
    error.kind = kind;
    error.httpStatus = status;
    error.code = code;
    return error;
}

constexpr Doing AllDoings[] = {
    Doing::Loading,          Doing::Connecting,       Doing::OpeningSandbox,
    Doing::ResettingSandbox, Doing::Exporting,        Doing::CreatingContact,
    Doing::SavingContact,    Doing::Archiving,        Doing::Restoring,
    Doing::CreatingTag,      Doing::AddingTag,        Doing::RemovingTag,
    Doing::CreatingCompany,  Doing::AttachingCompany, Doing::DetachingCompany,
    Doing::DeletingContact,  Doing::BlockingContact,  Doing::ConvertingLead,
    Doing::MergingContacts,  Doing::LoadingCompany,   Doing::CreatingAttribute};

} // namespace

void ErrorTextTest::wordsEveryStatus_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, ErrorKind kind, int status, const QString &code,
                        const QString &part) {
        QTest::newRow(name) << kind << status << code << part;
    };
    row("400", ErrorKind::Invalid, 400, u"parameter_invalid"_s, u"did not accept the request"_s);
    row("401", ErrorKind::Unauthorized, 401, u"unauthorized"_s,
        u"does not accept the access token"_s);
    row("401 expired", ErrorKind::Unauthorized, 401, u"token_expired"_s, u"expired"_s);
    row("401 revoked", ErrorKind::Unauthorized, 401, u"token_revoked"_s, u"revoked"_s);
    row("402", ErrorKind::Forbidden, 402, {}, u"plan"_s);
    row("403", ErrorKind::Forbidden, 403, u"forbidden"_s, u"may not do this"_s);
    row("403 plan", ErrorKind::Forbidden, 403, u"api_plan_restricted"_s, u"plan"_s);
    row("404", ErrorKind::NotFound, 404, u"not_found"_s, u"archived, deleted or merged"_s);
    row("405", ErrorKind::Invalid, 405, {}, u"does not offer"_s);
    row("408", ErrorKind::Timeout, 408, u"request_timeout"_s, u"no answer in time"_s);
    row("409", ErrorKind::Conflict, 409, u"conflict"_s, u"same email"_s);
    row("changed meanwhile", ErrorKind::Conflict, 0, UpdateContact::changedMeanwhile(),
        u"Someone changed the contact"_s);
    row("batch at work", ErrorKind::Conflict, 0, BatchHistory::atWork(), u"at work on this"_s);
    row("410", ErrorKind::NotFound, 410, u"contact_merged"_s, u"merged into another"_s);
    row("413", ErrorKind::Invalid, 413, {}, u"too large"_s);
    row("415", ErrorKind::Invalid, 415, {}, u"form of the request"_s);
    row("422", ErrorKind::Invalid, 422, u"data_invalid"_s, u"one of the values"_s);
    row("423", ErrorKind::Invalid, 423, {}, u"locked"_s);
    row("429", ErrorKind::RateLimited, 429, u"rate_limit_exceeded"_s, u"Too many requests"_s);
    row("500", ErrorKind::Server, 500, u"server_error"_s, u"problem of its own"_s);
    row("502", ErrorKind::Server, 502, {}, u"between here and Intercom"_s);
    row("503", ErrorKind::Server, 503, u"service_unavailable"_s, u"busy or being maintained"_s);
    row("504", ErrorKind::Server, 504, {}, u"took too long"_s);
    row("timeout", ErrorKind::Timeout, 0, {}, u"no answer in time"_s);
    row("dns", ErrorKind::NameNotFound, 0, {}, u"address of the server was not found"_s);
    row("tls", ErrorKind::Tls, 0, {}, u"certificate"_s);
    row("proxy", ErrorKind::Offline, 407, {}, u"proxy"_s);
    row("offline", ErrorKind::Offline, 0, {}, u"could not reach"_s);
    row("not json", ErrorKind::Protocol, 200, {}, u"could not be read"_s);
    row("disk", ErrorKind::Storage, 0, {}, u"disk"_s);
    row("disk full", ErrorKind::Storage, 0, u"store.full"_s, u"disk is full"_s);
    row("read only", ErrorKind::Storage, 0, u"store.read_only"_s, u"may not write"_s);
    row("damaged", ErrorKind::Storage, 0, u"store.damaged"_s, u"damaged"_s);
    row("too new", ErrorKind::Storage, 0, u"store.too_new"_s, u"newer Roster"_s);
    row("foreign", ErrorKind::Storage, 0, u"store.foreign"_s, u"another program"_s);
    row("in use", ErrorKind::Storage, 0, u"store.busy"_s, u"using the file"_s);
    row("cancelled", ErrorKind::Cancelled, 0, {}, u"stopped"_s);
}

void ErrorTextTest::wordsEveryStatus()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, part);
    const ErrorText text = errorText(errorOf(kind, status, code), Doing::CreatingContact);
    QVERIFY2(text.sentence.contains(part), qPrintable(text.sentence));
    for (const Doing doing : AllDoings) {
        const ErrorText each = errorText(errorOf(kind, status, code), doing);
        QVERIFY(!each.title.isEmpty());
        QVERIFY(each.sentence.endsWith(u'.'));
        QVERIFY(each.advice.isEmpty() || each.advice.endsWith(u'.'));
        // Plain words: nothing of the code or number in what is read first.
        QVERIFY(!each.sentence.contains(u'_'));
        if (status != 0)
            QVERIFY(!each.sentence.contains(QString::number(status)));
    }
}

void ErrorTextTest::tellsConnectionFailuresApart()
{
    QSet<QString> sentences;
    const QList<ApiError> errors{
        errorOf(ErrorKind::Unauthorized, 401), errorOf(ErrorKind::Forbidden, 403),
        errorOf(ErrorKind::NameNotFound),      errorOf(ErrorKind::Tls),
        errorOf(ErrorKind::Timeout),           errorOf(ErrorKind::Offline),
        errorOf(ErrorKind::Offline, 407),      errorOf(ErrorKind::NotFound, 404),
        errorOf(ErrorKind::Protocol, 200),     errorOf(ErrorKind::RateLimited, 429)};
    for (const ApiError &error : errors)
        sentences.insert(errorText(error, Doing::Connecting).sentence);
    QCOMPARE(sentences.size(), errors.size());
}

void ErrorTextTest::saysWhatBecameOfTheWrite_data()
{
    QTest::addColumn<Effect>("effect");
    QTest::addColumn<QString>("title");
    QTest::newRow("not applied") << Effect::NotApplied << u"The contact was not created"_s;
    QTest::newRow("unknown") << Effect::Unknown
                             << u"It is not certain whether the contact was created"_s;
    QTest::newRow("applied") << Effect::Applied
                             << u"The contact was created, but the answer could not be read"_s;
}

void ErrorTextTest::saysWhatBecameOfTheWrite()
{
    QFETCH(Effect, effect);
    QFETCH(QString, title);
    ApiError error = errorOf(ErrorKind::Timeout);
    error.effect = effect;
    const ErrorText text = errorText(error, Doing::CreatingContact);
    QCOMPARE(text.title, title);
    QCOMPARE(text.advice.contains(u"Refresh"_s), effect != Effect::NotApplied);
}

void ErrorTextTest::keepsDetailsForSupport()
{
    ApiError error = errorOf(ErrorKind::Invalid, 422, u"data_invalid"_s);
    error.requestId = u"005jsrmatie9k4jdebg0"_s;
    error.message = u"phone is odd"_s;
    error.detail = u"errors[0]"_s;
    QCOMPARE(errorText(error, Doing::SavingContact).details,
             u"HTTP status: 422\nCode: data_invalid\nRequest id: 005jsrmatie9k4jdebg0\n"
             "Intercom says: phone is odd\nDetail: errors[0]"_s);
    QVERIFY(errorText(errorOf(ErrorKind::Offline), Doing::Loading).details.isEmpty());
}

void ErrorTextTest::tellsHowLongToWait()
{
    ApiError error = errorOf(ErrorKind::RateLimited, 429);
    QVERIFY(errorText(error, Doing::Loading).advice.contains(u"moment"_s));
    error.retryAfter = std::chrono::milliseconds(8200);
    QCOMPARE(errorText(error, Doing::Loading).advice, u"Try again in 9 seconds."_s);
    error.retryAfter = std::chrono::milliseconds(300);
    QCOMPARE(errorText(error, Doing::Loading).advice, u"Try again in a second."_s);
}

void ErrorTextTest::showsTheServersWordsAsDetailOnly()
{
    ApiError error = errorOf(ErrorKind::Server, 500);
    error.message = u"<b>boom</b>"_s;
    const ErrorText text = errorText(error, Doing::SavingContact);
    QVERIFY(!text.sentence.contains(u"boom"_s));
    QVERIFY(text.details.contains(u"<b>boom</b>"_s));
}

void ErrorTextTest::namesEveryField()
{
    QSet<QString> titles;
    for (const ContactFieldInfo &info : contactFields()) {
        QVERIFY(!fieldTitle(info.field).isEmpty());
        titles.insert(fieldTitle(info.field));
        QVERIFY(!sectionTitle(info.section).isEmpty());
    }
    QCOMPARE(titles.size(), static_cast<int>(contactFields().size()));
    QCOMPARE(fieldTitle(ContactField::ExternalId), u"External id"_s);
    QCOMPARE(fieldTitle(ContactField::CustomAttributes), u"Attributes"_s);
    QCOMPARE(fieldTitle(ContactField::LocationCity), u"City"_s);
}

void ErrorTextTest::wordsEveryProblem()
{
    QSet<QString> texts;
    const QList<Problem> problems{Problem::Missing,          Problem::NotAnEmail,
                                  Problem::NotAPhone,        Problem::TooLong,
                                  Problem::HasControlChars,  Problem::NotAUrl,
                                  Problem::RoleCannotGoBack, Problem::ExternalIdOfLead};
    for (const Problem problem : problems)
        texts.insert(problemText({ContactField::Email, problem}));
    QCOMPARE(texts.size(), problems.size());
    QVERIFY(problemText({ContactField::Avatar, Problem::TooLong}).contains(u"512"_s));
}

void ErrorTextTest::splitsRoles()
{
    QCOMPARE(roleSplit(4, 1), u"4 users, 1 lead"_s);
    QCOMPARE(roleSplit(1, 0), u"1 user"_s);
    QCOMPARE(roleSplit(0, 2), u"2 leads"_s);
    QCOMPARE(regionTitleOfCode(u"eu"), u"EU"_s);
    QCOMPARE(regionTitleOfCode(u"mars"), u"mars"_s);
}

} // namespace roster

QTEST_GUILESS_MAIN(roster::ErrorTextTest)
#include "tst_errortext.moc"
