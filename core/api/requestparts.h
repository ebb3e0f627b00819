// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/id.h"
#include "core/wire/httprequest.h"

#include <QtCore/QJsonObject>

//! What the functions that make requests are made of.
namespace roster::api {

//! "/…": one segment of a path, whatever `text` holds.
QByteArray segment(const QString &text);
QByteArray contactPath(const ContactId &id);
QByteArray companyPath(const CompanyId &id);

HttpRequest read(QByteArray path, Lane lane);
HttpRequest write(QByteArray method, QByteArray path, Repeat repeat, Lane lane);
HttpRequest withBody(HttpRequest request, const QJsonObject &body);

void addQuery(HttpRequest &request, const QString &name, const QString &value);
//! `page` counts from 1; what is out of bounds is brought in.
void addPage(HttpRequest &request, int page, int perPage, int largest);
//! Of a list that goes on by cursors; an empty one asks for the beginning.
void addCursor(HttpRequest &request, const QString &cursor, int perPage, int largest);

//! {"id": …}
QJsonObject idBody(const QString &id);

} // namespace roster::api
