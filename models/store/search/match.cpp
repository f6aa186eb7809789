// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/match.h"

#include "models/store/search/besttext.h"
#include "models/store/search/evaluation.h"
#include "models/store/search/fold.h"
#include "models/store/search/segment.h"

#include <algorithm>
#include <cstdint>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {
namespace {

constexpr int longestShown = 200;
// Of tens of thousands of fields the first explain the find as well as a later one.
constexpr qsizetype explainingFields = 4000;
constexpr std::size_t mostWords = 32; // a bit for each

using Ranges = QList<std::pair<int, int>>;

//! What of the words a text holds.
struct Found
{
    int words = 0; //!< how many of them
    bool whole = false; //!< the text begins with all of them, joined
    Ranges ranges; //!< sorted, without overlaps
};

void addRange(Ranges &ranges, const FoldedText &text, std::size_t begin, std::size_t size)
{
    const auto &origins = text.origins();
    if (size > 0 && begin + size <= origins.size())
        ranges.append({origins[begin].from, origins[begin + size - 1].to});
}

void tidy(Ranges &ranges)
{
    std::sort(ranges.begin(), ranges.end());
    Ranges merged;
    for (const auto &range : ranges) {
        if (!merged.isEmpty() && range.first <= merged.last().second)
            merged.last().second = std::max(merged.last().second, range.second);
        else
            merged.append(range);
    }
    ranges = merged;
}

//! Adds every place where a word of \a text, or a compound, begins with \a prefix.
bool addPlaces(Ranges &ranges, const FoldedText &text, std::string_view prefix)
{
    bool any = false;
    for (std::size_t i = 0; i < text.words().size(); ++i) {
        // What follows a word within its compound may go on with the prefix: "orderev" in
        // "order_events".
        std::size_t end = i + 1;
        while (end < text.words().size() && text.words()[end].continues)
            ++end;
        const auto begin = text.words()[i].begin;
        const auto rest = text.whole().substr(begin, text.words()[end - 1].end - begin);
        if (rest.substr(0, prefix.size()) == prefix) {
            addRange(ranges, text, begin, prefix.size());
            any = true;
        }
    }
    return any;
}

Found find(const QString &text, const SearchWords &words)
{
    Found found;
    FoldedText folded;
    folded.set(QStringView(text).left(64 * 1024), true);
    found.whole =
        !words.whole.empty() && folded.whole().substr(0, words.whole.size()) == words.whole;
    for (const auto &word : words.words) {
        if (addPlaces(found.ranges, folded, word.joined)) {
            ++found.words;
            continue;
        }
        Ranges ranges;
        const bool all = std::all_of(word.parts.begin(), word.parts.end(), [&](const auto &part) {
            return addPlaces(ranges, folded, part);
        });
        if (all) {
            found.ranges += ranges;
            ++found.words;
        }
    }
    if (found.whole && found.words < static_cast<int>(words.words.size())) {
        // "orderevents" in "Order events": no word shows it, but the name does.
        addRange(found.ranges, folded, 0, words.whole.size());
        found.words = static_cast<int>(words.words.size());
    }
    if (folded.whole().empty() && !words.isEmpty() && foldedWhole(text) == words.whole) {
        found.words = 1;
        found.ranges.append({0, static_cast<int>(text.size())});
    }
    tidy(found.ranges);
    return found;
}

//! \a text cut to what is shown, its ranges with it: the first match stands near the beginning.
void show(Match &match, const QString &text, const Ranges &ranges)
{
    int from = 0;
    if (text.size() > longestShown && !ranges.isEmpty()
        && ranges.first().first > longestShown / 4) {
        from = ranges.first().first - longestShown / 4;
        while (from < ranges.first().first && !text.at(from).isSpace())
            ++from; // begin with a whole word
        while (from < ranges.first().first && text.at(from).isSpace())
            ++from;
        if (text.at(from).isLowSurrogate())
            --from;
    }
    auto to = std::min<int>(from + longestShown, static_cast<int>(text.size()));
    if (to < text.size() && text.at(to).isLowSurrogate())
        --to;
    match.text = text.mid(from, to - from);
    for (const auto &[begin, end] : ranges) {
        if (begin < to && end > from)
            match.ranges.append({std::max(begin, from) - from, std::min(end, to) - from});
    }
}

//! The id of \a thing that \a typed is, or empty.
QString idIn(const IndexDocument &thing, const QString &typed)
{
    const auto key = keyOfId(typed);
    const auto ids = QStringList{thing.nativeId} + thing.aliases
        + QStringList{thing.id.toString(QUuid::WithoutBraces)};
    for (const auto &id : ids) {
        if (!id.isEmpty() && keyOfId(id) == key)
            return id;
    }
    return {};
}

//! Each part of a compound as a word of its own.
SearchWords asParts(const SearchWords &words)
{
    SearchWords parts{words.text, words.whole, {}};
    for (const auto &word : words.words) {
        for (const auto &part : word.parts) {
            if (parts.words.size() < mostWords)
                parts.words.push_back({part, {part}});
        }
    }
    return parts;
}

//! The text that was found, and the places of \a words in it and in the name of \a thing.
Match matchIn(const IndexDocument &thing, const BestText &best, const SearchWords &words)
{
    Match match;
    match.nameRanges = find(thing.title.isEmpty() ? thing.name : thing.title, words).ranges;
    match.in = best.in();
    if (!best.text().isEmpty())
        show(match, best.text(), find(best.text(), words).ranges);
    return match;
}

bool lookIntoAllButFields(BestText &best, const IndexDocument &thing)
{
    best.lookIntoNames(thing);
    if (!best.isComplete())
        best.lookIntoTexts(thing);
    return best.hasAll();
}

//! Where \a wanted matches in \a thing that has no such id. Fields may be thousands: they are read
//! when nothing else says why this was found, as words or as the parts of one: "late_parcels.v1" in
//! a thing that has each part, but no text with all of them.
Match matchInTexts(const IndexDocument &thing, const SearchWords &wanted, FieldSource &fields)
{
    BestText best(wanted);
    if (lookIntoAllButFields(best, thing))
        return matchIn(thing, best, wanted);
    const auto parts = asParts(wanted);
    BestText bestOfParts(parts);
    const bool hasParts = parts.words.size() > wanted.words.size();
    if (hasParts && best.text().isEmpty())
        lookIntoAllButFields(bestOfParts, thing);
    for (const auto most : {explainingFields, FieldSource::noLimit}) {
        const bool isExplained = best.lookIntoFields(fields, WordStarts(wanted), most);
        if (isExplained && !best.text().isEmpty())
            return matchIn(thing, best, wanted);
        if (best.text().isEmpty() && hasParts && !bestOfParts.hasAll())
            bestOfParts.lookIntoFields(fields, WordStarts(parts), most);
        if (best.text().isEmpty() && !bestOfParts.text().isEmpty())
            return matchIn(thing, bestOfParts, parts);
        if (fields.size() <= most)
            break;
    }
    best.lookIntoAllFields(fields);
    return matchIn(thing, best, wanted);
}

Match matchOf(const IndexDocument &thing, const SearchWords &wanted, const QString &words,
              FieldSource &fields)
{
    BestText names(wanted);
    names.lookIntoNames(thing);
    const auto id = names.isComplete() ? QString() : idIn(thing, words);
    if (id.isEmpty())
        return matchInTexts(thing, wanted, fields);
    Match match;
    match.nameRanges = find(thing.title.isEmpty() ? thing.name : thing.title, wanted).ranges;
    match.in = u"id"_s;
    match.text = id.left(longestShown);
    match.ranges = {{0, static_cast<int>(match.text.size())}};
    return match;
}

} // namespace

Match matchOf(const IndexDocument &thing, const QString &words, FieldSource &fields)
{
    const auto wanted = wordsOf(words);
    return wanted.isEmpty() ? Match() : matchOf(thing, wanted, words, fields);
}

Match matchOf(const IndexDocument &thing, const QString &words)
{
    FieldList fields(thing.fields);
    return matchOf(thing, words, fields);
}

QList<FieldMatch> matchingFields(const QList<domain::Field> &fields, const QString &words)
{
    QList<FieldMatch> matches;
    const auto wanted = wordsOf(words);
    const auto all = static_cast<int>(wanted.words.size());
    for (const auto &field : fields) {
        if (wanted.isEmpty()) {
            matches.append({field.path, {}, 0});
            continue;
        }
        const auto path = field.path.isEmpty() ? field.name : field.path;
        for (const auto &text :
             QStringList{field.name, path, field.physicalName, field.title} + field.synonyms) {
            const auto found = find(text, wanted);
            if (found.words < all || found.words == 0)
                continue;
            FieldMatch match{field.path, {u"field"_s, {}, {}, {}}, 3};
            if (foldedWhole(text) == wanted.whole)
                match.tier = 1;
            else if (found.whole)
                match.tier = 2;
            show(match.match, text, found.ranges);
            matches.append(match);
            break;
        }
    }
    return matches;
}

} // namespace portolan::store
