// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/columnvalues.h"

#include "models/store/search/postings.h"
#include "models/store/search/sectionwriter.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <span>

namespace portolan::store {
namespace {

using Numbers = std::vector<std::uint32_t>;

//! What turns the numbers of \a order upside down: where each one stands in it.
Numbers placesIn(const Numbers &order)
{
    Numbers places(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place)
        places[order[place]] = place;
    return places;
}

Numbers numbersBelow(std::size_t count)
{
    Numbers numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
}

} // namespace

std::uint32_t ColumnValues::valueOf(const std::string &key, std::string_view text)
{
    const auto number = m_keys.numberOf(key);
    if (number == m_texts.size())
        m_texts.emplace_back(text);
    else if (text < m_texts[number]) // one spelling for all, whatever came first
        m_texts[number] = text;
    return number;
}

std::uint32_t ColumnValues::numberOfSet(Numbers values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return m_sets.numberOf(
        {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(std::uint32_t)});
}

void ColumnValues::write(SectionWriter &writer, std::size_t first, const Numbers &setOf) const
{
    auto byKey = numbersBelow(m_texts.size());
    std::sort(byKey.begin(), byKey.end(),
              [this](auto left, auto right) { return m_keys[left] < m_keys[right]; });
    const auto numberOf = placesIn(byKey);

    Numbers all; // the values of each set, by their new numbers
    Numbers ends;
    for (std::uint32_t set = 0; set < m_sets.size(); ++set) {
        const auto raw = m_sets[set];
        const auto begin = all.size();
        all.resize(begin + raw.size() / sizeof(std::uint32_t));
        if (!raw.empty())
            std::memcpy(all.data() + begin, raw.data(), raw.size());
        for (auto at = begin; at < all.size(); ++at)
            all[at] = numberOf[all[at]];
        std::sort(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end());
        ends.push_back(static_cast<std::uint32_t>(all.size()));
    }
    const auto valuesOf = [&](std::uint32_t set) {
        const auto begin = set == 0 ? 0 : ends[set - 1];
        return std::span(all).subspan(begin, ends[set] - begin);
    };
    auto byValues = numbersBelow(m_sets.size());
    std::sort(byValues.begin(), byValues.end(), [&valuesOf](auto left, auto right) {
        return std::ranges::lexicographical_compare(valuesOf(left), valuesOf(right));
    });
    const auto setNumberOf = placesIn(byValues);

    const auto width = widthFor(m_sets.size());
    std::string sets(setOf.size() * width, '\0');
    for (std::size_t document = 0; document < setOf.size(); ++document)
        std::memcpy(sets.data() + document * width, &setNumberOf[setOf[document]], width);
    writer.begin(first);
    writer.append(sets.data(), sets.size());
    writer.end();

    Numbers starts{0};
    Numbers values;
    for (const auto set : byValues) {
        const auto of = valuesOf(set);
        values.insert(values.end(), of.begin(), of.end());
        starts.push_back(static_cast<std::uint32_t>(values.size()));
    }
    writer.section(first + 1, starts);
    writer.section(first + 2, values);
    Vocabulary texts;
    for (const auto value : byKey)
        texts.add(m_texts[value]);
    texts.write(writer, first + 3);
}

} // namespace portolan::store
