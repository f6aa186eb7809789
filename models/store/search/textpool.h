// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portolan::store {

//! Numbers texts in the order of their first coming; each is kept once, all in one block.
class TextPool
{
public:
    std::size_t size() const { return m_ends.size(); }

    std::string_view operator[](std::size_t number) const;
    //! The number of \a text, a new one when it has none.
    std::uint32_t numberOf(std::string_view text);

private:
    void grow();

    std::string m_bytes;
    std::vector<std::size_t> m_ends;
    std::vector<std::uint32_t> m_hashes;
    std::vector<std::uint32_t> m_slots; // number + 1, 0 is free; a power of two of them
};

} // namespace portolan::store
