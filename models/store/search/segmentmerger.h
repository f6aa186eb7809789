// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/search/part.h"
#include "models/store/search/sectionwriter.h"

#include <QIODevice>

#include <functional>
#include <string_view>
#include <vector>

namespace portolan::store {

//! Makes one segment out of several, the same to the byte as if their documents had been added to
//! one SegmentBuilder. Reads all of them side by side and writes as it goes: in memory are some 30
//! bytes of a document and one vocabulary. Pages of mapped segments are given back on the way.
class SegmentMerger
{
public:
    //! \a parts have no two documents with one rowid that count. Once \a isStopped answers true,
    //! write() ends with Cancelled.
    explicit SegmentMerger(Parts parts, std::function<bool()> isStopped = {});

    //! How many documents there will be.
    std::size_t size() const { return m_count; }

    //! Writes the segment to \a device, which is open for reading and writing, seekable and empty.
    //! \a dead is stored with it for a side file. To be called once.
    [[nodiscard]] Result<void> write(QIODevice &device, const SegmentStamp &stamp,
                                     const Bitset &dead = {});

private:
    using Numbers = std::vector<std::uint32_t>;

    //! What one document is called.
    struct NameEntry
    {
        std::uint32_t document = 0; //!< counted through all parts
        bool own = false;
        bool label = false;
    };

    void number();
    std::int64_t rowidOf(std::uint32_t document) const;
    void writeNames(SectionWriter &writer);
    void writeDocuments(SectionWriter &writer);
    void writeIds(SectionWriter &writer);
    void writeTerms(SectionWriter &writer, TermClass which);
    void writeColumn(SectionWriter &writer, ColumnKey key);
    //! Calls \a visit with each name and who has it, in the order of names.
    template <typename Visit>
    void eachName(Visit visit);
    //! The values of \a valueOf(segment, document), in the new order.
    template <typename T, typename ValueOf>
    std::vector<T> inOrder(ValueOf valueOf) const;
    bool goesOn(std::size_t bytes);
    void giveBack();

    Parts m_parts;
    std::function<bool()> m_isStopped;
    std::size_t m_count = 0;
    Numbers m_first; //!< of each part's documents, when counted through
    Numbers m_number; //!< the new number of each document, counted through
    std::vector<NameEntry> m_unnamed; //!< only a damaged segment has such
    std::size_t m_read = 0; //!< bytes since pages were given back
    std::size_t m_steps = 0;
    bool m_stopped = false;
};

} // namespace portolan::store
