// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of a question to sets of documents, in tiers. Every word is a prefix. A word that
// is a compound ("order_events") stands for its joined form or for all its parts.
#pragma once

#include "models/store/search/part.h"

#include <QString>

#include <array>
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

//! Documents of \a segment in the four tiers, each less what the tiers before hold.
std::array<Bitset, 4> tiersOf(const Segment &segment, const SearchWords &words);

} // namespace portolan::store
