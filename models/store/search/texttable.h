// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables of a segment are read through. Every look is checked: the bytes may come from a
// damaged file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace portolan::store {

//! Numbers that someone else wrote: reading outside gives 0.
template <typename T>
class View
{
public:
    View() = default;

    View(const T *data, std::size_t size)
        : m_data(data)
        , m_size(size)
    {
    }

    std::size_t size() const { return m_size; }

    T operator[](std::size_t index) const { return index < m_size ? m_data[index] : T{}; }

    const T *data() const { return m_data; }

private:
    const T *m_data = nullptr;
    std::size_t m_size = 0;
};

//! [first, second) of a sorted table.
using Range = std::pair<std::size_t, std::size_t>;

//! Texts by number; sorted by their bytes when they are a vocabulary.
class TextTable
{
public:
    TextTable() = default;

    TextTable(View<std::uint32_t> offsets, View<char> bytes)
        : m_offsets(offsets)
        , m_bytes(bytes)
    {
    }

    std::size_t size() const { return m_offsets.size() == 0 ? 0 : m_offsets.size() - 1; }

    std::string_view operator[](std::size_t index) const;

    //! Where \a text stands or would stand, within \a within.
    std::size_t lowerBound(std::string_view text, Range within) const;
    //! All texts that begin with \a prefix, within \a within.
    Range startingWith(std::string_view prefix, Range within) const;

    Range startingWith(std::string_view prefix) const { return startingWith(prefix, all()); }

    //! All texts equal to \a text.
    Range equalTo(std::string_view text) const;

    Range all() const { return {0, size()}; }

private:
    View<std::uint32_t> m_offsets;
    View<char> m_bytes;
};

} // namespace portolan::store
