// SPDX-License-Identifier: GPL-3.0-or-later
// Mending one typing mistake.
//
// The idea is Norvig's: make every text one edit away and keep those that exist. Made blindly that
// is some 60 texts a letter and alphabet; here the sorted vocabulary is walked like a trie, so that
// only letters are tried that go on from what was typed before the mistake, and the walk ends where
// nothing goes on. That works for every script alike and needs no structure but the vocabulary.
//
//  1. The words that nothing begins with are the suspects; when every word exists but no document
//     has all of them, each word is suspect in turn. Two wrong words are not mended.
//  2. For each reading of a suspect the whole question is asked again. The best reading is the one
//     whose best hit stands in the best tier, then is the most popular.
//  3. The answer is that reading's, followed by what the other readings find.
//
// Left out: a deletion neighbourhood stored beside the vocabulary (as SymSpell has). It answers
// faster, but the walk takes a fraction of the time that filling the sets of the readings does, and
// it would double the size of the index.
#include "models/store/search/mend.h"

#include <QString>

#include <algorithm>
#include <optional>

namespace portolan::store {
namespace {

//! Words shorter than this have too many neighbours to guess.
constexpr std::size_t shortestMended = 3;
//! Readings that are asked, of all suspects together; the most promising first.
constexpr std::size_t mostReadings = 16;
//! Of those that find something, so many are told apart.
constexpr std::size_t mostAnswers = 6;

std::size_t lengthOfCharacter(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xE0)
        return 2;
    return lead < 0xF0 ? 3 : 4;
}

std::vector<std::string_view> charactersOf(std::string_view word)
{
    std::vector<std::string_view> list;
    while (!word.empty()) {
        const auto length =
            std::min(lengthOfCharacter(static_cast<unsigned char>(word.front())), word.size());
        list.push_back(word.substr(0, length));
        word.remove_prefix(length);
    }
    return list;
}

//! Tries all mistakes at one place after another, in one table.
class Walk
{
public:
    Walk(std::string_view word, const TextTable &table, std::vector<std::string> &found)
        : m_word(word)
        , m_table(table)
        , m_found(found)
    {
    }

    void run()
    {
        const auto characters = charactersOf(m_word);
        auto range = m_table.all();
        std::size_t at = 0;
        for (std::size_t i = 0; i < characters.size() && range.first < range.second; ++i) {
            const auto typed = characters[i];
            const auto before = m_word.substr(0, at);
            const auto after = m_word.substr(at + typed.size());
            if (characters.size() > 1)
                keep(std::string(before), after, range);
            if (i + 1 < characters.size())
                keep(std::string(before).append(characters[i + 1]).append(typed),
                     after.substr(characters[i + 1].size()), range);
            otherLetters(before, typed, after, range);
            at += typed.size();
            range = m_table.startingWith(m_word.substr(0, at), range);
        }
    }

private:
    //! Every letter with which a text of \a range goes on behind \a before: instead of \a typed,
    //! and in front of it.
    void otherLetters(std::string_view before, std::string_view typed, std::string_view after,
                      Range range)
    {
        std::string next(before);
        next.push_back('\1');
        auto at = m_table.lowerBound(next, range);
        while (at < range.second) {
            const auto text = m_table[at];
            if (text.size() <= before.size())
                break; // not sorted: a damaged file
            const auto rest = text.substr(before.size());
            const auto letter =
                rest.substr(0, lengthOfCharacter(static_cast<unsigned char>(rest.front())));
            next.assign(before).append(letter);
            const auto inner = m_table.startingWith(next, {at, range.second});
            if (letter != typed) {
                keep(next, after, inner);
                keep(next, std::string(typed).append(after), inner);
            }
            at = std::max(inner.second, at + 1);
        }
    }

    void keep(std::string beginning, std::string_view rest, Range range)
    {
        beginning.append(rest);
        const auto at = m_table.lowerBound(beginning, range);
        if (at < range.second && m_table[at].substr(0, beginning.size()) == beginning)
            m_found.push_back(std::move(beginning));
    }

    std::string_view m_word;
    const TextTable &m_table;
    std::vector<std::string> &m_found;
};

std::vector<const TextTable *> tablesOf(const Parts &parts)
{
    std::vector<const TextTable *> tables;
    for (const auto &part : parts) {
        tables.push_back(&part.segment->names());
        for (const auto which : allTermClasses)
            tables.push_back(&part.segment->terms(which).words);
    }
    return tables;
}

bool exists(std::string_view word, const std::vector<const TextTable *> &tables)
{
    return std::any_of(tables.begin(), tables.end(), [word](const TextTable *table) {
        const auto range = table->startingWith(word);
        return range.first < range.second;
    });
}

//! How promising a reading looks before it is asked: whole words before beginnings of words.
bool isWholeWord(std::string_view word, const std::vector<const TextTable *> &tables)
{
    return std::any_of(tables.begin(), tables.end(), [word](const TextTable *table) {
        const auto at = table->lowerBound(word, table->all());
        return at < table->size() && (*table)[at] == word;
    });
}

//! Compounds taken apart: a mistake lies in one of the parts.
std::vector<std::string> partsOf(const SearchWords &words)
{
    std::vector<std::string> list;
    for (const auto &word : words.words)
        list.insert(list.end(), word.parts.begin(), word.parts.end());
    return list;
}

//! A reading and what it finds.
struct Answer
{
    SearchWords words;
    std::vector<PartSets> tiers; // four
    std::size_t best = 0; // first tier that holds something
    std::uint32_t popularity = 0; // of its first document
};

std::optional<Answer> ask(const Parts &parts, std::vector<Lookup> &lookups, const QString &text)
{
    Answer answer{wordsOf(text), std::vector<PartSets>(4), 4, 0};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto &part = parts[i];
        auto sets = tiersOf(lookups[i], answer.words);
        for (std::size_t tier = 0; tier < sets.size(); ++tier) {
            auto &set = sets.at(tier);
            if (part.dead)
                set -= *part.dead;
            const auto first = set.next(0);
            if (first < set.size() && tier <= answer.best) {
                const auto popularity = part.segment->popularity(first);
                answer.popularity =
                    tier < answer.best ? popularity : std::max(popularity, answer.popularity);
                answer.best = tier;
            }
            answer.tiers[tier].push_back(std::move(set));
        }
    }
    if (answer.best == 4)
        return {};
    return answer;
}

QString joinedText(const std::vector<std::string> &words)
{
    std::string text;
    for (const auto &word : words)
        text += (text.empty() ? "" : " ") + word;
    return QString::fromStdString(text);
}

//! What has all words but the suspect, of each part.
PartSets othersOf(std::vector<Lookup> &lookups, const std::vector<std::string> &words,
                  std::size_t suspect)
{
    PartSets sets;
    for (auto &lookup : lookups) {
        Bitset set(lookup.segment().size(), true);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i != suspect)
                set &= lookup(words[i]).any;
        }
        sets.push_back(std::move(set));
    }
    return sets;
}

//! Whether a document has \a reading as well as what \a others have.
bool agrees(std::vector<Lookup> &lookups, const std::string &reading, const PartSets &others)
{
    for (std::size_t i = 0; i < lookups.size(); ++i) {
        const auto &found = lookups[i](reading).any.words();
        const auto &wanted = others[i].words();
        for (std::size_t word = 0; word < found.size(); ++word) {
            if ((found[word] & wanted[word]) != 0)
                return true;
        }
    }
    return false;
}

std::vector<Answer> answersFor(const Parts &parts, std::vector<Lookup> &lookups,
                               const std::vector<std::string> &words, std::size_t suspect,
                               std::size_t most)
{
    std::vector<Answer> answers;
    const auto tables = tablesOf(parts);
    auto readings = readingsOf(words[suspect], tables);
    std::stable_partition(readings.begin(), readings.end(),
                          [&tables](const auto &word) { return isWholeWord(word, tables); });
    readings.resize(std::min(readings.size(), most));
    if (readings.empty())
        return answers;
    const auto others = othersOf(lookups, words, suspect);
    for (const auto &reading : readings) {
        if (!agrees(lookups, reading, others))
            continue;
        auto changed = words;
        changed[suspect] = reading;
        if (auto answer = ask(parts, lookups, joinedText(changed)))
            answers.push_back(std::move(*answer));
        if (answers.size() == mostAnswers)
            break;
    }
    return answers;
}

} // namespace

std::vector<std::string> readingsOf(std::string_view word,
                                    const std::vector<const TextTable *> &tables)
{
    std::vector<std::string> found;
    if (charactersOf(word).size() < shortestMended)
        return found;
    for (const auto *table : tables)
        Walk(word, *table, found).run();
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Evaluation mend(const Parts &parts, std::vector<Lookup> &lookups, const SearchWords &words)
{
    const auto tables = tablesOf(parts);
    const auto list = partsOf(words);
    std::vector<std::size_t> suspects;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!exists(list[i], tables))
            suspects.push_back(i);
    }
    if (suspects.size() > 1)
        return {};
    if (suspects.empty()) {
        for (std::size_t i = 0; i < list.size(); ++i)
            suspects.push_back(i);
    }
    std::vector<Answer> answers;
    for (const auto suspect : suspects) {
        for (auto &answer :
             answersFor(parts, lookups, list, suspect, mostReadings / suspects.size()))
            answers.push_back(std::move(answer));
    }
    if (answers.empty())
        return {};
    const auto best = std::max_element(
        answers.begin(), answers.end(), [](const Answer &left, const Answer &right) {
            return std::pair(right.best, left.popularity) < std::pair(left.best, right.popularity);
        });
    Evaluation result{{}, best->words.text, best->words.text};
    for (const auto &sets : best->tiers)
        result.tiers.push_back({5, sets});
    Tier rest{5, {}};
    for (std::size_t part = 0; part < parts.size(); ++part) {
        Bitset set(parts[part].segment->size());
        for (const auto &answer : answers) {
            for (const auto &sets : answer.tiers)
                set |= sets[part];
        }
        for (const auto &sets : best->tiers)
            set -= sets[part];
        rest.sets.push_back(std::move(set));
    }
    result.tiers.push_back(std::move(rest));
    return result;
}

} // namespace portolan::store
