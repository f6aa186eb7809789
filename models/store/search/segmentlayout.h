// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a segment: a header of fixed size with a table of sections, then the sections, each
// at a multiple of 8. Numbers are those of the machine that wrote it; on a machine with the other
// byte order the magic number reads differently and the index is built again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace portolan::store {

inline constexpr std::uint64_t segmentMagic = 0x5844494e4c545250; // "PRTLNIDX"
inline constexpr std::uint32_t segmentVersion = 7;

//! Sections before the columns; those of the three term classes stand in groups of six.
enum class SectionId : std::size_t {
    TermOffsets = 0, //!< + 6 × class: offsets of the words, their bytes, offsets of lists, lists,
                     //!< heavy ranges (first word, word behind the last), their united sets
    NameOffsets = 18,
    NameBytes,
    NameDocuments,
    IdKeys,
    IdDocuments,
    Rowids,
    Popularity,
    ChangedAt,
    TieBreakers,
    Labels,
    ByName,
    ByUpdated,
    ByRowid,
    Dead,
    Columns //!< + 5 × column: set numbers, set starts, set values, offsets of texts, texts
};
inline constexpr std::size_t sectionCount = static_cast<std::size_t>(SectionId::Columns) + 5 * 12;

//! In NameDocuments: the document is called so, it is no synonym of it.
inline constexpr std::uint32_t ownNameFlag = 0x80000000;

//! Where a section stands.
struct SectionEntry
{
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};

//! The first bytes of a segment.
struct SegmentHeader
{
    std::uint64_t magic = segmentMagic;
    std::uint32_t version = segmentVersion;
    std::uint32_t sections = sectionCount;
    std::uint64_t fileSize = 0;
    std::uint64_t documents = 0;
    std::int64_t generation = 0;
    std::uint64_t id = 0;
    std::uint64_t base = 0;
    std::array<SectionEntry, sectionCount> table{};
    std::uint64_t checksum = 0; //!< of everything before it
};

//! FNV-1a, 64 bits.
inline std::uint64_t checksumOf(const unsigned char *bytes, std::size_t size)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (std::size_t i = 0; i < size; ++i)
        hash = (hash ^ bytes[i]) * 0x100000001b3;
    return hash;
}

} // namespace portolan::store
