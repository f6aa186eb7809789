// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/qualityreading.h"

#include "models/items/failureroots.h"
#include "models/items/findingtext.h"
#include "models/items/lineagereach.h"
#include "models/items/servicelevels.h"
#include "models/items/sloevidence.h"
#include "models/quality/history.h"

#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// Of so many of the worst it is worked out how much hangs on them.
constexpr qsizetype levelsWithDependents = 200;
constexpr int historyPoints = 2000;
constexpr int mostBuckets = 400;
constexpr int mostRuns = 10000;
constexpr int sampleDays = 3;
constexpr int mostSamples = 2000;

void addHeat(QualityBoard &board)
{
    QMap<std::pair<QStringList, QString>, store::RunCounts> cells;
    for (const auto &day : board.days)
        cells[{day.domain, day.dimension}] += day.counts;
    for (auto it = cells.begin(); it != cells.end(); ++it)
        board.heat.append({.domain = it.key().first, .dimension = it.key().second, .counts = *it});
}

int dependentsOf(const LineageMesh &mesh, const store::SloRow &row)
{
    auto starts = nodesOfThing(*mesh.graph, row.asset);
    if (starts.empty() && !row.product.isNull())
        starts = nodesOfThing(*mesh.graph, row.product);
    return int(lineageReach(mesh, starts, lineage::Direction::Downstream).size());
}

void addLineage(QualityBoard &board, const LineageMeshPtr &mesh)
{
    board.roots = FailureRoots(mesh, failingNow(board.checks, board.levels)).roots();
    if (!mesh)
        return;
    const auto count = std::min(board.levels.size(), levelsWithDependents);
    for (qsizetype i = 0; i < count; ++i)
        board.levels[i].dependents = dependentsOf(*mesh, board.levels.at(i).row);
}

SliceSpan::State stateOf(quality::State state)
{
    switch (state) {
    case quality::State::Good:
        return SliceSpan::State::Good;
    case quality::State::Bad:
        return SliceSpan::State::Bad;
    case quality::State::Unknown:
        break;
    }
    return SliceSpan::State::Unknown;
}

//! What the charts of \a story show, where its figures could be made.
void addHistory(SloStory &story)
{
    const auto &slo = story.level.row.slo;
    const auto evidence = evidenceOf(story.evidence);
    const auto from = story.period.from.toMSecsSinceEpoch();
    const auto to = story.period.to.toMSecsSinceEpoch();
    if (const auto history = quality::historyOf(slo, evidence, from, to, historyPoints)) {
        for (const auto &point : history->points)
            story.points.append({.at = point.at,
                                 .sli = point.sli,
                                 .remaining = point.remaining,
                                 .burnRates = {point.burnRates.begin(), point.burnRates.end()}});
    }
    if (const auto spans = quality::spansOf(slo, evidence, from, to)) {
        for (const auto &span : *spans)
            story.spans.append({.from = span.from, .to = span.to, .state = stateOf(span.state)});
    }
    const auto recent = std::max(from, story.period.to.addDays(-sampleDays).toMSecsSinceEpoch());
    if (const auto samples = quality::samplesOf(slo, evidence, recent, to, mostSamples)) {
        for (const auto &sample : *samples)
            story.samples.append({.at = sample.at, .value = sample.value, .isGood = sample.isGood});
    }
}

Result<store::SloRow> rowOf(store::Store &store, const QUuid &id)
{
    const auto rows = store.slos().takeResult();
    if (!rows)
        return tl::unexpected(rows.error());
    for (const auto &row : *rows) {
        if (row.id == id)
            return row;
    }
    return failure(Error::Kind::NotFound, u"the service level is no longer there"_s);
}

//! The lineage, or none where it cannot be read: the board then says less, not nothing.
LineageMeshPtr meshOf(QFuture<Result<domain::LineageGraph>> answer)
{
    auto graph = answer.takeResult();
    return graph ? lineageMesh(std::move(*graph)) : LineageMeshPtr();
}

} // namespace

Result<QualityBoard> readBoard(store::Store &store, const Period &period)
{
    QualityBoard board{.period = period};
    // Asked at once, so that the readers work while the service levels are worked out.
    auto slos = store.slos();
    auto graph = store.lineage();
    auto allChecks = store.checks({.of = {}, .at = period.to});
    auto allDays = store.qualityDays(period.from, period.to);
    const auto rows = slos.takeResult();
    if (!rows)
        return tl::unexpected(rows.error());
    auto levels = levelsOf(store, *rows, period.to);
    auto checks = allChecks.takeResult();
    auto days = allDays.takeResult();
    if (!levels || !checks)
        return tl::unexpected(levels ? checks.error() : levels.error());
    if (!days)
        return tl::unexpected(days.error());
    board.levels = std::move(*levels);
    for (auto &level : board.levels)
        level.problem = findingText(level.problem);
    board.checks = std::move(*checks);
    board.days = std::move(*days);
    std::sort(board.levels.begin(), board.levels.end(), isWorse);
    for (const auto &check : std::as_const(board.checks))
        board.totals.add(check.last ? check.last->status : domain::RunStatus::Unknown);
    addHeat(board);
    addLineage(board, meshOf(std::move(graph)));
    return board;
}

Result<SloStory> readSlo(store::Store &store, const QUuid &id, const Period &period)
{
    const auto row = rowOf(store, id);
    if (!row)
        return tl::unexpected(row.error());
    // Another target is tried over the last 90 days, whatever is looked at.
    const auto since = evidenceSince(row->slo, std::min(period.from, period.to.addDays(-90)));
    auto read = store.sloEvidence({id}, since, period.to).takeResult();
    if (!read)
        return tl::unexpected(read.error());
    SloStory story{.period = period};
    story.evidence = read->isEmpty() ? store::SloEvidence{.slo = id} : std::move(read->first());
    story.level = levelOf(*row, story.evidence, period.to);
    story.level.problem = findingText(story.level.problem);
    if (const auto mesh = meshOf(store.lineage()))
        story.level.dependents = dependentsOf(*mesh, *row);
    if (!story.level.problem.isEmpty())
        return story;
    addHistory(story);
    return story;
}

Result<CheckStory> readCheck(store::Store &store, const QUuid &id, const Period &period)
{
    const auto checks = store.checks({.of = id, .at = period.to}).takeResult();
    if (!checks)
        return tl::unexpected(checks.error());
    if (checks->isEmpty())
        return failure(Error::Kind::NotFound, u"the check is no longer there"_s);
    auto buckets = store.checkBuckets(id, period.from, period.to, mostBuckets).takeResult();
    auto runs = store.checkRuns(id, period.from, period.to, mostRuns).takeResult();
    if (!buckets || !runs)
        return tl::unexpected(buckets ? runs.error() : buckets.error());
    return CheckStory{.period = period,
                      .check = checks->first(),
                      .buckets = std::move(*buckets),
                      .runs = std::move(*runs)};
}

} // namespace portolan::items
