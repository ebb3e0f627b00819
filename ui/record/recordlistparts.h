// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include <optional>

namespace roster {

class Session;
class Theme;

//! What the lists of the panel are made with; all of it outlives them.
struct RecordListParts
{
    const Theme &theme;
    Session &session;
};

//! A moment as lists tell it: "3 d ago", and in full.
struct ToldMoment
{
    QString shortly;
    QString exactly;
};

//! `seconds` as Unix time; both empty when there is none.
ToldMoment toldMoment(std::optional<qint64> seconds, const Session &session);

} // namespace roster
