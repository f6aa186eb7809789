// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/segmentbuilder.h"

#include "models/store/search/postings.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace portolan::store {
namespace {

//! How much of one text is read. A description of 1 MB does not fill the vocabulary.
constexpr qsizetype longestText = 64 * 1024;
//! A compound of more words than this is no name but a path; its joined form is not kept.
constexpr std::size_t longestCompound = 8;

//! Of two that are called the same, a product stands before its tables and its contract, as in the
//! lists by kind; the id only makes the order the same in every run.
std::uint32_t tieBreakerOf(const IndexDocument &document)
{
    const auto &kinds = domain::allEntityKinds;
    const auto place = std::uint32_t(std::ranges::find(kinds, document.kind) - kinds.begin());
    return place << 28 | document.id.data1 >> 4;
}

//! The paths of a domain and of all that hold it: Orders, Orders/Fulfilment.
QStringList withAncestors(const QStringList &domain)
{
    QStringList paths;
    for (const auto &level : domain)
        paths.append(paths.isEmpty() ? level : QString(paths.last() % u'/' % level));
    return paths;
}

} // namespace

SegmentBuilder::SegmentBuilder() = default;

void SegmentBuilder::Terms::add(std::string_view word, std::uint32_t document)
{
    const auto number = words.numberOf(cut(word, longestWord));
    if (number == postings.size())
        postings.emplace_back();
    auto &posting = postings[number];
    if (posting.used && posting.last == document)
        return;
    appendGap(posting.gaps, document - posting.last);
    posting.last = document;
    posting.used = true;
}

std::uint32_t SegmentBuilder::Values::valueOf(const std::string &key, std::string_view text)
{
    const auto number = keys.numberOf(key);
    if (number == texts.size())
        texts.emplace_back(text);
    else if (text < texts[number]) // one spelling for all, whatever came first
        texts[number] = text;
    return number;
}

std::uint32_t SegmentBuilder::Values::numberOfSet(std::vector<std::uint32_t> values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return sets.numberOf(
        {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(std::uint32_t)});
}

void SegmentBuilder::add(const IndexDocument &document)
{
    m_current = static_cast<std::uint32_t>(m_rowids.size());
    m_rowids.push_back(document.rowid);
    m_popularity.push_back(static_cast<std::uint32_t>(std::max(document.popularity, 0)));
    m_changedAt.push_back(document.changedAt);
    m_tieBreakers.push_back(tieBreakerOf(document));
    m_ids.emplace_back(keyOfId(document.id.toString(QUuid::WithoutBraces)), m_current);
    for (const auto &id : document.aliases + QStringList{document.nativeId}) {
        if (!id.isEmpty())
            m_ids.emplace_back(keyOfId(id), m_current);
    }

    addName(document.name, document.title.isEmpty());
    addOwnName(document.name);
    if (!document.title.isEmpty()) {
        addName(document.title, true);
        addOwnName(document.title);
    }
    for (const auto &synonym : document.synonyms)
        addName(synonym, false);
    addFields(document);
    addWords(TermClass::Text, document.description);
    for (const auto &text : document.tags + document.terms + document.domain)
        addWords(TermClass::Text, text);
    for (const auto &text : {document.ownerName, document.type, document.classification})
        addWords(TermClass::Text, text);
    addColumns(document);
}

void SegmentBuilder::addName(const QString &name, bool label)
{
    const auto whole = foldedWhole(name);
    m_names.push_back(
        {m_nameBytes.size(), static_cast<std::uint32_t>(whole.size()), m_current, label, false});
    m_nameBytes += whole;
    addWords(TermClass::Name, name);
}

void SegmentBuilder::addOwnName(const QString &name)
{
    m_ids.emplace_back(keyOfName(name), m_current);
    m_names.back().own = true; // the one that was added just before
}

void SegmentBuilder::addWords(TermClass which, QStringView text)
{
    if (text.isEmpty())
        return;
    auto &terms = m_terms[static_cast<std::size_t>(which)];
    m_folded.set(text.left(longestText));
    const auto count = m_folded.words().size();
    for (std::size_t first = 0, next = 0; first < count; first = next) {
        const auto joined = m_folded.compound(first, next);
        for (auto word = first; word < next; ++word)
            terms.add(m_folded.word(word), m_current);
        // The first compound of a name is found through the table of whole names.
        const bool wanted = next - first > 1 && next - first <= longestCompound
            && (which != TermClass::Name || first > 0);
        if (wanted)
            terms.add(joined, m_current);
    }
}

void SegmentBuilder::addFields(const IndexDocument &document)
{
    for (const auto &field : document.fields) {
        addWords(TermClass::Field, field.name);
        if (field.path.size() != field.name.size())
            addWords(TermClass::Field, field.path);
        addWords(TermClass::Field, field.physicalName);
        addWords(TermClass::Field, field.title);
        for (const auto &synonym : field.synonyms)
            addWords(TermClass::Field, synonym);
        addWords(TermClass::Text, field.description);
        for (const auto &text : field.tags + field.terms)
            addWords(TermClass::Text, text);
    }
}

void SegmentBuilder::addColumns(const IndexDocument &document)
{
    auto ports = document.portTypes;
    if (document.kind == domain::EntityKind::Port)
        ports.append(document.type);
    setValues(ColumnKey::Kind, {domain::kindWord(document.kind)});
    setValues(ColumnKey::Type, {document.type});
    setValues(ColumnKey::Domain, withAncestors(document.domain));
    setValues(ColumnKey::Port, ports);
    setValues(ColumnKey::Status, {document.status});
    setValues(ColumnKey::Owner, {document.ownerName});
    setValues(ColumnKey::Tag, document.tags);
    setValues(ColumnKey::Classification, {document.classification});
    setValues(ColumnKey::Platform, document.platforms);
    setValues(ColumnKey::Account, document.accounts);
    setValues(ColumnKey::Slo, {document.slo});
    setValues(ColumnKey::OwnerId, {document.ownerId});
}

void SegmentBuilder::setValues(ColumnKey key, const QStringList &texts)
{
    auto &column = m_columns[static_cast<std::size_t>(key)];
    std::vector<std::uint32_t> values;
    for (const auto &text : texts) {
        if (!text.trimmed().isEmpty())
            values.push_back(
                column.valueOf(columnValueKey(key, text), text.trimmed().toUtf8().toStdString()));
    }
    column.setOf.push_back(column.numberOfSet(std::move(values)));
}

void SegmentBuilder::add(const Segment &segment, const Bitset &dead)
{
    constexpr auto gone = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> numbers(segment.size(), gone);
    const auto first = m_rowids.size();
    for (std::size_t document = 0; document < segment.size(); ++document) {
        if (dead.test(document))
            continue;
        numbers[document] = static_cast<std::uint32_t>(m_rowids.size());
        m_rowids.push_back(segment.rowid(document));
        m_popularity.push_back(segment.popularity(document));
        m_changedAt.push_back(segment.changedAt(document));
        m_tieBreakers.push_back(segment.tieBreaker(document));
    }
    const auto isAlive = [&numbers](std::size_t document) {
        return document < numbers.size() && numbers[document] != gone;
    };
    for (std::size_t i = 0; i < segment.idKeys().size(); ++i) {
        if (const auto document = segment.idDocuments()[i]; isAlive(document))
            m_ids.emplace_back(segment.idKeys()[i], numbers[document]);
    }
    std::vector<bool> labelled(m_rowids.size() - first);
    for (std::size_t i = 0; i < segment.names().size(); ++i) {
        const auto document = segment.nameDocument(i);
        if (!isAlive(document))
            continue;
        const auto text = segment.names()[i];
        const auto number = numbers[document];
        const bool label = segment.labelEntry(document) == i;
        if (label)
            labelled[number - first] = true;
        m_names.push_back({m_nameBytes.size(), static_cast<std::uint32_t>(text.size()), number,
                           label, segment.isOwnName(i)});
        m_nameBytes += text;
    }
    for (std::size_t i = 0; i < labelled.size(); ++i) { // only a damaged segment leaves one out
        if (!labelled[i])
            m_names.push_back({0, 0, static_cast<std::uint32_t>(first + i), true, false});
    }
    addTerms(segment, numbers);
    addValues(segment, numbers);
}

void SegmentBuilder::addTerms(const Segment &segment, const std::vector<std::uint32_t> &numbers)
{
    std::vector<std::uint32_t> documents;
    for (const auto which : allTermClasses) {
        const auto &from = segment.terms(which);
        auto &to = m_terms[static_cast<std::size_t>(which)];
        for (std::size_t word = 0; word < from.words.size(); ++word) {
            const auto text = from.words[word];
            from.read(word, segment.size(), documents);
            for (const auto document : documents) {
                if (numbers[document] != std::numeric_limits<std::uint32_t>::max())
                    to.add(text, numbers[document]);
            }
        }
    }
}

void SegmentBuilder::addValues(const Segment &segment, const std::vector<std::uint32_t> &numbers)
{
    for (std::size_t i = 0; i < columnCount; ++i) {
        const auto key = static_cast<ColumnKey>(i);
        const auto &from = segment.column(key);
        auto &to = m_columns[i];
        std::vector<std::int64_t> sets(from.setCount(), -1); // translated when first met
        const auto translate = [&](std::size_t set) {
            std::vector<std::uint32_t> values;
            const auto [begin, end] = from.valuesOf(set);
            for (auto at = begin; at < end; ++at) {
                const auto text = from.values[from.setValues[at]];
                const auto shown = QString::fromUtf8(text.data(), qsizetype(text.size()));
                values.push_back(to.valueOf(columnValueKey(key, shown), text));
            }
            return to.numberOfSet(std::move(values));
        };
        for (std::size_t document = 0; document < numbers.size(); ++document) {
            if (numbers[document] == std::numeric_limits<std::uint32_t>::max())
                continue;
            const auto set = from.setOf(document);
            if (set < sets.size() && sets[set] < 0)
                sets[set] = translate(set);
            to.setOf.push_back(set < sets.size() ? static_cast<std::uint32_t>(sets[set])
                                                 : to.numberOfSet({}));
        }
    }
}

} // namespace portolan::store
