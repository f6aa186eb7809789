// SPDX-License-Identifier: GPL-3.0-or-later
// A segment of the search index, read. Documents are numbered by falling popularity, so the first
// members of a set are the best ones. All of a segment stands in one block of memory, usually a
// mapped file, as sections that are found through the table in its header. Nothing in it is
// trusted: sizes are checked when it is opened, every number read later is checked where it is
// used.
#pragma once

#include "models/store/search/bitset.h"
#include "models/store/search/texttable.h"

#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace portolan::store {

//! Which words a posting list speaks of.
enum class TermClass { Name, Field, Text };
inline constexpr std::array allTermClasses{TermClass::Name, TermClass::Field, TermClass::Text};

//! A vocabulary and the documents of each of its words. The lists stand in the order of the
//! vocabulary: a prefix is one piece of the block.
struct TermIndex
{
    TextTable words;
    View<std::uint32_t> offsets; //!< of list i: [offsets[i], offsets[i + 1]) in lists
    View<unsigned char> lists;
    View<std::uint32_t> heavyRanges; //!< pairs, sorted: short prefixes of many documents
    View<std::uint64_t> heavySets; //!< the documents of each, a bit each

    //! Adds the documents of all words in \a range to \a set.
    void fill(Range range, Bitset &set) const;
    //! The same from a united set, when there is one for \a range.
    bool fillHeavy(Range range, Bitset &set) const;
    //! The documents below \a size of one word, in \a out.
    void read(std::size_t word, std::size_t size, std::vector<std::uint32_t> &out) const;
};

//! The keys of the filter language that are stored per document.
enum class ColumnKey {
    Kind,
    Type,
    Domain, //!< path and its ancestors
    Port,
    Status,
    Owner,
    Tag,
    Classification,
    Platform,
    Account,
    Slo,
    OwnerId //!< answers owner: as well, is no facet
};
inline constexpr std::size_t columnCount = 12;

//! One key's values per document: the number of a set of values, and what those sets hold.
struct Column
{
    unsigned width = 1; //!< bytes of a set number: 1, 2 or 4
    View<unsigned char> sets;
    View<std::uint32_t> setStarts;
    View<std::uint32_t> setValues;
    TextTable values;

    std::size_t setCount() const { return setStarts.size() == 0 ? 0 : setStarts.size() - 1; }

    //! Values of set \a set, as a range of setValues.
    Range valuesOf(std::size_t set) const;
    std::size_t setOf(std::size_t document) const;
};

//! What a segment file is stamped with.
struct SegmentStamp
{
    std::int64_t generation = 0;
    std::uint64_t id = 0; //!< of this segment
    std::uint64_t base = 0; //!< of a side file: the main segment it belongs to
};

//! A segment, ready to be asked. Immutable.
class Segment
{
public:
    //! Reads the header at \a data; empty when it is no segment, of another version or machine, or
    //! damaged. \a owner keeps the memory; \a giveBack, where given, frees what comes back by
    //! itself.
    static std::shared_ptr<const Segment> open(std::shared_ptr<const void> owner,
                                               const unsigned char *data, std::size_t size,
                                               std::function<void()> giveBack = {});

    //! Nobody asks for the moment: memory that comes back by itself is freed. Readers may go on.
    void giveBack() const
    {
        if (m_giveBack)
            m_giveBack();
    }

    std::size_t size() const { return m_rowids.size(); }

    //! Of the block of memory.
    std::size_t bytes() const { return m_bytes; }

    //! Whether the block is a file: its pages are the system's.
    bool isMapped() const { return m_giveBack != nullptr; }

    const SegmentStamp &stamp() const { return m_stamp; }

    const TermIndex &terms(TermClass which) const
    {
        return m_terms[static_cast<std::size_t>(which)];
    }

    const Column &column(ColumnKey key) const { return m_columns[static_cast<std::size_t>(key)]; }

    const TextTable &names() const { return m_names; } //!< whole names, titles, synonyms, sorted

    //! The document of name \a entry.
    std::size_t nameDocument(std::size_t entry) const;
    //! Whether name \a entry is what its document is called, and no synonym.
    bool isOwnName(std::size_t entry) const;

    //! Adds the documents that have one of the names in \a range to \a set.
    void fillNames(Range range, Bitset &set) const;
    //! Those that are called so, not only by a synonym.
    void fillOwnNames(Range range, Bitset &set) const;
    //! Adds the documents with native id or id \a key (keyOfId) to \a set.
    void fillIds(std::uint64_t key, Bitset &set) const;

    View<std::uint64_t> idKeys() const { return m_idKeys; }

    View<std::uint32_t> idDocuments() const { return m_idDocuments; }

    std::int64_t rowid(std::size_t document) const { return m_rowids[document]; }

    std::uint32_t popularity(std::size_t document) const { return m_popularity[document]; }

    std::int64_t changedAt(std::size_t document) const { return m_changedAt[document]; }

    std::uint32_t tieBreaker(std::size_t document) const { return m_tieBreakers[document]; }

    std::size_t labelEntry(std::size_t document) const { return m_labels[document]; }

    std::string_view label(std::size_t document) const { return m_names[m_labels[document]]; }

    View<std::uint32_t> byName() const { return m_byName; }

    View<std::uint32_t> byUpdated() const { return m_byUpdated; }

    //! The document of \a rowid.
    std::optional<std::size_t> documentOf(std::int64_t rowid) const;
    //! Of a side file: the documents of the main segment that no longer count.
    Bitset deadInBase(std::size_t baseSize) const;

private:
    Segment() = default;
    bool read(const unsigned char *data, std::size_t size);

    std::shared_ptr<const void> m_owner;
    std::function<void()> m_giveBack;
    std::size_t m_bytes = 0;
    SegmentStamp m_stamp;
    std::array<TermIndex, 3> m_terms;
    std::array<Column, columnCount> m_columns;
    TextTable m_names;
    View<std::uint32_t> m_nameDocuments;
    View<std::uint64_t> m_idKeys;
    View<std::uint32_t> m_idDocuments;
    View<std::int64_t> m_rowids;
    View<std::uint32_t> m_popularity;
    View<std::int64_t> m_changedAt;
    View<std::uint32_t> m_tieBreakers;
    View<std::uint32_t> m_labels;
    View<std::uint32_t> m_byName;
    View<std::uint32_t> m_byUpdated;
    View<std::uint32_t> m_byRowid;
    View<std::uint64_t> m_dead;
};

//! What values of \a key are compared by: folded, a domain level by level.
std::string columnValueKey(ColumnKey key, QStringView text);

//! What an id is looked up by, in any case of its letters.
std::uint64_t keyOfId(QStringView id);

//! The number of a name as it is written, in any case: what tells "orders" from "Orders (legacy)"
//! that has it as a synonym.
std::uint64_t keyOfName(QStringView name);

} // namespace portolan::store
