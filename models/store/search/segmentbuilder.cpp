// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/segmentbuilder.h"

#include "models/store/search/postings.h"

#include <algorithm>

namespace portolan::store {
namespace {

//! How much of one text is read. A description of 1 MB does not fill the vocabulary.
constexpr qsizetype longestText = 64 * 1024;
//! A compound of more words than this is no name but a path; its joined form is not kept.
constexpr std::size_t longestCompound = 8;
//! What a word takes beside its letters: its posting, its places in the pool.
constexpr std::size_t bytesOfAWord = 72;

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
    if (number == postings.size()) {
        postings.emplace_back();
        bytes += word.size() + bytesOfAWord;
    }
    auto &posting = postings[number];
    if (posting.used && posting.last == document)
        return;
    const auto before = posting.gaps.capacity();
    appendGap(posting.gaps, document - posting.last);
    bytes += posting.gaps.capacity() - before;
    posting.last = document;
    posting.used = true;
}

std::size_t SegmentBuilder::bytes() const
{
    constexpr std::size_t ofDocument =
        sizeof(std::int64_t) * 2 + sizeof(std::uint32_t) * 2 + sizeof(std::uint32_t) * columnCount;
    auto sum = m_rowids.size() * ofDocument + m_ids.size() * sizeof m_ids[0]
        + m_names.size() * sizeof m_names[0] + m_nameBytes.size();
    for (const auto &terms : m_terms)
        sum += terms.bytes;
    return sum;
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
    m_setOf[static_cast<std::size_t>(key)].push_back(column.numberOfSet(std::move(values)));
}

} // namespace portolan::store
