// SPDX-License-Identifier: MIT
#include "core/store/contactindex.h"

#include <algorithm>
#include <bit>

namespace roster {

namespace {

std::optional<TextPart> textPart(SortColumn column)
{
    switch (column) {
    case SortColumn::Name:
        return TextPart::Name;
    case SortColumn::Email:
        return TextPart::Email;
    case SortColumn::Phone:
        return TextPart::Phone;
    case SortColumn::ExternalId:
        return TextPart::ExternalId;
    default:
        return std::nullopt;
    }
}

IndexTime timeOf(SortColumn column)
{
    switch (column) {
    case SortColumn::SignedUpAt:
        return IndexTime::SignedUp;
    case SortColumn::LastSeenAt:
        return IndexTime::LastSeen;
    case SortColumn::UpdatedAt:
        return IndexTime::Updated;
    default:
        return IndexTime::Created;
    }
}

//! Eight bytes from `from` on so that they compare as text does; zeros past the end.
quint64 packedBytes(std::string_view text, size_t from)
{
    quint64 packed = 0;
    for (size_t i = from; i < from + 8; ++i) {
        const unsigned char byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
        packed = packed << 8 | byte;
    }
    return packed;
}

//! So many bits hold every rank of `names`.
unsigned rankBits(const NameTable &names)
{
    return std::max(8u, static_cast<unsigned>(std::bit_width(names.size() + 1)));
}

} // namespace

bool IndexSortSource::isNumeric() const
{
    return !textPart(m_column) && m_column != SortColumn::Tags && m_column != SortColumn::Companies;
}

std::string_view IndexSortSource::text(Slot slot) const
{
    return ContactText::part(m_index.texts().text(slot), *textPart(m_column));
}

// The ranks of the names in their order: lists compare as their joined names would.
std::vector<quint32> IndexSortSource::ranks(Slot slot) const
{
    const IndexColumns &columns = m_index.columns();
    const bool areTags = m_column == SortColumn::Tags;
    const NameTable &names = areTags ? columns.tags() : columns.companies();
    std::vector<quint32> ranks;
    for (const quint32 number : areTags ? columns.tagsOf(slot) : columns.companiesOf(slot)) {
        if (const quint32 rank = names.rank(number); rank != 0)
            ranks.push_back(rank);
    }
    std::sort(ranks.begin(), ranks.end());
    return ranks;
}

SortKey IndexSortSource::rankKey(Slot slot) const
{
    const IndexColumns &columns = m_index.columns();
    const unsigned bits =
        rankBits(m_column == SortColumn::Tags ? columns.tags() : columns.companies());
    const size_t inWord = 64 / bits;
    const std::vector<quint32> all = ranks(slot);
    SortKey key;
    for (size_t i = 0; i < 2 * inWord; ++i) {
        quint64 &word = i < inWord ? key.high : key.low;
        word = word << bits | (i < all.size() ? all[i] : 0);
    }
    return key;
}

SortKey IndexSortSource::sortKey(Slot slot) const
{
    if (textPart(m_column)) {
        const std::string_view all = text(slot);
        return {packedBytes(all, 0), packedBytes(all, 8)};
    }
    const IndexColumns &columns = m_index.columns();
    switch (m_column) {
    case SortColumn::Tags:
    case SortColumn::Companies:
        return rankKey(slot);
    case SortColumn::Role:
        return {static_cast<quint64>(columns.role(slot)) + 1, 0};
    case SortColumn::Owner: {
        const quint32 owner = columns.owner(slot);
        return {owner == noSlot ? 0 : columns.admins().rank(owner), 0};
    }
    default:
        return {columns.time(timeOf(m_column), slot), 0};
    }
}

int IndexSortSource::compareRest(Slot a, Slot b) const
{
    if (isNumeric())
        return 0;
    if (textPart(m_column)) {
        const std::string_view textOfA = text(a);
        // Equal keys of shorter texts are equal texts.
        return textOfA.size() < 16 ? 0 : textOfA.compare(text(b));
    }
    const auto order = ranks(a) <=> ranks(b);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

} // namespace roster
