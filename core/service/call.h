// SPDX-License-Identifier: MIT
#pragma once

#include "core/api/errorjson.h"
#include "core/async/background.h"
#include "core/async/operationof.h"
#include "core/net/dispatcher.h"
#include "core/wire/httprequest.h"

#include <QtCore/QPointer>

namespace roster {

//! Sends `request` as a step of `outer`: its waiting and sending are told by `outer`, and
//! cancelling `outer` cancels it. `then` gets the exchange, unless `outer` has been settled
//! meanwhile. `isRepeat`: an earlier write of `outer` may have happened, whatever becomes of this.
template <class T, class Then>
void exchange(Dispatcher &dispatcher, OperationOf<T> *outer, const HttpRequest &request, Then then,
              bool isRepeat = false)
{
    OperationOf<HttpResponse> *inner = dispatcher.send(request);
    const bool isWrite = request.isWrite();
    outer->setCanceller(
        [outer, isRepeat, isWrite, guard = QPointer<OperationOf<HttpResponse>>(inner)] {
            if (!guard)
                return;
            guard->cancel();
            // Sent and refused is as if it had never left.
            const Result<HttpResponse> &end = guard->result();
            if (isWrite && !isRepeat && !end && end.error().effect == Effect::NotApplied)
                outer->markNotApplied();
        });
    QObject::connect(inner, &Operation::stateChanged, outer,
                     [outer, isWrite](Operation::State state) {
                         if (state == Operation::State::InFlight && !outer->isSettled())
                             outer->markInFlight(isWrite);
                     });
    QObject::connect(inner, &Operation::waiting, outer,
                     [outer, inner, isRepeat, isWrite](const QDateTime &until, auto reason) {
                         // It was refused, or it has not arrived.
                         if (isWrite && !isRepeat && !inner->hasLeft())
                             outer->markNotApplied();
                         outer->markWaiting(until, reason);
                     });
    inner->onFinished(outer, [outer, then](const Result<HttpResponse> &answer) mutable {
        if (!outer->isSettled())
            then(answer);
    });
}

//! Like exchange(), and `then` gets what the answer means: the value that `read(body)` made of it,
//! or an error that knows whether a write happened. For answers of one object or a short list.
template <class T, class Read, class Then>
void call(Dispatcher &dispatcher, OperationOf<T> *outer, const HttpRequest &request, Read read,
          Then then, bool isRepeat = false)
{
    using Answer = std::invoke_result_t<Read, const QByteArray &>;
    const bool isWrite = request.isWrite();
    exchange(
        dispatcher, outer, request,
        [read, then, isWrite](const Result<HttpResponse> &answer) mutable {
            then(answer ? api::readAnswer(*answer, isWrite, read) : Answer(answer.error()));
        },
        isRepeat);
}

//! Like call() for long answers, which are read off the UI thread.
template <class T, class Read, class Then>
void callForPage(Dispatcher &dispatcher, OperationOf<T> *outer, const HttpRequest &request,
                 Read read, Then then)
{
    using Answer = std::invoke_result_t<Read, const QByteArray &>;
    const bool isWrite = request.isWrite();
    exchange(dispatcher, outer, request,
             [outer, read, then, isWrite](const Result<HttpResponse> &answer) {
                 if (!answer)
                     return then(Answer(answer.error()));
                 inBackground(
                     outer,
                     [response = *answer, read, isWrite] {
                         return api::readAnswer(response, isWrite, read);
                     },
                     [outer, then](const Answer &value) {
                         if (!outer->isSettled())
                             then(value);
                     });
             });
}

} // namespace roster
