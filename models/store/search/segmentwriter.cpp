// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of building a segment: numbering and writing.
//
// Names are sorted once; the place of a document's label among them is its rank by name. Documents
// are then numbered by (popularity falling, rank, tie breaker, row), and every list, which so far
// holds numbers of arrival, is translated and sorted: long lists through a bitmap, short ones by
// sorting. Each part is written as soon as it is made and then forgotten.
#include "models/store/search/postings.h"
#include "models/store/search/sectionwriter.h"
#include "models/store/search/segmentbuilder.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace portolan::store {

class SegmentBuilder::Writer
{
public:
    Writer(SegmentBuilder &from, QIODevice &device)
        : b(from)
        , m_writer(device)
    {
    }

    Result<void> write(const SegmentStamp &stamp);

private:
    using Numbers = std::vector<std::uint32_t>;

    //! \a from of each document, in the new order.
    template <typename T>
    std::vector<T> inOrder(const std::vector<T> &from) const
    {
        std::vector<T> values(from.size());
        for (std::size_t arrival = 0; arrival < from.size(); ++arrival)
            values[m_number[arrival]] = from[arrival];
        return values;
    }

    void sortNames();
    void number();
    void sortNamesakes();
    void writeNames();
    void writeDocuments();
    void writeIds();
    void writeTerms(std::size_t which);

    std::string_view textOf(const Name &name) const
    {
        return std::string_view(b.m_nameBytes).substr(name.start, name.size);
    }

    SegmentBuilder &b;
    SectionWriter m_writer;
    Numbers m_rank; // by arrival: place of the label among all names
    Numbers m_number; // by arrival: the final number
};

void SegmentBuilder::Writer::sortNames()
{
    std::sort(b.m_names.begin(), b.m_names.end(), [this](const Name &left, const Name &right) {
        const auto order = textOf(left).compare(textOf(right));
        return order != 0 ? order < 0 : left.document < right.document;
    });
    std::vector<Name> kept; // a title that reads as the name does is one entry
    kept.reserve(b.m_names.size());
    for (const auto &name : b.m_names) {
        const bool same = !kept.empty() && kept.back().document == name.document
            && textOf(kept.back()) == textOf(name);
        if (same) {
            kept.back().label = kept.back().label || name.label;
            kept.back().own = kept.back().own || name.own;
        } else {
            kept.push_back(name);
        }
    }
    b.m_names = std::move(kept);
    m_rank.resize(b.size());
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < b.m_names.size(); ++i) {
        if (i > 0 && textOf(b.m_names[i]) != textOf(b.m_names[i - 1]))
            rank = static_cast<std::uint32_t>(i);
        if (b.m_names[i].label)
            m_rank[b.m_names[i].document] = rank;
    }
}

void SegmentBuilder::Writer::number()
{
    Numbers order(b.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [this](auto left, auto right) {
        return std::tuple(b.m_popularity[right], m_rank[left], b.m_tieBreakers[left],
                          b.m_rowids[left])
            < std::tuple(b.m_popularity[left], m_rank[right], b.m_tieBreakers[right],
                         b.m_rowids[right]);
    });
    m_number.resize(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        m_number[order[i]] = i;
}

//! What is called the same stands in the order of its numbers.
void SegmentBuilder::Writer::sortNamesakes()
{
    auto &names = b.m_names;
    for (auto from = names.begin(), to = from; from != names.end(); from = to) {
        to = std::find_if(from, names.end(), [this, &from](const Name &name) {
            return textOf(name) != textOf(*from);
        });
        std::sort(from, to, [this](const Name &left, const Name &right) {
            return m_number[left.document] < m_number[right.document];
        });
    }
}

void SegmentBuilder::Writer::writeNames()
{
    Vocabulary list;
    Numbers documents;
    Numbers labels(b.size());
    Numbers byName;
    for (std::uint32_t i = 0; i < b.m_names.size(); ++i) {
        const auto &name = b.m_names[i];
        const auto document = m_number[name.document];
        list.add(textOf(name));
        documents.push_back(document | (name.own ? ownNameFlag : 0));
        if (name.label) {
            labels[document] = i;
            byName.push_back(document);
        }
    }
    list.write(m_writer, static_cast<std::size_t>(SectionId::NameOffsets));
    m_writer.section(SectionId::NameDocuments, documents);
    m_writer.section(SectionId::Labels, labels);
    m_writer.section(SectionId::ByName, byName);
}

void SegmentBuilder::Writer::writeDocuments()
{
    const auto rowids = inOrder(b.m_rowids);
    m_writer.section(SectionId::Rowids, rowids);
    m_writer.sorted(SectionId::ByRowid, rowids);
    m_writer.section(SectionId::Popularity, inOrder(b.m_popularity));
    const auto changedAt = inOrder(b.m_changedAt);
    m_writer.section(SectionId::ChangedAt, changedAt);
    m_writer.sorted(SectionId::ByUpdated, newestFirst(changedAt));
    m_writer.section(SectionId::TieBreakers, inOrder(b.m_tieBreakers));
}

void SegmentBuilder::Writer::writeIds()
{
    for (auto &id : b.m_ids)
        id.second = m_number[id.second];
    std::sort(b.m_ids.begin(), b.m_ids.end());
    std::vector<std::uint64_t> keys;
    Numbers documents;
    for (const auto &[key, document] : b.m_ids) {
        keys.push_back(key);
        documents.push_back(document);
    }
    b.m_ids = {};
    m_writer.section(SectionId::IdKeys, keys);
    m_writer.section(SectionId::IdDocuments, documents);
}

void SegmentBuilder::Writer::writeTerms(std::size_t which)
{
    auto &terms = b.m_terms[which];
    std::vector<std::pair<std::string_view, std::uint32_t>> order;
    order.reserve(terms.words.size());
    for (std::uint32_t word = 0; word < terms.words.size(); ++word)
        order.emplace_back(terms.words[word], word);
    std::sort(order.begin(), order.end());

    Vocabulary words;
    Numbers offsets{0};
    std::string list;
    Numbers documents;
    std::uint64_t end = 0;
    const auto first = static_cast<std::size_t>(SectionId::TermOffsets) + 6 * which;
    m_writer.begin(first + 3);
    for (const auto &[text, word] : order) {
        words.add(text);
        auto gaps = std::move(terms.postings[word].gaps);
        documents.clear();
        const auto *data = reinterpret_cast<const unsigned char *>(gaps.data());
        eachGap(data, data + gaps.size(),
                [this, &documents](auto arrival) { documents.push_back(m_number[arrival]); });
        sortOnce(documents, b.size());
        list.clear();
        appendPostings(list, documents, b.size());
        m_writer.append(list.data(), list.size());
        end += list.size();
        offsets.push_back(static_cast<std::uint32_t>(end));
    }
    m_writer.end();
    if (end > std::numeric_limits<std::uint32_t>::max())
        m_writer.noteTooLarge();
    writeTermTables(m_writer, first, words, offsets, b.size());
    terms = {};
}

Result<void> SegmentBuilder::Writer::write(const SegmentStamp &stamp)
{
    if (b.size() >= std::numeric_limits<std::uint32_t>::max() / 2)
        return failure(Error::Kind::Store, QStringLiteral("too many documents for one index"));
    sortNames();
    number();
    sortNamesakes();
    writeNames();
    b.m_names = {};
    b.m_nameBytes = {};
    writeDocuments();
    writeIds();
    for (std::size_t which = 0; which < b.m_terms.size(); ++which)
        writeTerms(which);
    for (std::size_t which = 0; which < columnCount; ++which)
        b.m_columns[which].write(m_writer, static_cast<std::size_t>(SectionId::Columns) + 5 * which,
                                 inOrder(b.m_setOf[which]));
    m_writer.section(SectionId::Dead, std::vector<std::uint64_t>());
    return m_writer.finish(stamp, b.size());
}

Result<void> SegmentBuilder::write(QIODevice &device, const SegmentStamp &stamp)
{
    return Writer(*this, device).write(stamp);
}

} // namespace portolan::store
