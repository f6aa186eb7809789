// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/search/segment.h"
#include "models/store/search/segmentlayout.h"

#include <QIODevice>

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace portolan::store {

//! Writes the sections of a segment one behind the other, each in pieces of any size, so that none
//! has to be in memory as a whole. Failures are kept for finish().
class SectionWriter
{
public:
    //! \a device is open for reading and writing, seekable and empty.
    explicit SectionWriter(QIODevice &device);

    //! Section \a id is what is appended until end().
    void begin(std::size_t id);
    void append(const void *data, std::size_t size);
    void end();

    //! Section \a id with \a values and no more.
    template <typename T>
    void section(std::size_t id, const std::vector<T> &values)
    {
        begin(id);
        append(values.data(), values.size() * sizeof(T));
        end();
    }

    template <typename T>
    void section(SectionId id, const std::vector<T> &values)
    {
        section(static_cast<std::size_t>(id), values);
    }

    //! Section \a id: the numbers of the documents by \a keys, which stand in the documents' order,
    //! equal ones by number.
    template <typename T>
    void sorted(SectionId id, const std::vector<T> &keys)
    {
        std::vector<std::uint32_t> order(keys.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&keys](auto left, auto right) {
            return std::pair(keys[left], left) < std::pair(keys[right], right);
        });
        section(id, order);
    }

    //! Section \a id with \a size bytes, which put() fills.
    void reserve(std::size_t id, std::uint64_t size);
    void put(std::size_t id, std::uint64_t at, const void *data, std::size_t size);
    //! What stands in section \a id; it has ended. Short where reading fails.
    std::string read(std::size_t id, std::uint64_t at, std::size_t size);

    //! A part of the segment has more bytes than its offsets can tell.
    void noteTooLarge() { m_tooLarge = true; }

    //! Writes the header. Everything else was written.
    [[nodiscard]] Result<void> finish(const SegmentStamp &stamp, std::size_t documents);

private:
    void flush();
    void write(const void *data, std::size_t size);
    void seek(std::uint64_t to);

    QIODevice &m_device;
    SegmentHeader m_header;
    std::string m_pending; //!< appended, not yet written
    std::uint64_t m_end = 0; //!< of what was written and what is pending
    std::size_t m_open = 0;
    bool m_ok = true;
    bool m_tooLarge = false;
};

//! What documents are sorted by, the newest first, when they changed at \a times.
std::vector<std::int64_t> newestFirst(std::vector<std::int64_t> times);

//! Texts as a segment keeps them: one behind the other, found by offsets.
struct Vocabulary
{
    std::string bytes;
    std::vector<std::uint32_t> offsets{0};

    std::size_t size() const { return offsets.size() - 1; }

    std::string_view operator[](std::size_t number) const
    {
        return std::string_view(bytes).substr(offsets[number],
                                              offsets[number + 1] - offsets[number]);
    }

    void add(std::string_view text);
    //! Sections \a first and \a first + 1.
    void write(SectionWriter &writer, std::size_t first) const;
};

//! The sections of a class of terms from \a first on but its lists, which were written before:
//! \a words, the offsets of their \a lists and the united sets of short beginnings that many
//! of \a documents have.
void writeTermTables(SectionWriter &writer, std::size_t first, const Vocabulary &words,
                     const std::vector<std::uint32_t> &lists, std::size_t documents);

} // namespace portolan::store
