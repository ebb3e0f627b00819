// SPDX-License-Identifier: MIT
#include "core/service/endcontact.h"

#include "core/api/contactjson.h"
#include "core/api/endpoints.h"
#include "core/api/recordendpoints.h"
#include "core/service/call.h"
#include "core/service/forgetcontact.h"

namespace roster {

namespace {

QLatin1String memberOf(Receipt::Kind kind)
{
    return kind == Receipt::Kind::Deleted ? QLatin1String("deleted") : QLatin1String("blocked");
}

} // namespace

EndContact::EndContact(const ServiceParts &parts, Receipt::Kind kind, const BulkTarget &contact,
                       OperationOf<Receipt> *operation)
    : QObject(operation)
    , m_parts(parts)
    , m_pending(parts, kind, contact)
    , m_operation(operation)
{
    m_pending.open(operation, [this](const Result<qint64> &written) {
        written ? send() : m_operation->settle(written.error());
    });
}

HttpRequest EndContact::request() const
{
    const ContactId &id = m_pending.receipt().contact.id;
    return m_pending.receipt().kind == Receipt::Kind::Deleted ? api::deleteContact(id)
                                                              : api::block(id);
}

void EndContact::send()
{
    exchange(
        m_parts.dispatcher, m_operation, request(),
        [this](const Result<HttpResponse> &answer) {
            if (!answer)
                return refused(answer.error());
            const auto read = [member = memberOf(m_pending.receipt().kind)](
                                  const QByteArray &json) { return api::readEnded(json, member); };
            const Result<ContactId> end = api::readAnswer(*answer, true, read);
            end ? done(QString::fromLatin1(answer->header("X-Request-Id"))) : refused(end.error());
        },
        m_isRepeat);
}

void EndContact::refused(const ApiError &error)
{
    if (error.kind == ErrorKind::NotFound && (m_isRepeat || error.effect != Effect::NotApplied))
        return gone(error);
    if (m_isRepeat)
        return leaveOpen();
    if (error.effect == Effect::NotApplied)
        return notDone(error);
    m_lost = error;
    lookAt(error);
}

//! It was there when this was asked for the first time, and is not any more.
void EndContact::gone(const ApiError &error)
{
    if (!error.mergedInto.isEmpty())
        return notDone(error);
    // Whoever it was, it is deleted for good. A block is not proved by it.
    if (m_pending.receipt().kind == Receipt::Kind::Deleted)
        return done(error.requestId);
    if (!m_isRepeat)
        m_lost = error;
    takeAway(m_parts, m_pending.receipt().contact.id);
    leaveOpen();
}

void EndContact::lookAt(const ApiError &lost)
{
    call(m_parts.dispatcher, m_operation, api::contact(m_pending.receipt().contact.id),
         api::readContact, [this, lost](const Result<Contact> &now) {
             if (now)
                 return notDone(lost);
             if (now.error().kind != ErrorKind::NotFound)
                 return leaveOpen();
             if (!now.error().mergedInto.isEmpty())
                 return notDone(now.error());
             if (lost.effect == Effect::Applied)
                 return done(lost.requestId);
             // Archived, deleted or blocked: asking again makes it so, and tells.
             m_isRepeat = true;
             send();
         });
}

void EndContact::done(const QString &requestId)
{
    OperationOf<Done> *written = m_pending.settle(true, requestId);
    // It happened, whoever stops waiting for what follows.
    m_operation->setCanceller([this] { m_operation->settle(m_pending.receipt()); });
    OperationOf<int> *removed = takeAway(m_parts, m_pending.receipt().contact.id);
    const auto step = [this, open = std::make_shared<int>(2)](const auto &) {
        if (--*open == 0)
            m_operation->settle(m_pending.receipt());
    };
    written->onFinished(m_operation, step);
    removed->onFinished(m_operation, step);
}

void EndContact::notDone(const ApiError &error)
{
    ApiError told = error;
    told.effect = Effect::NotApplied;
    m_pending.drop(m_operation, [this, told] {
        failAbout(m_parts, m_pending.receipt().contact.id, m_operation, told);
    });
}

void EndContact::leaveOpen()
{
    ApiError told = m_lost;
    told.effect = Effect::Unknown;
    m_pending.settle(false, m_lost.requestId)
        ->onFinished(m_operation,
                     [this, told](const Result<Done> &) { m_operation->settle(told); });
}

} // namespace roster
