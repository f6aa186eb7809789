// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/match.h"

#include "models/store/search/evaluation.h"
#include "models/store/search/fold.h"
#include "models/store/search/segment.h"

#include <algorithm>
#include <bit>
#include <cstdint>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {
namespace {

constexpr int longestShown = 200;
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

//! Looks for the text of a thing that holds most of the words; of equals, the one shown first.
//! Marks are made for that one alone: a thing may have thousands of texts.
class BestText
{
public:
    explicit BestText(const SearchWords &wanted)
        : m_wanted(wanted)
    {
    }

    void look(QStringView in, const QString &text)
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

    void look(QStringView in, const QStringList &texts)
    {
        for (const auto &text : texts)
            look(in, text);
    }

    //! Every word stands in one of the texts, if not in the same one.
    bool hasAll() const { return m_found == all(); }

    bool isComplete() const
    {
        return m_words >= static_cast<int>(m_wanted.words.size()) && m_words > 0;
    }

    const QString &in() const { return m_in; }

    const QString &text() const { return m_text; }

private:
    //! One bit for each word; wordsOf() gives no more than 32.
    using Words = std::uint32_t;

    Words all() const
    {
        return static_cast<Words>((std::uint64_t{1} << m_wanted.words.size()) - 1);
    }

    //! Which of the words the text that was folded last holds.
    Words wordsIn(const QString &text) const
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

    const SearchWords &m_wanted;
    FoldedText m_folded;
    QString m_in;
    QString m_text;
    int m_words = 0;
    Words m_found = 0;
};

void lookIntoNames(BestText &best, const IndexDocument &thing)
{
    best.look(u"name", thing.name);
    best.look(u"title", thing.title);
    best.look(u"synonym", thing.synonyms);
}

void lookIntoFields(BestText &best, const QList<domain::Field> &fields)
{
    for (const auto &field : fields) {
        if (best.isComplete())
            return;
        best.look(u"field", field.path.isEmpty() ? field.name : field.path);
        best.look(u"field", field.title);
        best.look(u"field", field.synonyms);
    }
}

void lookIntoTexts(BestText &best, const IndexDocument &thing)
{
    best.look(u"tag", thing.tags);
    best.look(u"tag", thing.terms);
    best.look(u"owner", thing.ownerName);
    best.look(u"domain", thing.domain);
    best.look(u"classification", thing.classification);
    best.look(u"type", thing.type);
    best.look(u"description", thing.description);
}

void lookIntoFieldTexts(BestText &best, const QList<domain::Field> &fields)
{
    for (const auto &field : fields) {
        if (best.isComplete())
            return;
        best.look(u"field", field.description);
        best.look(u"field", field.tags);
        best.look(u"field", field.terms);
    }
}

void lookIntoAll(BestText &best, const QList<domain::Field> &fields)
{
    lookIntoFields(best, fields);
    if (!best.hasAll())
        lookIntoFieldTexts(best, fields);
}

//! The first letters of each word and of each of its parts.
QByteArrayList startsOf(const SearchWords &words)
{
    constexpr std::size_t letters = 3;
    QByteArrayList starts;
    for (const auto &word : words.words) {
        starts.append(QByteArray::fromStdString(word.joined.substr(0, letters)));
        for (const auto &part : word.parts)
            starts.append(QByteArray::fromStdString(part.substr(0, letters)));
    }
    starts.removeAll(QByteArray());
    return starts;
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

Match matchOf(const IndexDocument &thing, const SearchWords &wanted, const QString &words,
              const FieldsOf &fieldsOf)
{
    Match match;
    match.nameRanges = find(thing.title.isEmpty() ? thing.name : thing.title, wanted).ranges;
    BestText best(wanted);
    lookIntoNames(best, thing);
    if (!best.isComplete()) {
        if (const auto id = idIn(thing, words); !id.isEmpty()) {
            match.in = u"id"_s;
            match.text = id.left(longestShown);
            match.ranges = {{0, static_cast<int>(match.text.size())}};
            return match;
        }
        lookIntoTexts(best, thing);
    }
    // Fields may be thousands: they are read when nothing else says why this was found, and first
    // those alone that can hold what was looked for. A word that runs over a joint, as "myord" in
    // "my_orders", is not in these.
    if (fieldsOf && !best.hasAll())
        lookIntoAll(best, fieldsOf(startsOf(wanted)));
    if (!best.hasAll())
        lookIntoAll(best, fieldsOf ? fieldsOf({}) : thing.fields);
    if (!best.text().isEmpty()) {
        match.in = best.in();
        show(match, best.text(), find(best.text(), wanted).ranges);
    } else if (const auto parts = asParts(wanted); parts.words.size() > wanted.words.size()) {
        // "late_parcels.v1" in a thing that has each part, but no text with all of them.
        match = matchOf(thing, parts, words, fieldsOf);
    }
    return match;
}

} // namespace

Match matchOf(const IndexDocument &thing, const QString &words, const FieldsOf &fieldsOf)
{
    const auto wanted = wordsOf(words);
    return wanted.isEmpty() ? Match() : matchOf(thing, wanted, words, fieldsOf);
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
