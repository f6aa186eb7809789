// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/match.h"

#include "models/store/search/evaluation.h"
#include "models/store/search/fold.h"
#include "models/store/search/segment.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {
namespace {

constexpr int longestShown = 200;

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

//! One text of a thing, in the order in which equal ones are preferred.
struct Candidate
{
    QString in;
    QString text;
};

QList<Candidate> candidatesOf(const IndexDocument &thing)
{
    QList<Candidate> list;
    const auto add = [&list](const QString &in, const QString &text) {
        if (!text.isEmpty())
            list.append({in, text});
    };
    const auto addAll = [&add](const QString &in, const QStringList &texts) {
        for (const auto &text : texts)
            add(in, text);
    };
    add(u"name"_s, thing.name);
    add(u"title"_s, thing.title);
    addAll(u"synonym"_s, thing.synonyms);
    for (const auto &field : thing.fields) {
        add(u"field"_s, field.path.isEmpty() ? field.name : field.path);
        add(u"field"_s, field.title);
        addAll(u"field"_s, field.synonyms);
    }
    addAll(u"tag"_s, thing.tags);
    addAll(u"tag"_s, thing.terms);
    add(u"owner"_s, thing.ownerName);
    addAll(u"domain"_s, thing.domain);
    add(u"classification"_s, thing.classification);
    add(u"type"_s, thing.type);
    add(u"description"_s, thing.description);
    for (const auto &field : thing.fields) {
        add(u"field"_s, field.description);
        addAll(u"field"_s, field.tags + field.terms);
    }
    return list;
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

} // namespace

Match matchOf(const IndexDocument &thing, const QString &words)
{
    Match match;
    const auto wanted = wordsOf(words);
    if (wanted.isEmpty())
        return match;
    match.nameRanges = find(thing.title.isEmpty() ? thing.name : thing.title, wanted).ranges;
    Found best;
    Candidate where;
    for (const auto &candidate : candidatesOf(thing)) {
        auto found = find(candidate.text, wanted);
        if (found.words > best.words) {
            best = std::move(found);
            where = candidate;
        }
    }
    const auto all = static_cast<int>(wanted.words.size());
    const bool inName = where.in == u"name" || where.in == u"title" || where.in == u"synonym";
    if (const auto id = idIn(thing, words); !id.isEmpty() && !(inName && best.words == all)) {
        match.in = u"id"_s;
        match.text = id.left(longestShown);
        match.ranges = {{0, static_cast<int>(match.text.size())}};
    } else if (best.words > 0) {
        match.in = where.in;
        show(match, where.text, best.ranges);
    }
    return match;
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
        for (const auto &text : QStringList{field.name, path, field.title} + field.synonyms) {
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
