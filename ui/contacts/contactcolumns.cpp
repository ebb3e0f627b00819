// SPDX-License-Identifier: MIT
#include "ui/contacts/contactcolumns.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace roster {

namespace {

using Row = const ContactRow &;
using Words = const CellWords &;

QString orNothing(const QString &text)
{
    return text.isEmpty() ? CellWords::nothing() : text;
}

QString name(Row row, Words)
{
    return CellWords::title(row);
}
QString email(Row row, Words)
{
    return orNothing(CellWords::line(row.email));
}
QString phone(Row row, Words)
{
    return orNothing(CellWords::line(row.phone));
}
QString externalId(Row row, Words)
{
    return orNothing(CellWords::line(row.externalId));
}
QString role(Row row, Words)
{
    return CellWords::roleText(row.role);
}
QString tags(Row row, Words words)
{
    return words.tags(row);
}
QString companies(Row row, Words words)
{
    return orNothing(words.companies(row));
}
QString owner(Row row, Words words)
{
    return orNothing(words.ownerShort(row.owner));
}
QString ownerHint(Row row, Words words)
{
    return words.ownerFull(row.owner);
}
QString noHint(Row, Words)
{
    return {};
}

//! A day for the cell and the moment for the hint.
template <std::optional<qint64> ContactRow::*member>
QString day(Row row, Words words)
{
    return orNothing(words.day(row.*member));
}
template <std::optional<qint64> ContactRow::*member>
QString moment(Row row, Words words)
{
    return words.moment(row.*member);
}
QString lastSeen(Row row, Words words)
{
    return words.ago(row.lastSeenAt);
}

} // namespace

const std::array<ColumnInfo, contactColumnCount> &contactColumns()
{
    using C = ContactColumn;
    using S = SortColumn;
    constexpr auto up = Qt::AscendingOrder;
    constexpr auto down = Qt::DescendingOrder;
    constexpr auto T = [](const char *text) { return text; };
    static const std::array<ColumnInfo, contactColumnCount> columns{{
        {C::Name, "name", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Name")), S::Name, up, 170,
         true, false, name, noHint},
        {C::Email, "email", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Email")), S::Email, up,
         164, true, true, email, noHint},
        {C::Phone, "phone", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Phone")), S::Phone, up,
         120, false, true, phone, noHint},
        {C::Role, "role", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Role")), S::Role, up, 46,
         true, false, role, noHint},
        {C::Tags, "tags", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Tags")), S::Tags, up, 122,
         true, false, tags, tags},
        {C::Companies, "companies", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Company")),
         S::Companies, up, 92, true, false, companies, noHint},
        {C::Owner, "owner", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Owner")), S::Owner, up,
         54, true, false, owner, ownerHint},
        {C::LastSeen, "lastSeen", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Last seen")),
         S::LastSeenAt, down, 112, true, true, lastSeen, moment<&ContactRow::lastSeenAt>},
        {C::CreatedAt, "createdAt", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Created")),
         S::CreatedAt, down, 100, false, true, day<&ContactRow::createdAt>,
         moment<&ContactRow::createdAt>},
        {C::SignedUpAt, "signedUpAt", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Signed up")),
         S::SignedUpAt, down, 100, false, true, day<&ContactRow::signedUpAt>,
         moment<&ContactRow::signedUpAt>},
        {C::ExternalId, "externalId", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "External id")),
         S::ExternalId, up, 110, false, true, externalId, noHint},
        {C::UpdatedAt, "updatedAt", T(QT_TRANSLATE_NOOP("roster::ContactColumns", "Updated")),
         S::UpdatedAt, down, 100, false, true, day<&ContactRow::updatedAt>,
         moment<&ContactRow::updatedAt>},
    }};
    return columns;
}

int columnOf(SortColumn sort)
{
    const auto &all = contactColumns();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [sort](const ColumnInfo &info) { return info.sort == sort; });
    return static_cast<int>(found - all.begin());
}

QString columnTitle(const ColumnInfo &info)
{
    return QCoreApplication::translate("roster::ContactColumns", info.title);
}

QString spokenCell(const ColumnInfo &info, const ContactRow &row, const CellWords &words)
{
    QString value = info.text(row, words);
    if (value.isEmpty() || value == CellWords::nothing())
        value = QCoreApplication::translate("roster::ContactColumns", "none");
    return QCoreApplication::translate("roster::ContactColumns", "%1: %2")
        .arg(columnTitle(info), value);
}

QString spokenRow(const ContactRow &row, const CellWords &words)
{
    QStringList parts{CellWords::title(row)};
    if (!row.email.isEmpty() && row.email != parts.first())
        parts << CellWords::line(row.email);
    parts << CellWords::roleText(row.role);
    for (const ContactColumn column : {ContactColumn::Tags, ContactColumn::Companies,
                                       ContactColumn::Owner, ContactColumn::LastSeen}) {
        parts << spokenCell(columnInfo(columnOf(column)), row, words);
    }
    return parts.join(QCoreApplication::translate("roster::ContactColumns", ", "));
}

} // namespace roster
