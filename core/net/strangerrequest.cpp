// SPDX-License-Identifier: MIT
#include "core/net/strangerrequest.h"

#include "core/net/qnamtransport.h"

namespace roster {

bool mayAskStranger(const QUrl &url)
{
    return url.isValid() && url.userInfo().isEmpty() && isSafeToSendTo(url);
}

QNetworkRequest requestToStranger(const QUrl &url)
{
    QNetworkRequest request(url);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "Roster/" ROSTER_VERSION);
    return request;
}

} // namespace roster
