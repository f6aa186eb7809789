// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of building a segment: numbering and writing.
//
// Names are sorted once; the place of a document's label among them is its rank by name. Documents
// are then numbered by (popularity falling, rank, tie breaker), and every list, which so far holds
// numbers of arrival, is translated and sorted: long lists through a bitmap, short ones by sorting.
// Each part is written as soon as it is made and then forgotten, so that the peak is what the
// builder holds plus one vocabulary.
#include "models/store/search/postings.h"
#include "models/store/search/segmentbuilder.h"
#include "models/store/search/segmentlayout.h"

#include <QBuffer>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>
#include <limits>
#include <numeric>

namespace portolan::store {
namespace {

//! Below this many documents no list is long.
constexpr std::size_t smallestHeavy = 32;
//! Bytes of the longest beginning that is looked at.
constexpr std::size_t longestHeavy = 12;

} // namespace

class SegmentBuilder::Writer
{
public:
    Writer(SegmentBuilder &from, QIODevice &device)
        : b(from)
        , m_device(device)
    {
    }

    Result<void> write(const SegmentStamp &stamp, const Bitset &dead);

private:
    using Numbers = std::vector<std::uint32_t>;

    template <typename T>
    void section(std::size_t id, const std::vector<T> &values)
    {
        bytes(id, values.data(), values.size() * sizeof(T));
    }

    template <typename T>
    void section(SectionId id, const std::vector<T> &values)
    {
        section(static_cast<std::size_t>(id), values);
    }

    //! Section \a id: \a from of each document, in the new order.
    template <typename T>
    void inOrder(SectionId id, const std::vector<T> &from)
    {
        std::vector<T> values(from.size());
        for (std::size_t arrival = 0; arrival < from.size(); ++arrival)
            values[m_number[arrival]] = from[arrival];
        section(id, values);
    }

    void bytes(std::size_t id, const void *data, std::size_t size);
    void texts(std::size_t id, const std::vector<std::string_view> &list);
    void sortNames();
    void number();
    void writeNames();
    void writeOrders();
    void writeIds();
    void writeTerms(std::size_t which);
    void writeHeavy(std::size_t first, const std::vector<std::string_view> &words,
                    const Numbers &offsets, const std::string &lists);
    void writeColumn(std::size_t which);

    std::string_view textOf(const Name &name) const
    {
        return std::string_view(b.m_nameBytes).substr(name.start, name.size);
    }

    SegmentBuilder &b;
    QIODevice &m_device;
    SegmentHeader m_header;
    bool m_ok = true;
    bool m_tooLarge = false;
    Numbers m_rank; // by arrival: place of the label among all names
    Numbers m_number; // by arrival: the final number
};

void SegmentBuilder::Writer::bytes(std::size_t id, const void *data, std::size_t size)
{
    static constexpr std::array<char, 8> padding{};
    const auto at = m_device.pos();
    m_header.table.at(id) = {static_cast<std::uint64_t>(at), size};
    m_ok = m_ok
        && m_device.write(static_cast<const char *>(data), static_cast<qint64>(size))
            == static_cast<qint64>(size);
    const auto rest = (8 - (at + static_cast<qint64>(size)) % 8) % 8;
    m_ok = m_ok && m_device.write(padding.data(), rest) == rest;
}

void SegmentBuilder::Writer::texts(std::size_t id, const std::vector<std::string_view> &list)
{
    Numbers offsets{0};
    offsets.reserve(list.size() + 1);
    std::string all;
    for (const auto text : list) {
        all += text;
        offsets.push_back(static_cast<std::uint32_t>(all.size()));
    }
    m_tooLarge = m_tooLarge || all.size() > std::numeric_limits<std::uint32_t>::max();
    section(id, offsets);
    bytes(id + 1, all.data(), all.size());
}

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
        return std::tuple(b.m_popularity[right], m_rank[left], b.m_tieBreakers[left], left)
            < std::tuple(b.m_popularity[left], m_rank[right], b.m_tieBreakers[right], right);
    });
    m_number.resize(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        m_number[order[i]] = i;
}

void SegmentBuilder::Writer::writeNames()
{
    std::vector<std::string_view> list;
    Numbers documents;
    Numbers labels(b.size());
    for (std::uint32_t i = 0; i < b.m_names.size(); ++i) {
        const auto &name = b.m_names[i];
        list.push_back(textOf(name));
        documents.push_back(m_number[name.document] | (name.own ? ownNameFlag : 0));
        if (name.label)
            labels[m_number[name.document]] = i;
    }
    texts(static_cast<std::size_t>(SectionId::NameOffsets), list);
    section(SectionId::NameDocuments, documents);
    section(SectionId::Labels, labels);
}

void SegmentBuilder::Writer::writeOrders()
{
    inOrder(SectionId::Rowids, b.m_rowids);
    inOrder(SectionId::Popularity, b.m_popularity);
    inOrder(SectionId::ChangedAt, b.m_changedAt);
    inOrder(SectionId::TieBreakers, b.m_tieBreakers);

    Numbers arrivals(b.size());
    std::iota(arrivals.begin(), arrivals.end(), 0U);
    const auto ordered = [this, &arrivals](SectionId id, auto keyOf) {
        auto sorted = arrivals;
        std::sort(sorted.begin(), sorted.end(), [this, &keyOf](auto left, auto right) {
            return std::pair(keyOf(left), m_number[left])
                < std::pair(keyOf(right), m_number[right]);
        });
        for (auto &arrival : sorted)
            arrival = m_number[arrival];
        section(id, sorted);
    };
    ordered(SectionId::ByName, [this](auto arrival) { return m_rank[arrival]; });
    ordered(SectionId::ByUpdated, [this](auto arrival) {
        return std::numeric_limits<std::int64_t>::max()
            - std::max<std::int64_t>(b.m_changedAt[arrival], 0);
    });
    ordered(SectionId::ByRowid, [this](auto arrival) { return b.m_rowids[arrival]; });
}

void SegmentBuilder::Writer::writeIds()
{
    std::sort(b.m_ids.begin(), b.m_ids.end());
    std::vector<std::uint64_t> keys;
    Numbers documents;
    for (const auto &[key, arrival] : b.m_ids) {
        keys.push_back(key);
        documents.push_back(m_number[arrival]);
    }
    b.m_ids = {};
    section(SectionId::IdKeys, keys);
    section(SectionId::IdDocuments, documents);
}

void SegmentBuilder::Writer::writeTerms(std::size_t which)
{
    auto &terms = b.m_terms[which];
    std::vector<std::pair<std::string_view, std::uint32_t>> order;
    order.reserve(terms.words.size());
    for (std::uint32_t word = 0; word < terms.words.size(); ++word)
        order.emplace_back(terms.words[word], word);
    std::sort(order.begin(), order.end());

    std::vector<std::string_view> words;
    words.reserve(order.size());
    Numbers offsets{0};
    std::string lists;
    Numbers documents;
    for (const auto &[text, word] : order) {
        words.push_back(text);
        auto gaps = std::move(terms.postings[word].gaps);
        documents.clear();
        const auto *data = reinterpret_cast<const unsigned char *>(gaps.data());
        eachGap(data, data + gaps.size(),
                [this, &documents](auto arrival) { documents.push_back(m_number[arrival]); });
        if (documents.size() > b.size() / 32) {
            Bitset bits(b.size());
            for (const auto document : documents)
                bits.set(document);
            documents.clear();
            bits.forEach([&documents](auto document) {
                documents.push_back(static_cast<std::uint32_t>(document));
            });
        } else {
            std::sort(documents.begin(), documents.end());
        }
        documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
        appendPostings(lists, documents, b.size());
        offsets.push_back(static_cast<std::uint32_t>(lists.size()));
    }
    m_tooLarge = m_tooLarge || lists.size() > std::numeric_limits<std::uint32_t>::max();
    const auto first = static_cast<std::size_t>(SectionId::TermOffsets) + 6 * which;
    texts(first, words);
    section(first + 2, offsets);
    bytes(first + 3, lists.data(), lists.size());
    writeHeavy(first + 4, words, offsets, lists);
    terms = {};
}

//! Beginnings whose lists together are longer than the set they make: it stands ready instead. A
//! beginning that means the same words as a shorter one is the same range, so there are few.
void SegmentBuilder::Writer::writeHeavy(std::size_t first,
                                        const std::vector<std::string_view> &words,
                                        const Numbers &offsets, const std::string &lists)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
    for (std::size_t length = 1; length <= longestHeavy; ++length) {
        for (std::uint32_t from = 0, to = 0; from < words.size(); from = to) {
            const auto prefix = words[from].substr(0, length);
            for (to = from + 1; to < words.size() && words[to].substr(0, length) == prefix;)
                ++to;
            if (to - from > 1 && b.size() >= smallestHeavy
                && offsets[to] - offsets[from] > b.size() / 8)
                ranges.emplace_back(from, to);
        }
    }
    std::sort(ranges.begin(), ranges.end());
    ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
    Numbers pairs;
    std::vector<std::uint64_t> sets;
    for (const auto &[from, to] : ranges) {
        Bitset set(b.size());
        for (auto word = from; word < to; ++word)
            addPostings(reinterpret_cast<const unsigned char *>(lists.data()) + offsets[word],
                        offsets[word + 1] - offsets[word], set);
        pairs.insert(pairs.end(), {from, to});
        sets.insert(sets.end(), set.words().begin(), set.words().end());
    }
    section(first, pairs);
    section(first + 1, sets);
}

void SegmentBuilder::Writer::writeColumn(std::size_t which)
{
    auto &column = b.m_columns[which];
    const auto width = widthFor(column.sets.size());
    std::string sets(b.size() * width, '\0');
    for (std::size_t arrival = 0; arrival < b.size(); ++arrival) {
        const auto set = column.setOf[arrival];
        std::memcpy(sets.data() + m_number[arrival] * width, &set, width);
    }
    Numbers starts{0};
    Numbers values;
    for (std::size_t set = 0; set < column.sets.size(); ++set) {
        const auto raw = column.sets[set];
        const auto count = raw.size() / sizeof(std::uint32_t);
        values.resize(values.size() + count);
        if (count > 0)
            std::memcpy(values.data() + values.size() - count, raw.data(), raw.size());
        starts.push_back(static_cast<std::uint32_t>(values.size()));
    }
    const auto first = static_cast<std::size_t>(SectionId::Columns) + 5 * which;
    bytes(first, sets.data(), sets.size());
    section(first + 1, starts);
    section(first + 2, values);
    texts(first + 3, {column.texts.begin(), column.texts.end()});
    column = {};
}

Result<void> SegmentBuilder::Writer::write(const SegmentStamp &stamp, const Bitset &dead)
{
    if (b.size() >= std::numeric_limits<std::uint32_t>::max() / 2)
        return failure(Error::Kind::Store, QStringLiteral("too many documents for one index"));
    m_header.documents = b.size();
    m_header.generation = stamp.generation;
    m_header.id = stamp.id;
    m_header.base = stamp.base;
    const auto headerBytes = reinterpret_cast<const char *>(&m_header);
    m_ok = m_device.write(headerBytes, sizeof m_header) == qint64{sizeof m_header};

    sortNames();
    number();
    writeNames();
    b.m_names = {};
    b.m_nameBytes = {};
    writeOrders();
    writeIds();
    for (std::size_t which = 0; which < b.m_terms.size(); ++which)
        writeTerms(which);
    for (std::size_t which = 0; which < columnCount; ++which)
        writeColumn(which);
    section(SectionId::Dead, dead.words());

    m_header.fileSize = static_cast<std::uint64_t>(m_device.pos());
    m_header.checksum = checksumOf(reinterpret_cast<const unsigned char *>(&m_header),
                                   offsetof(SegmentHeader, checksum));
    m_ok = m_ok && m_device.seek(0)
        && m_device.write(headerBytes, sizeof m_header) == qint64{sizeof m_header};
    if (m_tooLarge)
        return failure(Error::Kind::Store, QStringLiteral("the index would exceed 4 GB a part"));
    if (!m_ok)
        return failure(Error::Kind::Store, m_device.errorString());
    return {};
}

Result<void> SegmentBuilder::finish(QIODevice &device, const SegmentStamp &stamp,
                                    const Bitset &dead)
{
    return Writer(*this, device).write(stamp, dead);
}

std::shared_ptr<const Segment> SegmentBuilder::finish(const SegmentStamp &stamp)
{
    auto bytes = std::make_shared<QByteArray>();
    QBuffer buffer(bytes.get());
    buffer.open(QIODevice::WriteOnly);
    if (!finish(buffer, stamp))
        return {};
    buffer.close();
    const auto *data = reinterpret_cast<const unsigned char *>(bytes->constData());
    const auto size = static_cast<std::size_t>(bytes->size());
    return Segment::open(bytes, data, size);
}

} // namespace portolan::store
