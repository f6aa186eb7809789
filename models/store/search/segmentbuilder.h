// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/indexdocument.h"
#include "models/store/search/columnvalues.h"
#include "models/store/search/fold.h"
#include "models/store/search/segment.h"
#include "models/store/search/textpool.h"

#include <QIODevice>

#include <array>
#include <string>
#include <vector>

namespace portolan::store {

//! Makes a segment out of documents. They may come in any order; write() numbers them by falling
//! popularity, and what it writes depends on the documents alone. Keeps all of it in memory: large
//! segments are made of several by SegmentMerger.
class SegmentBuilder
{
public:
    SegmentBuilder();

    //! Takes in one document. No two may have one rowid.
    void add(const IndexDocument &document);

    std::size_t size() const { return m_rowids.size(); }

    //! Bytes of memory that it has taken, about.
    std::size_t bytes() const;

    //! Writes the segment to \a device, which is open for reading and writing, seekable and empty.
    //! The builder is used up.
    [[nodiscard]] Result<void> write(QIODevice &device, const SegmentStamp &stamp);

private:
    struct Posting
    {
        std::string gaps;
        std::uint32_t last = 0;
        bool used = false;
    };

    struct Terms
    {
        TextPool words;
        std::vector<Posting> postings;
        std::size_t bytes = 0;

        void add(std::string_view word, std::uint32_t document);
    };

    struct Name
    {
        std::uint64_t start = 0; // in m_nameBytes
        std::uint32_t size = 0;
        std::uint32_t document = 0;
        bool label = false;
        bool own = false; // what the document is called, no synonym
    };

    class Writer;

    void addWords(TermClass which, QStringView text);
    void addOwnName(const QString &name);
    void addName(const QString &name, bool label);
    void addFields(const IndexDocument &document);
    void addColumns(const IndexDocument &document);
    void setValues(ColumnKey key, const QStringList &texts);

    std::uint32_t m_current = 0; // the document that is being added
    FoldedText m_folded;
    std::array<Terms, 3> m_terms;
    std::string m_nameBytes;
    std::vector<Name> m_names;
    std::array<ColumnValues, columnCount> m_columns;
    std::array<std::vector<std::uint32_t>, columnCount> m_setOf;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_ids;
    std::vector<std::int64_t> m_rowids;
    std::vector<std::uint32_t> m_popularity;
    std::vector<std::int64_t> m_changedAt;
    std::vector<std::uint32_t> m_tieBreakers;
};

} // namespace portolan::store
