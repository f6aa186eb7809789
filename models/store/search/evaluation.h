// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of a question to sets of documents, in tiers. Every word is a prefix. A word that
// is a compound ("order_events") stands for its joined form or for all its parts.
#pragma once

#include "models/store/search/part.h"

#include <QString>

#include <array>
#include <map>
#include <string>
#include <vector>

namespace portolan::store {

//! One word as typed.
struct SearchWord
{
    std::string joined;
    std::vector<std::string> parts; //!< at least one
};

//! The free text of a question.
struct SearchWords
{
    QString text;
    std::string whole; //!< all of it folded and joined: compared with whole names
    std::vector<SearchWord> words;

    bool isEmpty() const { return whole.empty(); }
};

SearchWords wordsOf(const QString &text);

//! Documents by how well they match, best first; no document is in two of them.
struct Tier
{
    int shown = 0; //!< as in Hit
    PartSets sets;
};

//! What the words of a question mean, whatever its filters say.
struct Evaluation
{
    std::vector<Tier> tiers;
    QString words;
    QString corrected; //!< not empty when one mistake was mended
};

//! All documents when there are no words.
Evaluation evaluate(const Parts &parts, const QString &text);

//! The assets that have fields with all words of \a text; those with a field of that very name
//! first.
Evaluation evaluateFields(const Parts &parts, const QString &text);

//! Where a word stands: in a name, and anywhere at all.
struct Places
{
    Bitset name;
    Bitset any;

    Places &operator&=(const Places &other);
    Places &operator|=(const Places &other);
};

//! Finds words in one segment, each once: the readings of a mistake share all words but one.
class Lookup
{
public:
    explicit Lookup(const Segment &segment)
        : m_segment(segment)
    {
    }

    const Segment &segment() const { return m_segment; }

    //! Documents with \a prefix among their words, or as the beginning of a whole name.
    const Places &operator()(const std::string &prefix);

private:
    const Segment &m_segment;
    std::map<std::string, Places> m_known;
};

//! Documents in the four tiers, each less what the tiers before hold.
std::array<Bitset, 4> tiersOf(Lookup &lookup, const SearchWords &words);

} // namespace portolan::store
