// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/evaluation.h"

#include "models/store/search/filters.h"
#include "models/store/search/fold.h"
#include "models/store/search/mend.h"

#include <functional>
#include <type_traits>

namespace portolan::store {
namespace {

void fillTerm(const Segment &segment, TermClass which, std::string_view prefix, Bitset &set)
{
    const auto &terms = segment.terms(which);
    terms.fill(terms.words.startingWith(prefix), set);
}

//! Documents that have \a word by \a found, in its joined form or part by part.
template <typename Found>
auto byParts(const SearchWord &word, Found found)
{
    auto set = std::decay_t<decltype(found(word.joined))>(found(word.joined));
    if (word.parts.size() < 2)
        return set;
    auto all = std::decay_t<decltype(found(word.joined))>(found(word.parts.front()));
    for (std::size_t i = 1; i < word.parts.size(); ++i)
        all &= found(word.parts[i]);
    set |= all;
    return set;
}

PartSets emptySets(const Parts &parts)
{
    PartSets sets;
    for (const auto &part : parts)
        sets.emplace_back(part.segment->size());
    return sets;
}

bool allNone(const Parts &parts, const PartSets &sets)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto set = sets[i];
        if (parts[i].dead)
            set -= *parts[i].dead;
        if (!set.none())
            return false;
    }
    return true;
}

//! The four tiers, the first of them in three parts: what is called so to the letter, what is
//! called so but for signs and accents, and what has it as a synonym or id.
std::vector<Tier> allTiers(std::vector<Lookup> &lookups, const SearchWords &words)
{
    std::vector<Tier> tiers;
    for (const int shown : {1, 1, 1, 2, 3, 4})
        tiers.push_back({shown, {}});
    for (auto &lookup : lookups) {
        const auto &segment = lookup.segment();
        auto sets = tiersOf(lookup, words);
        auto &exact = sets.front();
        Bitset written(segment.size());
        segment.fillIds(keyOfName(words.text), written);
        Bitset folded(segment.size());
        segment.fillOwnNames(segment.names().equalTo(words.whole), folded);
        written &= exact;
        folded &= exact;
        folded -= written;
        exact -= written;
        exact -= folded;
        tiers[0].sets.push_back(std::move(written));
        tiers[1].sets.push_back(std::move(folded));
        for (std::size_t i = 0; i < sets.size(); ++i)
            tiers[i + 2].sets.push_back(std::move(sets.at(i)));
    }
    return tiers;
}

} // namespace

Places &Places::operator&=(const Places &other)
{
    name &= other.name;
    any &= other.any;
    return *this;
}

Places &Places::operator|=(const Places &other)
{
    name |= other.name;
    any |= other.any;
    return *this;
}

const Places &Lookup::operator()(const std::string &prefix)
{
    const auto [entry, isNew] = m_known.try_emplace(prefix);
    auto &places = entry->second;
    if (!isNew)
        return places;
    places.name = Bitset(m_segment.size());
    fillTerm(m_segment, TermClass::Name, prefix, places.name);
    m_segment.fillNames(m_segment.names().startingWith(prefix), places.name);
    places.any = places.name;
    fillTerm(m_segment, TermClass::Field, prefix, places.any);
    fillTerm(m_segment, TermClass::Text, prefix, places.any);
    return places;
}

SearchWords wordsOf(const QString &text)
{
    SearchWords words{text.trimmed(), foldedWhole(text), {}};
    FoldedText folded;
    folded.set(text.left(4096)); // nobody types more; a pasted book must not hold up the search
    for (std::size_t first = 0, next = 0; first < folded.words().size(); first = next) {
        SearchWord word{std::string(cut(folded.compound(first, next), longestWord)), {}};
        for (auto at = first; at < next; ++at)
            word.parts.emplace_back(cut(folded.word(at), longestWord));
        words.words.push_back(std::move(word));
        if (words.words.size() == 32)
            break;
    }
    return words;
}

std::array<Bitset, 4> tiersOf(Lookup &lookup, const SearchWords &words)
{
    const auto &segment = lookup.segment();
    std::array<Bitset, 4> tiers;
    tiers.fill(Bitset(segment.size()));
    auto &[exact, prefix, inNames, anywhere] = tiers;
    segment.fillNames(segment.names().equalTo(words.whole), exact);
    segment.fillIds(keyOfId(words.text), exact);
    segment.fillNames(segment.names().startingWith(words.whole), prefix);
    prefix -= exact;
    if (!words.words.empty()) {
        inNames = Bitset(segment.size(), true);
        anywhere = inNames;
    }
    for (const auto &word : words.words) {
        const auto places = byParts(word, std::ref(lookup));
        inNames &= places.name;
        anywhere &= places.any;
    }
    anywhere -= exact;
    anywhere -= prefix;
    anywhere -= inNames;
    inNames -= exact;
    inNames -= prefix;
    return tiers;
}

Evaluation evaluate(const Parts &parts, const QString &text)
{
    const auto words = wordsOf(text);
    Evaluation result{{}, words.text, {}};
    if (words.isEmpty()) {
        Tier first;
        Tier rest;
        for (const auto &part : parts) {
            first.sets.push_back(browsedFirst(*part.segment));
            rest.sets.emplace_back(part.segment->size(), true);
            rest.sets.back() -= first.sets.back();
        }
        result.tiers = {std::move(first), std::move(rest)};
        return result;
    }
    std::vector<Lookup> lookups;
    for (const auto &part : parts)
        lookups.emplace_back(*part.segment);
    result.tiers = allTiers(lookups, words);
    for (const auto &tier : result.tiers) {
        if (!allNone(parts, tier.sets))
            return result;
    }
    if (auto mended = mend(parts, lookups, words); !mended.corrected.isEmpty())
        return mended;
    return result;
}

Evaluation evaluateFields(const Parts &parts, const QString &text)
{
    const auto words = wordsOf(text);
    Evaluation result{{{1, emptySets(parts)}, {3, emptySets(parts)}}, words.text, {}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto &segment = *parts[i].segment;
        auto &exact = result.tiers[0].sets[i];
        auto &others = result.tiers[1].sets[i];
        const auto &terms = segment.terms(TermClass::Field);
        if (words.isEmpty()) {
            terms.fill(terms.words.all(), others);
            continue;
        }
        terms.fill(terms.words.equalTo(cut(words.whole, longestWord)), exact);
        if (!words.words.empty())
            others = Bitset(segment.size(), true);
        for (const auto &word : words.words) {
            others &= byParts(word, [&](std::string_view prefix) {
                Bitset set(segment.size());
                fillTerm(segment, TermClass::Field, prefix, set);
                return set;
            });
        }
        others -= exact;
    }
    return result;
}

} // namespace portolan::store
