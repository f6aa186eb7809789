// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/indexdocument.h"
#include "models/store/search/fold.h"
#include "models/store/search/segment.h"
#include "models/store/search/textpool.h"

#include <QIODevice>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace portolan::store {

//! Makes a segment out of documents and other segments. They may come in any order; finish()
//! numbers them by falling popularity. Keeps some 150 bytes of a document in memory.
class SegmentBuilder
{
public:
    SegmentBuilder();

    //! Takes in one document. No two may have one rowid.
    void add(const IndexDocument &document);
    //! Takes in all documents of \a segment but those in \a dead.
    void add(const Segment &segment, const Bitset &dead);

    std::size_t size() const { return m_rowids.size(); }

    //! Writes the segment to \a device, which must be seekable and empty. \a dead is stored with it
    //! for a side file. The builder is used up.
    [[nodiscard]] Result<void> finish(QIODevice &device, const SegmentStamp &stamp,
                                      const Bitset &dead = {});
    //! The segment in memory.
    [[nodiscard]] std::shared_ptr<const Segment> finish(const SegmentStamp &stamp);

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

    struct Values
    {
        TextPool keys; // folded
        std::vector<std::string> texts; // the spelling to show
        TextPool sets; // value numbers, sorted, 4 bytes each
        std::vector<std::uint32_t> setOf;

        std::uint32_t valueOf(const std::string &key, std::string_view text);
        std::uint32_t numberOfSet(std::vector<std::uint32_t> values);
    };
    class Writer;

    void addWords(TermClass which, QStringView text);
    void addOwnName(const QString &name);
    void addName(const QString &name, bool label);
    void addFields(const IndexDocument &document);
    void addColumns(const IndexDocument &document);
    void setValues(ColumnKey key, const QStringList &texts);
    void addTerms(const Segment &segment, const std::vector<std::uint32_t> &numbers);
    void addValues(const Segment &segment, const std::vector<std::uint32_t> &numbers);

    std::uint32_t m_current = 0; // the document that is being added
    FoldedText m_folded;
    std::array<Terms, 3> m_terms;
    std::string m_nameBytes;
    std::vector<Name> m_names;
    std::array<Values, columnCount> m_columns;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_ids;
    std::vector<std::int64_t> m_rowids;
    std::vector<std::uint32_t> m_popularity;
    std::vector<std::int64_t> m_changedAt;
    std::vector<std::uint32_t> m_tieBreakers;
};

} // namespace portolan::store
