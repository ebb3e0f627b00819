// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/contact.h"
#include "core/domain/dataattribute.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace roster {

//! One field as the panel shows it.
struct RecordLine
{
    QString label;
    //! Plain text, hostile or not; empty when Intercom told nothing.
    QString value;
    //! The exact form behind a short one (a time in full); empty when there is none.
    QString exact;

    friend bool operator==(const RecordLine &, const RecordLine &) = default;
};

//! Fields that belong together.
struct RecordSection
{
    //! Stable, for remembering what is unfolded: "activity".
    QString key;
    QString title;
    QList<RecordLine> lines;

    //! No line has a value.
    bool isEmpty() const;

    friend bool operator==(const RecordSection &, const RecordSection &) = default;
};

//! What the panel's words depend on besides the contact.
struct RecordContext
{
    //! Unix seconds that relative times are told from.
    qint64 now = 0;
    //! IANA name of the workspace's time zone.
    QByteArray timeZone;
    QString ownerName;
    QList<DataAttribute> attributes;
};

//! The lines that are always in sight: email, phone, external id, owner, created.
QList<RecordLine> keyLines(const Contact &contact, const RecordContext &context);

//! Custom attributes in the workspace's order and words; those it does not list come last.
RecordSection attributeSection(const Contact &contact, const RecordContext &context);

//! Every other field of the record in the order of FieldSection; members that Roster does not
//! know come last under "More".
QList<RecordSection> foldedSections(const Contact &contact, const RecordContext &context);

} // namespace roster
