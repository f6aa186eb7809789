// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/texttable.h"

#include <algorithm>

namespace portolan::store {

std::string_view TextTable::operator[](std::size_t index) const
{
    const std::size_t end = std::min<std::size_t>(m_offsets[index + 1], m_bytes.size());
    const std::size_t begin = std::min<std::size_t>(m_offsets[index], end);
    return {m_bytes.data() + begin, end - begin};
}

std::size_t TextTable::lowerBound(std::string_view text, Range within) const
{
    auto [low, high] = within;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if ((*this)[middle] < text)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Range TextTable::startingWith(std::string_view prefix, Range within) const
{
    const auto first = lowerBound(prefix, within);
    auto low = first;
    auto high = within.second;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if ((*this)[middle].substr(0, prefix.size()) <= prefix)
            low = middle + 1;
        else
            high = middle;
    }
    return {first, low};
}

Range TextTable::equalTo(std::string_view text) const
{
    const auto first = lowerBound(text, all());
    auto last = first;
    while (last < size() && (*this)[last] == text)
        ++last;
    return {first, last};
}

} // namespace portolan::store
