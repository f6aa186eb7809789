// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/textpool.h"

#include <cstring>

namespace portolan::store {
namespace {

//! Eight bytes a step; good enough to spread words over the slots.
std::uint32_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0x9e3779b97f4a7c15 ^ text.size();
    const auto mix = [&hash](std::uint64_t value) {
        hash = (hash ^ value) * 0xff51afd7ed558ccd;
        hash ^= hash >> 32;
    };
    while (text.size() >= 8) {
        std::uint64_t value = 0;
        std::memcpy(&value, text.data(), 8);
        mix(value);
        text.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    if (!text.empty()) // an empty view may have no address
        std::memcpy(&rest, text.data(), text.size());
    mix(rest);
    return static_cast<std::uint32_t>(hash);
}

} // namespace

std::string_view TextPool::operator[](std::size_t number) const
{
    const auto begin = number == 0 ? 0 : m_ends[number - 1];
    return std::string_view(m_bytes).substr(begin, m_ends[number] - begin);
}

std::uint32_t TextPool::numberOf(std::string_view text)
{
    if (m_slots.size() < 2 * (m_ends.size() + 1))
        grow();
    const auto hash = hashOf(text);
    const auto mask = m_slots.size() - 1;
    auto slot = hash & mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        const auto number = m_slots[slot] - 1;
        if (m_hashes[number] == hash && (*this)[number] == text)
            return number;
    }
    m_bytes += text;
    m_ends.push_back(m_bytes.size());
    m_hashes.push_back(hash);
    m_slots[slot] = static_cast<std::uint32_t>(m_ends.size());
    return m_slots[slot] - 1;
}

void TextPool::grow()
{
    const auto count = m_slots.empty() ? std::size_t{64} : m_slots.size() * 2;
    m_slots.assign(count, 0);
    for (std::uint32_t number = 0; number < m_hashes.size(); ++number) {
        auto slot = m_hashes[number] & (count - 1);
        while (m_slots[slot] != 0)
            slot = (slot + 1) & (count - 1);
        m_slots[slot] = number + 1;
    }
}

} // namespace portolan::store
