// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/besttext.h"

#include <algorithm>
#include <bit>

namespace portolan::store {
namespace {

//! Whether a word or the rest of a compound in \a text begins with \a prefix.
bool hasPlace(const FoldedText &text, std::string_view prefix)
{
    for (std::size_t i = 0; i < text.words().size(); ++i) {
        const auto begin = text.words()[i].begin;
        if (text.whole().compare(begin, prefix.size(), prefix) != 0)
            continue;
        auto end = i + 1;
        while (end < text.words().size() && text.words()[end].continues)
            ++end;
        if (begin + prefix.size() <= text.words()[end - 1].end)
            return true;
    }
    return false;
}

constexpr std::size_t lettersOfStart = 3;

} // namespace

StartBits FieldList::scan(const QByteArrayList &, qsizetype most, const Wants &wants,
                          const Take &take)
{
    constexpr auto any = ~StartBits{0};
    const auto end = m_fields.cbegin() + std::min(most, m_fields.size());
    for (auto field = m_fields.cbegin(); field != end; ++field) {
        if (wants(any))
            take(domain::Field(*field));
    }
    return m_fields.isEmpty() ? 0 : any;
}

WordStarts::WordStarts(const SearchWords &words)
{
    for (const auto &word : words.words) {
        auto &own = m_words.emplace_back();
        own.isAnywhere = !add(own.joined, word.joined);
        for (const auto &part : word.parts)
            own.isAnywhere = !add(own.parts, part) || own.isAnywhere;
    }
}

bool WordStarts::add(StartBits &bits, const std::string &text)
{
    const auto start = QByteArray::fromStdString(text.substr(0, lettersOfStart));
    if (start.isEmpty())
        return false;
    auto at = m_texts.indexOf(start);
    if (at < 0) {
        if (m_texts.size() == mostStarts)
            return false;
        at = m_texts.size();
        m_texts.append(start);
    }
    bits |= StartBits{1} << at;
    return true;
}

WordStarts::Words WordStarts::wordsFor(StartBits bits) const
{
    Words words = 0;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        const auto &word = m_words[i];
        if (word.isAnywhere || (bits & word.joined) != 0 || (bits & word.parts) == word.parts)
            words |= Words{1} << i;
    }
    return words;
}

void BestText::look(QStringView in, const QString &text)
{
    if (text.isEmpty() || isComplete())
        return;
    m_folded.set(QStringView(text).left(64 * 1024));
    const auto found = wordsIn(text);
    m_found |= found;
    const auto words = std::popcount(found);
    if (words <= m_words)
        return;
    m_words = words;
    m_in = in.toString();
    m_text = text;
}

void BestText::look(QStringView in, const QStringList &texts)
{
    for (const auto &text : texts)
        look(in, text);
}

BestText::Words BestText::all() const
{
    return static_cast<Words>((std::uint64_t{1} << m_wanted.words.size()) - 1);
}

BestText::Words BestText::wordsIn(const QString &text) const
{
    if (m_folded.whole().empty())
        return foldedWhole(text) == m_wanted.whole ? 1 : 0;
    if (m_folded.whole().substr(0, m_wanted.whole.size()) == m_wanted.whole)
        return all();
    Words found = 0;
    for (std::size_t i = 0; i < m_wanted.words.size(); ++i) {
        const auto &word = m_wanted.words[i];
        const bool here = hasPlace(m_folded, word.joined)
            || std::all_of(word.parts.begin(), word.parts.end(),
                           [this](const auto &part) { return hasPlace(m_folded, part); });
        found |= static_cast<Words>(here) << i;
    }
    return found;
}

void BestText::lookIntoNames(const IndexDocument &thing)
{
    look(u"name", thing.name);
    look(u"title", thing.title);
    look(u"synonym", thing.synonyms);
}

void BestText::lookIntoTexts(const IndexDocument &thing)
{
    look(u"tag", thing.tags);
    look(u"tag", thing.terms);
    look(u"owner", thing.ownerName);
    look(u"domain", thing.domain);
    look(u"classification", thing.classification);
    look(u"type", thing.type);
    look(u"description", thing.description);
}

void BestText::lookIntoFieldNames(const domain::Field &field)
{
    look(u"field", field.path.isEmpty() ? field.name : field.path);
    look(u"field", field.physicalName);
    look(u"field", field.title);
    look(u"field", field.synonyms);
}

void BestText::lookIntoFieldTexts(const domain::Field &field)
{
    look(u"field", field.description);
    look(u"field", field.tags);
    look(u"field", field.terms);
}

bool BestText::lookIntoFields(FieldSource &fields, const WordStarts &starts, qsizetype most)
{
    const auto canBeBetter = [this](Words words) { return std::popcount(words) > m_words; };
    std::vector<std::pair<Words, domain::Field>> passed; // their descriptions come later
    Words mayHold = 0;
    const auto seen = fields.scan(
        starts.texts(), most,
        [&](StartBits bits) {
            mayHold = starts.wordsFor(bits);
            return canBeBetter(mayHold);
        },
        [&](domain::Field &&field) {
            lookIntoFieldNames(field);
            if (canBeBetter(mayHold))
                passed.emplace_back(mayHold, std::move(field));
        });
    for (const auto &[words, field] : passed) {
        if (canBeBetter(words))
            lookIntoFieldTexts(field);
    }
    return (m_found | starts.wordsFor(seen)) == all();
}

void BestText::lookIntoAllFields(FieldSource &fields)
{
    std::vector<domain::Field> all;
    const auto take = [&](domain::Field &&field) {
        lookIntoFieldNames(field);
        all.push_back(std::move(field));
    };
    fields.scan(
        {}, FieldSource::noLimit, [this](StartBits) { return !isComplete(); }, take);
    for (const auto &field : all)
        lookIntoFieldTexts(field);
}

} // namespace portolan::store
