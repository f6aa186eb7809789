// SPDX-License-Identifier: GPL-3.0-or-later
// How a window of results becomes the next one without a reset.
//
// Keys are unique, so the longest common subsequence of two lists is the longest increasing
// subsequence of the old positions of the rows that both have, read in the new order: O(n log n).
// Rows of that subsequence stay where they are (and keep selection and focus); all others are
// removed, from the back so that positions stay valid, and inserted again, from the front.
// Moves are not told apart: a row that changes its place among others is removed and inserted, and
// the view selects it again by its id.
#include "models/items/rowedits.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace portolan::items {
namespace {

//! Indexes into \a values of one longest strictly increasing subsequence.
std::vector<size_t> longestIncreasing(const std::vector<qsizetype> &values)
{
    std::vector<size_t> tails; // index of the smallest last value of a run of each length
    std::vector<size_t> previous(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const auto place =
            std::lower_bound(tails.begin(), tails.end(), values[i],
                             [&](size_t tail, qsizetype v) { return values[tail] < v; });
        previous[i] = place == tails.begin() ? i : *std::prev(place);
        if (place == tails.end())
            tails.push_back(i);
        else
            *place = i;
    }
    std::vector<size_t> run(tails.size());
    for (size_t n = tails.size(), at = tails.empty() ? 0 : tails.back(); n > 0; at = previous[at])
        run[--n] = at;
    return run;
}

QSet<QString> keptKeys(const QStringList &before, const QStringList &after)
{
    QHash<QString, qsizetype> oldAt;
    for (qsizetype i = 0; i < before.size(); ++i)
        oldAt.insert(before.at(i), i);
    std::vector<qsizetype> positions;
    QStringList shared;
    for (const auto &key : after) {
        if (const auto found = oldAt.constFind(key); found != oldAt.cend()) {
            positions.push_back(*found);
            shared.append(key);
        }
    }
    QSet<QString> kept;
    for (const auto i : longestIncreasing(positions))
        kept.insert(shared.at(static_cast<qsizetype>(i)));
    return kept;
}

} // namespace

QList<RowEdit> rowEdits(const QStringList &before, const QStringList &after)
{
    const auto kept = keptKeys(before, after);
    QList<RowEdit> edits;
    for (auto i = before.size() - 1; i >= 0; --i) {
        if (kept.contains(before.at(i)))
            continue;
        if (!edits.isEmpty() && edits.last().at == i + 1)
            edits.last() = {RowEdit::Kind::Remove, i, edits.last().count + 1};
        else
            edits.append({RowEdit::Kind::Remove, i, 1});
    }
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (kept.contains(after.at(i)))
            continue;
        auto *last = edits.isEmpty() ? nullptr : &edits.last();
        if (last && last->kind == RowEdit::Kind::Insert && last->at + last->count == i)
            ++last->count;
        else
            edits.append({RowEdit::Kind::Insert, i, 1});
    }
    return edits;
}

} // namespace portolan::items
