// SPDX-License-Identifier: GPL-3.0-or-later
// One segment out of several that are sorted already.
//
//  * Everything in a segment stands in an order that depends on what the documents are, and not on
//    their numbers: names and words by their bytes, ids by their keys. So each section is made by
//    walking the same section of all parts at once.
//  * The order of the documents (popularity falling, name, tie breaker, row) needs each one's place
//    among all names, hence one walk through the names before everything else. From then on a
//    document of a part is known by its new number.
//  * The documents of one part keep their order among each other, so a translated list is sorted
//    already where only one part has the word.
//
// Mapped pages count as memory of this process once they were looked at, and a merge looks at all
// of them: they are given back every few megabytes. They come back from the system's cache.
#include "models/store/search/segmentmerger.h"

#include "models/store/search/columnvalues.h"
#include "models/store/search/postings.h"
#include "models/store/search/textmerge.h"

#include <limits>
#include <tuple>

namespace portolan::store {
namespace {

constexpr auto gone = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t readBetween = std::size_t{16} * 1024 * 1024;
constexpr std::size_t stepsBetween = 4096;

} // namespace

SegmentMerger::SegmentMerger(Parts parts, std::function<bool()> isStopped)
    : m_parts(std::move(parts))
    , m_isStopped(std::move(isStopped))
{
    std::size_t all = 0;
    for (const auto &part : m_parts) {
        m_first.push_back(static_cast<std::uint32_t>(all));
        all += part.segment->size();
    }
    m_number.assign(all, gone);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const auto &segment = *m_parts[i].segment;
        for (std::size_t document = 0; document < segment.size(); ++document) {
            if (m_parts[i].dead && m_parts[i].dead->test(document))
                continue;
            const auto through = m_first[i] + static_cast<std::uint32_t>(document);
            m_number[through] = static_cast<std::uint32_t>(m_count++);
            const auto label = segment.labelEntry(document);
            if (label >= segment.names().size() || segment.nameDocument(label) != document)
                m_unnamed.push_back({through, false, true});
        }
    }
}

template <typename Visit>
void SegmentMerger::eachName(Visit visit)
{
    std::vector<TextTable> tables;
    for (const auto &part : m_parts)
        tables.push_back(part.segment->names());
    TextMerge merge(std::move(tables));
    std::vector<NameEntry> group;
    if (!m_unnamed.empty()) {
        group = m_unnamed;
        visit(std::string_view(), group);
    }
    while (goesOn(merge.text().size() + sizeof(std::uint64_t)) && merge.next()) {
        group.clear();
        for (const auto &[number, range] : merge.entries()) {
            const auto &segment = *m_parts[number].segment;
            for (auto entry = range.first; entry < range.second; ++entry) {
                const auto document = segment.nameDocument(entry);
                const auto through = m_first[number] + static_cast<std::uint32_t>(document);
                if (document < segment.size() && m_number[through] != gone)
                    group.push_back(
                        {through, segment.isOwnName(entry), segment.labelEntry(document) == entry});
            }
        }
        if (!group.empty())
            visit(merge.text(), group);
    }
}

std::int64_t SegmentMerger::rowidOf(std::uint32_t document) const
{
    const auto behind = std::upper_bound(m_first.begin(), m_first.end(), document);
    const auto part = static_cast<std::size_t>(behind - m_first.begin()) - 1;
    return m_parts[part].segment->rowid(document - m_first[part]);
}

void SegmentMerger::number()
{
    struct Place
    {
        std::uint32_t popularity = 0;
        std::uint32_t rank = 0; // of the label among all names
        std::uint32_t tieBreaker = 0;
        std::uint32_t document = 0; // counted through
    };

    std::vector<Place> places(m_count);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const auto &segment = *m_parts[i].segment;
        for (std::size_t document = 0; document < segment.size(); ++document) {
            const auto through = m_first[i] + static_cast<std::uint32_t>(document);
            if (m_number[through] != gone)
                places[m_number[through]] = {segment.popularity(document), 0,
                                             segment.tieBreaker(document), through};
        }
    }
    std::uint32_t rank = 0;
    eachName([this, &places, &rank](std::string_view, const std::vector<NameEntry> &group) {
        for (const auto &entry : group) {
            if (entry.label)
                places[m_number[entry.document]].rank = rank;
        }
        ++rank;
    });
    std::sort(places.begin(), places.end(), [this](const Place &left, const Place &right) {
        if (left.popularity != right.popularity)
            return left.popularity > right.popularity;
        if (left.rank != right.rank || left.tieBreaker != right.tieBreaker)
            return std::tie(left.rank, left.tieBreaker) < std::tie(right.rank, right.tieBreaker);
        return rowidOf(left.document) < rowidOf(right.document);
    });
    for (std::uint32_t place = 0; place < places.size(); ++place)
        m_number[places[place].document] = place;
}

void SegmentMerger::writeNames(SectionWriter &writer)
{
    constexpr auto first = static_cast<std::size_t>(SectionId::NameOffsets);
    Numbers offsets{0};
    Numbers documents;
    Numbers labels(m_count);
    Numbers byName;
    std::uint64_t end = 0;
    std::size_t most = m_unnamed.size();
    for (const auto &part : m_parts)
        most += part.segment->names().size();
    offsets.reserve(most + 1);
    documents.reserve(most);
    byName.reserve(m_count);
    writer.begin(first + 1);
    eachName([&](std::string_view text, std::vector<NameEntry> &group) {
        std::sort(group.begin(), group.end(), [this](const auto &left, const auto &right) {
            return m_number[left.document] < m_number[right.document];
        });
        for (const auto &entry : group) {
            const auto number = m_number[entry.document];
            if (entry.label) {
                labels[number] = static_cast<std::uint32_t>(documents.size());
                byName.push_back(number);
            }
            documents.push_back(number | (entry.own ? ownNameFlag : 0));
            writer.append(text.data(), text.size());
            end += text.size();
            offsets.push_back(static_cast<std::uint32_t>(end));
        }
    });
    writer.end();
    if (end > std::numeric_limits<std::uint32_t>::max())
        writer.noteTooLarge();
    writer.section(first, offsets);
    writer.section(SectionId::NameDocuments, documents);
    writer.section(SectionId::Labels, labels);
    writer.section(SectionId::ByName, byName);
}

template <typename T, typename ValueOf>
std::vector<T> SegmentMerger::inOrder(ValueOf valueOf) const
{
    std::vector<T> values(m_count);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const auto &segment = *m_parts[i].segment;
        for (std::size_t document = 0; document < segment.size(); ++document) {
            if (const auto number = m_number[m_first[i] + document]; number != gone)
                values[number] = valueOf(segment, document);
        }
    }
    return values;
}

void SegmentMerger::writeDocuments(SectionWriter &writer)
{
    const auto rowids = inOrder<std::int64_t>(
        [](const auto &segment, auto document) { return segment.rowid(document); });
    writer.section(SectionId::Rowids, rowids);
    writer.sorted(SectionId::ByRowid, rowids);
    writer.section(SectionId::Popularity,
                   inOrder<std::uint32_t>([](const auto &segment, auto document) {
                       return segment.popularity(document);
                   }));
    const auto changedAt = inOrder<std::int64_t>(
        [](const auto &segment, auto document) { return segment.changedAt(document); });
    writer.section(SectionId::ChangedAt, changedAt);
    writer.sorted(SectionId::ByUpdated, newestFirst(changedAt));
    writer.section(SectionId::TieBreakers,
                   inOrder<std::uint32_t>([](const auto &segment, auto document) {
                       return segment.tieBreaker(document);
                   }));
}

void SegmentMerger::writeIds(SectionWriter &writer)
{
    std::vector<std::size_t> at(m_parts.size());
    Numbers documents;
    Numbers group;
    std::size_t most = 0;
    for (const auto &part : m_parts)
        most += part.segment->idKeys().size();
    documents.reserve(most);
    writer.begin(static_cast<std::size_t>(SectionId::IdKeys));
    while (goesOn(sizeof(std::uint64_t) + sizeof(std::uint32_t))) {
        bool any = false;
        std::uint64_t key = 0;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const auto keys = m_parts[i].segment->idKeys();
            if (at[i] < keys.size() && (!any || keys[at[i]] < key))
                key = keys[at[i]];
            any = any || at[i] < keys.size();
        }
        if (!any)
            break;
        group.clear();
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const auto &segment = *m_parts[i].segment;
            const auto keys = segment.idKeys();
            for (; at[i] < keys.size() && keys[at[i]] == key; ++at[i]) {
                const auto document = segment.idDocuments()[at[i]];
                if (document < segment.size() && m_number[m_first[i] + document] != gone)
                    group.push_back(m_number[m_first[i] + document]);
            }
        }
        std::sort(group.begin(), group.end());
        for (const auto document : group) {
            writer.append(&key, sizeof key);
            documents.push_back(document);
        }
    }
    writer.end();
    writer.section(SectionId::IdDocuments, documents);
}

void SegmentMerger::writeTerms(SectionWriter &writer, TermClass which)
{
    const auto first =
        static_cast<std::size_t>(SectionId::TermOffsets) + 6 * static_cast<std::size_t>(which);
    std::vector<TextTable> tables;
    for (const auto &part : m_parts)
        tables.push_back(part.segment->terms(which).words);
    TextMerge merge(std::move(tables));
    Vocabulary words;
    Numbers offsets{0};
    Numbers documents;
    Numbers ofPart;
    std::string list;
    std::uint64_t end = 0;
    writer.begin(first + 3);
    while (goesOn(list.size() + merge.text().size()) && merge.next()) {
        documents.clear();
        for (const auto &[number, range] : merge.entries()) {
            const auto &segment = *m_parts[number].segment;
            for (auto word = range.first; word < range.second; ++word) {
                segment.terms(which).read(word, segment.size(), ofPart);
                for (const auto document : ofPart) {
                    if (const auto now = m_number[m_first[number] + document]; now != gone)
                        documents.push_back(now);
                }
            }
        }
        list.clear();
        if (documents.empty())
            continue;
        sortOnce(documents, m_count);
        appendPostings(list, documents, m_count);
        writer.append(list.data(), list.size());
        end += list.size();
        words.add(merge.text());
        offsets.push_back(static_cast<std::uint32_t>(end));
    }
    writer.end();
    if (end > std::numeric_limits<std::uint32_t>::max())
        writer.noteTooLarge();
    giveBack();
    if (!m_stopped)
        writeTermTables(writer, first, words, offsets, m_count);
}

void SegmentMerger::writeColumn(SectionWriter &writer, ColumnKey key)
{
    ColumnValues values;
    Numbers setOf(m_count);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const auto &segment = *m_parts[i].segment;
        const auto &from = segment.column(key);
        std::vector<std::int64_t> sets(from.setCount(), -1); // translated when first met
        const auto translate = [&](std::size_t set) {
            Numbers members;
            const auto [begin, end] = from.valuesOf(set);
            for (auto at = begin; at < end; ++at) {
                const auto text = from.values[from.setValues[at]];
                const auto shown = QString::fromUtf8(text.data(), qsizetype(text.size()));
                members.push_back(values.valueOf(columnValueKey(key, shown), text));
            }
            return values.numberOfSet(std::move(members));
        };
        for (std::size_t document = 0; document < segment.size(); ++document) {
            const auto number = m_number[m_first[i] + document];
            if (number == gone)
                continue;
            const auto set = from.setOf(document);
            if (set >= sets.size()) {
                setOf[number] = values.numberOfSet({});
                continue;
            }
            if (sets[set] < 0)
                sets[set] = translate(set);
            setOf[number] = static_cast<std::uint32_t>(sets[set]);
        }
    }
    values.write(writer,
                 static_cast<std::size_t>(SectionId::Columns) + 5 * static_cast<std::size_t>(key),
                 setOf);
}

Result<void> SegmentMerger::write(QIODevice &device, const SegmentStamp &stamp, const Bitset &dead)
{
    if (m_number.size() >= ownNameFlag)
        return failure(Error::Kind::Store, QStringLiteral("too many documents for one index"));
    SectionWriter writer(device);
    number();
    giveBack();
    writeNames(writer);
    giveBack();
    writeDocuments(writer);
    writeIds(writer);
    giveBack();
    for (const auto which : allTermClasses)
        writeTerms(writer, which);
    for (std::size_t key = 0; key < columnCount && goesOn(0); ++key)
        writeColumn(writer, static_cast<ColumnKey>(key));
    giveBack();
    if (m_stopped)
        return failure(Error::Kind::Cancelled, QStringLiteral("the merge was stopped"));
    writer.section(SectionId::Dead, dead.words());
    return writer.finish(stamp, m_count);
}

//! Whether to go on, after so many \a bytes more were read.
bool SegmentMerger::goesOn(std::size_t bytes)
{
    m_read += bytes;
    if (++m_steps % stepsBetween == 0 && m_isStopped && m_isStopped())
        m_stopped = true;
    if (m_read >= readBetween)
        giveBack();
    return !m_stopped;
}

void SegmentMerger::giveBack()
{
    m_read = 0;
    for (const auto &part : m_parts)
        part.segment->giveBack();
}

} // namespace portolan::store
