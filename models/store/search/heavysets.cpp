// SPDX-License-Identifier: GPL-3.0-or-later
// Beginnings of words whose lists together are longer than the set they make: it stands ready
// instead. A beginning that means the same words as a shorter one is the same range, so there are
// few.
//
// Ranges of words with a common beginning lie within each other or apart. So one walk over the
// lists, which are read back from where they were written, makes all sets: a list goes into the
// innermost range that is open, a range that ends goes into the one around it. There are never more
// sets in memory than beginnings have bytes.
#include "models/store/search/postings.h"
#include "models/store/search/sectionwriter.h"

namespace portolan::store {
namespace {

//! Below this many documents no list is long.
constexpr std::size_t smallestHeavy = 32;
//! Bytes of the longest beginning that is looked at.
constexpr std::size_t longestHeavy = 12;
//! Lists are read so many bytes at a time, or one by one where one is longer.
constexpr std::uint64_t blockBytes = std::uint64_t{256} * 1024;

using Numbers = std::vector<std::uint32_t>;

struct WordRange
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;

    auto operator<=>(const WordRange &) const = default;
};

std::vector<WordRange> heavyRanges(const Vocabulary &words, const Numbers &lists,
                                   std::size_t documents)
{
    std::vector<WordRange> ranges;
    if (documents < smallestHeavy)
        return ranges;
    for (std::size_t length = 1; length <= longestHeavy; ++length) {
        for (std::uint32_t from = 0, to = 0; from < words.size(); from = to) {
            const auto prefix = words[from].substr(0, length);
            for (to = from + 1; to < words.size() && words[to].substr(0, length) == prefix;)
                ++to;
            if (to - from > 1 && lists[to] - lists[from] > documents / 8)
                ranges.push_back({from, to});
        }
    }
    std::sort(ranges.begin(), ranges.end());
    ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
    return ranges;
}

//! The lists of a section that was written, read one after the other.
class WrittenLists
{
public:
    WrittenLists(SectionWriter &writer, std::size_t id, const Numbers &lists)
        : m_writer(writer)
        , m_id(id)
        , m_lists(lists)
    {
    }

    void addTo(Bitset &set, std::uint32_t word)
    {
        const auto size = m_lists[word + 1] - m_lists[word];
        if (m_lists[word] < m_from || m_lists[word + 1] > m_from + m_block.size()) {
            m_from = m_lists[word];
            const auto most = std::max<std::uint64_t>(blockBytes, size);
            m_block = m_writer.read(m_id, m_from, std::min<std::uint64_t>(most, left()));
        }
        const auto at = m_lists[word] - m_from;
        if (at + size <= m_block.size())
            addPostings(reinterpret_cast<const unsigned char *>(m_block.data()) + at, size, set);
    }

private:
    std::uint64_t left() const { return m_lists.back() - m_from; }

    SectionWriter &m_writer;
    std::size_t m_id;
    const Numbers &m_lists;
    std::uint64_t m_from = 0;
    std::string m_block;
};

struct OpenSet
{
    std::size_t number = 0;
    std::uint32_t to = 0;
    Bitset set;
};

} // namespace

void writeTermTables(SectionWriter &writer, std::size_t first, const Vocabulary &words,
                     const Numbers &lists, std::size_t documents)
{
    words.write(writer, first);
    writer.section(first + 2, lists);
    const auto ranges = heavyRanges(words, lists, documents);
    Numbers pairs;
    for (const auto &range : ranges)
        pairs.insert(pairs.end(), {range.from, range.to});
    writer.section(first + 4, pairs);
    const auto setBytes = (documents + 63) / 64 * sizeof(std::uint64_t);
    writer.reserve(first + 5, ranges.size() * setBytes);

    std::vector<std::size_t> outermostFirst(ranges.size());
    std::iota(outermostFirst.begin(), outermostFirst.end(), std::size_t{0});
    std::sort(outermostFirst.begin(), outermostFirst.end(), [&ranges](auto left, auto right) {
        return std::pair(ranges[left].from, ranges[right].to)
            < std::pair(ranges[right].from, ranges[left].to);
    });
    WrittenLists written(writer, first + 3, lists);
    std::vector<OpenSet> open;
    const auto closeUpTo = [&](std::uint32_t word) {
        while (!open.empty() && open.back().to <= word) {
            const auto done = std::move(open.back());
            open.pop_back();
            writer.put(first + 5, done.number * setBytes, done.set.words().data(), setBytes);
            if (!open.empty())
                open.back().set |= done.set;
        }
    };
    std::uint32_t word = 0;
    for (std::size_t next = 0; next < ranges.size() || !open.empty(); ++word) {
        if (open.empty())
            word = ranges[outermostFirst[next]].from;
        for (; next < ranges.size() && ranges[outermostFirst[next]].from == word; ++next)
            open.push_back(
                {outermostFirst[next], ranges[outermostFirst[next]].to, Bitset(documents)});
        written.addTo(open.back().set, word);
        closeUpTo(word + 1);
    }
}

} // namespace portolan::store
