// SPDX-License-Identifier: MIT
#include "core/store/indexfilter.h"

#include "core/store/folding.h"

#include <algorithm>
#include <cmath>

namespace roster {

namespace {

//! These hold where the same test without "not" does not.
bool isNegative(FilterTest test)
{
    return test == FilterTest::IsNot || test == FilterTest::NoneOf || test == FilterTest::HasNone ||
           test == FilterTest::DoesNotContain;
}

IndexTime indexTime(FilterField field)
{
    switch (field) {
    case FilterField::SignedUpAt:
        return IndexTime::SignedUp;
    case FilterField::LastSeenAt:
        return IndexTime::LastSeen;
    case FilterField::UpdatedAt:
        return IndexTime::Updated;
    case FilterField::LastContactedAt:
        return IndexTime::LastContacted;
    case FilterField::LastRepliedAt:
        return IndexTime::LastReplied;
    default:
        return IndexTime::Created;
    }
}

TextPart textPart(FilterField field)
{
    switch (field) {
    case FilterField::Email:
        return TextPart::Email;
    case FilterField::Phone:
        return TextPart::Phone;
    case FilterField::ExternalId:
        return TextPart::ExternalId;
    default:
        return TextPart::Name;
    }
}

//! Compares values of text, in the form that the index keeps them in.
class TextTest
{
public:
    explicit TextTest(const FilterCondition &condition)
        : m_test(condition.test)
    {
        for (const QString &value : condition.values)
            m_values.push_back(ContactText::plain(folded(value)));
    }

    //! What the test without "not" says; a value that is missing is empty.
    bool holds(std::string_view text) const
    {
        if (text.empty())
            return false;
        switch (m_test) {
        case FilterTest::HasAny:
        case FilterTest::HasNone:
            return true;
        case FilterTest::Contains:
        case FilterTest::DoesNotContain:
            return text.find(m_values[0]) != std::string_view::npos;
        case FilterTest::StartsWith:
            return text.starts_with(m_values[0]);
        case FilterTest::EndsWith:
            return text.ends_with(m_values[0]);
        default:
            return std::find(m_values.begin(), m_values.end(), text) != m_values.end();
        }
    }

private:
    FilterTest m_test;
    std::vector<std::string> m_values;
};

//! Compares numbers.
class NumberTest
{
public:
    explicit NumberTest(const FilterCondition &condition)
        : m_test(condition.test)
    {
        for (const QString &value : condition.values)
            m_values.push_back(filterNumber(value).value_or(std::nan("")));
    }

    bool holds(std::string_view text) const
    {
        const std::optional<double> number = ContactText::number(text);
        if (!number)
            return false;
        switch (m_test) {
        case FilterTest::HasAny:
        case FilterTest::HasNone:
            return true;
        case FilterTest::Greater:
            return *number > m_values[0];
        case FilterTest::Less:
            return *number < m_values[0];
        default:
            return std::find(m_values.begin(), m_values.end(), *number) != m_values.end();
        }
    }

private:
    FilterTest m_test;
    std::vector<double> m_values;
};

bool comparesValues(FilterTest test)
{
    return test != FilterTest::HasAny && test != FilterTest::HasNone;
}

} // namespace

template <class F>
SlotSet IndexFilter::where(F holds) const
{
    // So many between two looks at the token.
    constexpr Slot stride = 1 << 16;
    const auto size = static_cast<Slot>(m_index.alive().size());
    SlotSet found(size);
    for (Slot from = 0; from < size && !m_stop.stop_requested(); from += stride) {
        for (Slot slot = from; slot < std::min(from + stride, size); ++slot) {
            if (holds(slot))
                found.insert(slot);
        }
    }
    return found;
}

std::optional<SlotMatch> IndexFilter::match(const ContactFilter &filter) const
{
    const SlotSet &alive = m_index.alive();
    const ContactFilter asked = filter.effective();
    SlotMatch all{alive, alive};
    for (qsizetype i = 0; i < asked.groups.size(); ++i) {
        const SlotMatch its = match(asked.groups[i]);
        if (i == 0) {
            all = its;
        } else if (asked.join == FilterJoin::All) {
            all.yes &= its.yes;
            all.maybe &= its.maybe;
        } else {
            all.yes |= its.yes;
            all.maybe |= its.maybe;
        }
    }
    all.yes &= alive;
    all.maybe &= alive;
    return m_stop.stop_requested() ? std::nullopt : std::optional(std::move(all));
}

SlotMatch IndexFilter::match(const FilterGroup &group) const
{
    SlotMatch all = match(group.conditions.constFirst());
    for (qsizetype i = 1; i < group.conditions.size(); ++i) {
        const SlotMatch its = match(group.conditions[i]);
        if (group.join == FilterJoin::All) {
            all.yes &= its.yes;
            all.maybe &= its.maybe;
        } else {
            all.yes |= its.yes;
            all.maybe |= its.maybe;
        }
    }
    return all;
}

SlotMatch IndexFilter::match(const FilterCondition &condition) const
{
    if (condition.subject.kind() == FilterKind::Links)
        return links(condition);
    const SlotSet found = [&] {
        switch (condition.subject.field) {
        case FilterField::Role:
            return roles(condition);
        case FilterField::Owner:
            return owners(condition);
        case FilterField::CustomAttribute:
            return attributes(condition);
        default:
            return condition.subject.kind() == FilterKind::Date ? times(condition)
                                                                : texts(condition);
        }
    }();
    if (!isNegative(condition.test))
        return {found, found};
    const SlotSet others = where([&found](Slot slot) { return !found.contains(slot); });
    return {others, others};
}

SlotMatch IndexFilter::links(const FilterCondition &condition) const
{
    const IndexColumns &columns = m_index.columns();
    const bool areTags = condition.subject.field == FilterField::Tag;
    const auto has = [&](Slot slot) {
        return areTags ? columns.hasTags(slot) : columns.hasCompanies(slot);
    };
    if (condition.test == FilterTest::HasAny || condition.test == FilterTest::HasNone) {
        const bool isWanted = condition.test == FilterTest::HasAny;
        const SlotSet found = where([&](Slot slot) { return has(slot) == isWanted; });
        return {found, found};
    }
    const NameTable &names = areTags ? columns.tags() : columns.companies();
    std::vector<quint32> wanted;
    QStringList different = condition.values;
    different.removeDuplicates();
    for (const QString &id : std::as_const(different))
        wanted.push_back(names.find(id));
    const auto found = [&](Slot slot) {
        const auto its = areTags ? columns.tagsOf(slot) : columns.companiesOf(slot);
        return static_cast<size_t>(std::count_if(wanted.begin(), wanted.end(), [&its](quint32 one) {
            return std::find(its.begin(), its.end(), one) != its.end();
        }));
    };
    const auto isKnown = [&](Slot slot) {
        return areTags ? columns.hasAllTags(slot) : columns.hasAllCompanies(slot);
    };
    SlotMatch match;
    switch (condition.test) {
    case FilterTest::NoneOf:
        match.maybe = where([&](Slot slot) { return found(slot) == 0; });
        match.yes = where([&](Slot slot) { return match.maybe.contains(slot) && isKnown(slot); });
        break;
    case FilterTest::AllOf:
        match.yes = where([&](Slot slot) { return found(slot) == wanted.size(); });
        match.maybe = where([&](Slot slot) { return match.yes.contains(slot) || !isKnown(slot); });
        break;
    default:
        match.yes = where([&](Slot slot) { return found(slot) > 0; });
        match.maybe = where([&](Slot slot) { return match.yes.contains(slot) || !isKnown(slot); });
        break;
    }
    return match;
}

SlotSet IndexFilter::roles(const FilterCondition &condition) const
{
    QList<Role> wanted;
    for (const QString &name : condition.values)
        wanted.append(roleNamed(name));
    return where([&](Slot slot) { return wanted.contains(m_index.columns().role(slot)); });
}

SlotSet IndexFilter::owners(const FilterCondition &condition) const
{
    const IndexColumns &columns = m_index.columns();
    if (!comparesValues(condition.test))
        return where([&](Slot slot) { return columns.owner(slot) != noSlot; });
    std::vector<quint32> wanted;
    for (const QString &id : condition.values) {
        // An id that nobody has stands for noSlot, which is no owner's number.
        if (const quint32 number = columns.admins().find(id); number != noSlot)
            wanted.push_back(number);
    }
    return where([&](Slot slot) {
        return std::find(wanted.begin(), wanted.end(), columns.owner(slot)) != wanted.end();
    });
}

SlotSet IndexFilter::times(const FilterCondition &condition) const
{
    const IndexColumns &columns = m_index.columns();
    const IndexTime which = indexTime(condition.subject.field);
    if (!comparesValues(condition.test))
        return where([&](Slot slot) { return columns.time(which, slot) != 0; });
    const TimeRange range = rangeOf(condition, m_days);
    const quint32 from = IndexColumns::encodedTime(range.from);
    // The last second that is in it; an end before 1970 leaves nothing.
    if (range.until <= 0)
        return SlotSet(m_index.alive().size());
    const quint32 last = IndexColumns::encodedTime(range.until - 1);
    return where([&](Slot slot) {
        const quint32 time = columns.time(which, slot);
        return time != 0 && time >= from && time <= last;
    });
}

SlotSet IndexFilter::texts(const FilterCondition &condition) const
{
    const TextTest test(condition);
    const TextPart part = textPart(condition.subject.field);
    return where(
        [&](Slot slot) { return test.holds(ContactText::part(m_index.texts().text(slot), part)); });
}

SlotSet IndexFilter::attributes(const FilterCondition &condition) const
{
    SlotSet found(m_index.alive().size());
    const std::string marker = m_index.words().marker(condition.subject.attribute);
    if (marker.empty())
        return found;
    const auto each = [&](auto holds) {
        m_index.texts().search(marker, m_stop, [&](Slot slot, std::string_view text, size_t hit) {
            if (holds(ContactText::line(text, hit + marker.size())))
                found.insert(slot);
        });
    };
    switch (condition.subject.kind()) {
    case FilterKind::Number:
        each([test = NumberTest(condition)](std::string_view value) { return test.holds(value); });
        break;
    case FilterKind::Date: {
        const TimeRange range =
            comparesValues(condition.test) ? rangeOf(condition, m_days) : TimeRange();
        each([&range](std::string_view value) {
            const std::optional<double> time = ContactText::number(value);
            return time && range.contains(static_cast<qint64>(*time));
        });
        break;
    }
    case FilterKind::Flag: {
        const FilterTest wanted = condition.test;
        each([wanted](std::string_view value) {
            const std::optional<bool> flag = ContactText::flag(value);
            return flag && (!comparesValues(wanted) || *flag == (wanted == FilterTest::Yes));
        });
        break;
    }
    default:
        each([test = TextTest(condition)](std::string_view value) { return test.holds(value); });
        break;
    }
    return found;
}

} // namespace roster
