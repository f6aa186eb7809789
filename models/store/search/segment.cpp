// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/segment.h"

#include "models/store/search/fold.h"
#include "models/store/search/postings.h"
#include "models/store/search/segmentlayout.h"

#include <QByteArray>

#include <cstring>

namespace portolan::store {
namespace {

//! The sections of a block of memory, after its table was checked.
class Sections
{
public:
    Sections(const unsigned char *data, const SegmentHeader &header)
        : m_data(data)
        , m_header(header)
    {
    }

    template <typename T>
    View<T> view(std::size_t id) const
    {
        const auto &entry = m_header.table.at(id);
        return {reinterpret_cast<const T *>(m_data + entry.offset),
                static_cast<std::size_t>(entry.bytes / sizeof(T))};
    }

    template <typename T>
    View<T> view(SectionId id) const
    {
        return view<T>(static_cast<std::size_t>(id));
    }

    TextTable texts(std::size_t id) const { return {view<std::uint32_t>(id), view<char>(id + 1)}; }

private:
    const unsigned char *m_data;
    const SegmentHeader &m_header;
};

bool isSound(const SegmentHeader &header, std::size_t size)
{
    if (header.magic != segmentMagic || header.version != segmentVersion
        || header.sections != sectionCount || header.fileSize != size)
        return false;
    for (const auto &entry : header.table) {
        if (entry.offset % 8 != 0 || entry.offset > size || entry.bytes > size - entry.offset)
            return false;
    }
    return true;
}

} // namespace

bool TermIndex::fillHeavy(Range range, Bitset &set) const
{
    std::size_t low = 0;
    auto high = heavyRanges.size() / 2;
    const auto at = [this](std::size_t number) {
        return Range{heavyRanges[2 * number], heavyRanges[2 * number + 1]};
    };
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (at(middle) < range)
            low = middle + 1;
        else
            high = middle;
    }
    auto &bits = set.words();
    if (low >= heavyRanges.size() / 2 || at(low) != range
        || (low + 1) * bits.size() > heavySets.size())
        return false;
    const auto *from = heavySets.data() + low * bits.size();
    for (std::size_t i = 0; i < bits.size(); ++i)
        bits[i] |= from[i];
    set.trim();
    return true;
}

void TermIndex::fill(Range range, Bitset &set) const
{
    if (range.second - range.first > 1 && fillHeavy(range, set))
        return;
    for (auto word = range.first; word < range.second; ++word) {
        const std::size_t end = std::min<std::size_t>(offsets[word + 1], lists.size());
        const std::size_t begin = std::min<std::size_t>(offsets[word], end);
        addPostings(lists.data() + begin, end - begin, set);
    }
}

void TermIndex::read(std::size_t word, std::size_t size, std::vector<std::uint32_t> &out) const
{
    out.clear();
    const std::size_t end = std::min<std::size_t>(offsets[word + 1], lists.size());
    const std::size_t begin = std::min<std::size_t>(offsets[word], end);
    eachPosting(lists.data() + begin, end - begin, [&out, size](std::uint32_t document) {
        if (document < size)
            out.push_back(document);
    });
}

Range Column::valuesOf(std::size_t set) const
{
    const std::size_t end = std::min<std::size_t>(setStarts[set + 1], setValues.size());
    return {std::min<std::size_t>(setStarts[set], end), end};
}

std::size_t Column::setOf(std::size_t document) const
{
    std::uint32_t number = 0;
    if ((document + 1) * width <= sets.size())
        std::memcpy(&number, sets.data() + document * width, width);
    return number;
}

std::shared_ptr<const Segment> Segment::open(std::shared_ptr<const void> owner,
                                             const unsigned char *data, std::size_t size,
                                             std::function<void()> giveBack)
{
    const std::shared_ptr<Segment> segment(new Segment);
    if (!segment->read(data, size))
        return {};
    segment->m_owner = std::move(owner);
    segment->m_giveBack = std::move(giveBack);
    return segment;
}

bool Segment::read(const unsigned char *data, std::size_t size)
{
    SegmentHeader header;
    if (size < sizeof header || reinterpret_cast<std::uintptr_t>(data) % 8 != 0)
        return false;
    std::memcpy(&header, data, sizeof header);
    if (header.checksum != checksumOf(data, offsetof(SegmentHeader, checksum))
        || !isSound(header, size))
        return false;
    m_bytes = size;
    m_stamp = {header.generation, header.id, header.base};

    const Sections sections(data, header);
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        const auto first = static_cast<std::size_t>(SectionId::TermOffsets) + 6 * i;
        m_terms[i] = {sections.texts(first), sections.view<std::uint32_t>(first + 2),
                      sections.view<unsigned char>(first + 3),
                      sections.view<std::uint32_t>(first + 4),
                      sections.view<std::uint64_t>(first + 5)};
    }
    m_names = sections.texts(static_cast<std::size_t>(SectionId::NameOffsets));
    m_nameDocuments = sections.view<std::uint32_t>(SectionId::NameDocuments);
    m_idKeys = sections.view<std::uint64_t>(SectionId::IdKeys);
    m_idDocuments = sections.view<std::uint32_t>(SectionId::IdDocuments);
    m_rowids = sections.view<std::int64_t>(SectionId::Rowids);
    m_popularity = sections.view<std::uint32_t>(SectionId::Popularity);
    m_changedAt = sections.view<std::int64_t>(SectionId::ChangedAt);
    m_tieBreakers = sections.view<std::uint32_t>(SectionId::TieBreakers);
    m_labels = sections.view<std::uint32_t>(SectionId::Labels);
    m_byName = sections.view<std::uint32_t>(SectionId::ByName);
    m_byUpdated = sections.view<std::uint32_t>(SectionId::ByUpdated);
    m_byRowid = sections.view<std::uint32_t>(SectionId::ByRowid);
    m_dead = sections.view<std::uint64_t>(SectionId::Dead);
    for (std::size_t i = 0; i < columnCount; ++i) {
        const auto first = static_cast<std::size_t>(SectionId::Columns) + 5 * i;
        auto &column = m_columns[i];
        column.sets = sections.view<unsigned char>(first);
        column.setStarts = sections.view<std::uint32_t>(first + 1);
        column.setValues = sections.view<std::uint32_t>(first + 2);
        column.values = sections.texts(first + 3);
        column.width = widthFor(column.setCount());
        if (column.sets.size() != header.documents * column.width)
            return false;
    }
    return m_rowids.size() == header.documents && m_popularity.size() == header.documents
        && m_changedAt.size() == header.documents && m_tieBreakers.size() == header.documents
        && m_labels.size() == header.documents && m_byName.size() == header.documents
        && m_byUpdated.size() == header.documents && m_byRowid.size() == header.documents;
}

void Segment::fillNames(Range range, Bitset &set) const
{
    for (auto entry = range.first; entry < range.second && entry < m_nameDocuments.size(); ++entry)
        set.set(nameDocument(entry));
}

void Segment::fillOwnNames(Range range, Bitset &set) const
{
    for (auto entry = range.first; entry < range.second && entry < m_nameDocuments.size();
         ++entry) {
        if (isOwnName(entry))
            set.set(nameDocument(entry));
    }
}

std::size_t Segment::nameDocument(std::size_t entry) const
{
    return m_nameDocuments[entry] & ~ownNameFlag;
}

bool Segment::isOwnName(std::size_t entry) const
{
    return (m_nameDocuments[entry] & ownNameFlag) != 0;
}

void Segment::fillIds(std::uint64_t key, Bitset &set) const
{
    std::size_t low = 0;
    auto high = m_idKeys.size();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (m_idKeys[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < m_idKeys.size() && m_idKeys[low] == key; ++low)
        set.set(m_idDocuments[low]);
}

std::optional<std::size_t> Segment::documentOf(std::int64_t rowid) const
{
    std::size_t low = 0;
    auto high = m_byRowid.size();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (m_rowids[m_byRowid[middle]] < rowid)
            low = middle + 1;
        else
            high = middle;
    }
    const std::size_t document = m_byRowid[low];
    if (low < m_byRowid.size() && document < size() && m_rowids[document] == rowid)
        return document;
    return {};
}

Bitset Segment::deadInBase(std::size_t baseSize) const
{
    Bitset dead(baseSize);
    for (std::size_t i = 0; i < dead.words().size(); ++i)
        dead.words()[i] = m_dead[i];
    dead &= Bitset(baseSize, true);
    return dead;
}

std::string columnValueKey(ColumnKey key, QStringView text)
{
    if (key != ColumnKey::Domain)
        return foldedWhole(text);
    std::string path;
    for (const auto level : text.split(u'/')) {
        if (!path.empty())
            path += '/';
        path += foldedWhole(level);
    }
    return path;
}

// Names stand in the table of ids, and are not found as ids.
constexpr std::uint64_t nameMark = 0x6e616d6520200a01ULL;

std::uint64_t keyOfId(QStringView id)
{
    const auto bytes = id.trimmed().toString().toCaseFolded().toUtf8();
    return checksumOf(reinterpret_cast<const unsigned char *>(bytes.constData()),
                      static_cast<std::size_t>(bytes.size()));
}

std::uint64_t keyOfName(QStringView name)
{
    return keyOfId(name) ^ nameMark;
}

} // namespace portolan::store
