// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace portolan::store {

//! Memory of a set that is gone, of this thread, for \a count words, or none. A search makes dozens
//! of sets of some 100 kB and forgets them; asking the system each time costs a fifth of the search
//! in page faults.
std::vector<std::uint64_t> spareWords(std::size_t count);
//! Keeps \a words for spareWords().
void keepWords(std::vector<std::uint64_t> &&words) noexcept;

//! A set of document numbers below size(). Operations between sets of different sizes treat what is
//! missing as empty.
class Bitset
{
public:
    Bitset() = default;

    explicit Bitset(std::size_t size, bool filled = false)
        : m_size(size)
        , m_words(spareWords((size + 63) / 64))
    {
        m_words.assign((size + 63) / 64, filled ? ~std::uint64_t{0} : 0);
        trim();
    }

    Bitset(const Bitset &other)
        : m_size(other.m_size)
        , m_words(spareWords(other.m_words.size()))
    {
        m_words.assign(other.m_words.begin(), other.m_words.end());
    }

    Bitset(Bitset &&) noexcept = default;
    Bitset &operator=(const Bitset &) = default;
    Bitset &operator=(Bitset &&) noexcept = default;

    ~Bitset() { keepWords(std::move(m_words)); }

    std::size_t size() const { return m_size; }

    std::vector<std::uint64_t> &words() { return m_words; }

    const std::vector<std::uint64_t> &words() const { return m_words; }

    void set(std::size_t bit)
    {
        if (bit < m_size)
            m_words[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }

    bool test(std::size_t bit) const
    {
        return bit < m_size && ((m_words[bit / 64] >> (bit % 64)) & 1) != 0;
    }

    Bitset &operator|=(const Bitset &other)
    {
        for (std::size_t i = 0; i < m_words.size() && i < other.m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        trim();
        return *this;
    }

    Bitset &operator&=(const Bitset &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= i < other.m_words.size() ? other.m_words[i] : 0;
        return *this;
    }

    Bitset &operator-=(const Bitset &other)
    {
        for (std::size_t i = 0; i < m_words.size() && i < other.m_words.size(); ++i)
            m_words[i] &= ~other.m_words[i];
        return *this;
    }

    std::size_t count() const
    {
        std::size_t sum = 0;
        for (const auto word : m_words)
            sum += membersOf(word);
        return sum;
    }

    bool none() const
    {
        for (const auto word : m_words) {
            if (word != 0)
                return false;
        }
        return true;
    }

    //! The first member from \a bit on, or size().
    std::size_t next(std::size_t bit) const
    {
        if (bit >= m_size)
            return m_size;
        auto at = bit / 64;
        auto word = m_words[at] & (~std::uint64_t{0} << (bit % 64));
        while (word == 0) {
            if (++at == m_words.size())
                return m_size;
            word = m_words[at];
        }
        return at * 64 + static_cast<std::size_t>(std::countr_zero(word));
    }

    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t at = 0; at < m_words.size(); ++at) {
            for (auto word = m_words[at]; word != 0; word &= word - 1)
                visit(at * 64 + static_cast<std::size_t>(std::countr_zero(word)));
        }
    }

    //! Forgets what was written into words() beyond size().
    void trim()
    {
        if (m_size % 64 != 0 && !m_words.empty())
            m_words.back() &= (std::uint64_t{1} << (m_size % 64)) - 1;
    }

private:
    //! std::popcount without the instruction, in a form that is computed for several words at once.
    static std::size_t membersOf(std::uint64_t word)
    {
        word -= (word >> 1) & 0x5555555555555555;
        word = (word & 0x3333333333333333) + ((word >> 2) & 0x3333333333333333);
        word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f;
        word += word >> 8;
        word += word >> 16;
        return static_cast<std::size_t>((word + (word >> 32)) & 0x7f);
    }

    std::size_t m_size = 0;
    std::vector<std::uint64_t> m_words;
};

} // namespace portolan::store
