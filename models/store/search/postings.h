// SPDX-License-Identifier: GPL-3.0-or-later
// How the documents of one word are stored: a byte that tells the form, then either the gaps
// between the numbers, 7 bits a byte, or, where that is no longer, one bit a document. So a word
// that half of a million documents have costs 125 kB and is read at the speed of memory.
#pragma once

#include "models/store/search/bitset.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace portolan::store {

enum class PostingForm : unsigned char { Gaps = 0, Bits = 1 };

//! Appends \a value, 7 bits a byte, low ones first; the high bit says that more follow.
template <typename Bytes>
void appendGap(Bytes &bytes, std::uint32_t value)
{
    for (; value >= 0x80; value >>= 7)
        bytes.push_back(static_cast<typename Bytes::value_type>(value | 0x80));
    bytes.push_back(static_cast<typename Bytes::value_type>(value));
}

//! Calls \a visit with each number of the gaps in [at, end), whatever the bytes say.
template <typename Visit>
void eachGap(const unsigned char *at, const unsigned char *end, Visit visit)
{
    std::uint32_t number = 0;
    while (at < end) {
        std::uint32_t gap = *at++;
        if (gap >= 0x80) {
            gap &= 0x7F;
            for (unsigned shift = 7; at < end && shift < 32; shift += 7) {
                const std::uint32_t byte = *at++;
                gap |= (byte & 0x7F) << shift;
                if (byte < 0x80)
                    break;
            }
        }
        number += gap;
        visit(number);
    }
}

//! Adds the documents of the list at \a list to \a set; numbers beyond its size are left out.
inline void addPostings(const unsigned char *list, std::size_t size, Bitset &set)
{
    if (size < 2)
        return;
    if (list[0] == static_cast<unsigned char>(PostingForm::Gaps)) {
        eachGap(list + 1, list + size, [&set](std::uint32_t number) { set.set(number); });
        return;
    }
    auto &words = set.words();
    const auto count = std::min(words.size(), (size - 1) / sizeof(std::uint64_t));
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, list + 1 + i * sizeof word, sizeof word);
        words[i] |= word;
    }
    if (set.size() % 64 != 0 && count == words.size())
        words.back() &= (std::uint64_t{1} << (set.size() % 64)) - 1;
}

//! Calls \a visit with every number of the list at \a list.
template <typename Visit>
void eachPosting(const unsigned char *list, std::size_t size, Visit visit)
{
    if (size < 2)
        return;
    if (list[0] == static_cast<unsigned char>(PostingForm::Gaps)) {
        eachGap(list + 1, list + size, visit);
        return;
    }
    for (std::size_t at = 1; at < size; ++at) { // little-endian words: bytes are in order
        for (unsigned bits = list[at]; bits != 0; bits &= bits - 1) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
            visit(static_cast<std::uint32_t>((at - 1) * 8 + bit));
        }
    }
}

//! The smaller form of \a documents, sorted, of \a size that there are.
inline void appendPostings(std::string &out, const std::vector<std::uint32_t> &documents,
                           std::size_t size)
{
    const auto start = out.size();
    out.push_back(static_cast<char>(PostingForm::Gaps));
    std::uint32_t last = 0;
    for (const auto document : documents) {
        appendGap(out, document - last);
        last = document;
    }
    const auto words = (size + 63) / 64;
    if (out.size() - start <= 1 + words * sizeof(std::uint64_t))
        return;
    Bitset bits(size);
    for (const auto document : documents)
        bits.set(document);
    out.resize(start);
    out.push_back(static_cast<char>(PostingForm::Bits));
    out.append(reinterpret_cast<const char *>(bits.words().data()), words * sizeof(std::uint64_t));
}

//! Sorts \a documents, of \a size that there are, and drops what is there twice.
inline void sortOnce(std::vector<std::uint32_t> &documents, std::size_t size)
{
    if (std::is_sorted(documents.begin(), documents.end())) {
        documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    } else if (documents.size() > size / 32) {
        Bitset bits(size);
        for (const auto document : documents)
            bits.set(document);
        documents.clear();
        bits.forEach([&documents](auto document) {
            documents.push_back(static_cast<std::uint32_t>(document));
        });
    } else {
        std::sort(documents.begin(), documents.end());
        documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    }
}

//! Bytes that a number below \a count needs: 1, 2 or 4.
inline unsigned widthFor(std::size_t count)
{
    if (count <= 0x100)
        return 1;
    return count <= 0x10000 ? 2 : 4;
}

} // namespace portolan::store
