// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QUrl>

namespace roster::bench {

//! What a plain script does: one search page after another on one kept-alive connection.
struct WalkEnd
{
    int contacts = 0;
    int requests = 0;
    double ms = 0;
};

//! Walks all contacts, 150 a page; runs the event loop. No contacts when an answer is not 200.
WalkEnd walkSerially(const QUrl &url, const QByteArray &token);

} // namespace roster::bench
